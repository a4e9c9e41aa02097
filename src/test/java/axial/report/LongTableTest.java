package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.QualityCheck;
import axial.tables.QualityState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A table of a thousand clinics shows the rows that matter most, and says of the others where they stand. */
class LongTableTest {
    private static List<CheckResult> checked(int clinics) {
        List<CheckResult> results = new ArrayList<>();
        for (QualityCheck check : List.of(QualityCheck.C5, QualityCheck.C6, QualityCheck.C7)) {
            results.add(result(check, "", 0, QualityState.PASS));
            for (int clinic = 0; clinic < clinics; clinic++) {
                boolean fails = check == QualityCheck.C5 ? clinic % 10 == 0 : clinic == 7;
                results.add(result(
                        check,
                        String.format(Locale.ROOT, "C%04d", clinic),
                        clinic / 10_000.0,
                        fails ? QualityState.FAIL : QualityState.PASS));
            }
        }
        return results;
    }

    private static CheckResult result(QualityCheck check, String clinic, double share, QualityState state) {
        return new CheckResult(check, clinic, "", "pain_nprs", "", "1 of 2", share, state, "", "row");
    }

    private static List<String> clinics(Listing listing, QualityCheck check) {
        return listing.rows().stream()
                .filter(row -> row.get(0).text().equals(check.name()))
                .map(row -> row.get(3).text())
                .toList();
    }

    @Test
    void ofFewClinicsEveryRowIsShown() {
        Listing listing = QualitySection.full(checked(600), Texts.ENGLISH);
        assertEquals(3 * 601, listing.rows().size());
        assertEquals("", listing.note());
    }

    @Test
    void ofManyClinicsEachCheckShowsThoseWhereItIsWorst() {
        Listing listing = QualitySection.full(checked(1_000), Texts.ENGLISH);
        assertEquals(LongTable.MOST, listing.rows().size());
        for (QualityCheck check : List.of(QualityCheck.C5, QualityCheck.C6, QualityCheck.C7)) {
            List<String> clinics = clinics(listing, check);
            assertEquals("", clinics.get(0), "all clinics together");
            assertTrue(clinics.contains(check == QualityCheck.C5 ? "C0010" : "C0007"), "one that fails");
            assertTrue(clinics.contains("C0999"), "the largest share of those that pass");
            assertFalse(clinics.contains("C0001"), "a small share that passes");
            assertEquals(clinics.stream().sorted().toList(), clinics, "in the order of the table");
            assertTrue(clinics.size() >= LongTable.MOST / 3, check + " is shown as often as others");
        }
    }

    @Test
    void whatIsNotShownIsToldInBothLanguages() {
        assertEquals(
                "This page shows 2,000 of 3,003 rows: of each check and field first all clinics together, then the"
                        + " clinics where most is wrong. All of them stand in quality.csv.",
                QualitySection.full(checked(1_000), Texts.ENGLISH).note());
        assertEquals(
                "Diese Seite zeigt 2.000 von 3.003 Zeilen: je Prüfung und Feld zuerst alle Kliniken zusammen, dann die"
                        + " Kliniken, in denen am meisten im Argen liegt. Alle stehen in quality.csv.",
                QualitySection.full(checked(1_000), Texts.GERMAN)
                        .note()
                        .replace('\u00a0', '.')
                        .replace('\u202f', '.'));
    }
}
