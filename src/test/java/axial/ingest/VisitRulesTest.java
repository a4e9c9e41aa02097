package axial.ingest;

import static axial.ingest.Intake.HEADER;
import static axial.ingest.Intake.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell may hold, and what is said of one that may not. */
class VisitRulesTest {
    private static final String TREATED = "V1,P1,C1,2024-03-04,manipulation:cervical,";

    @TempDir
    Path dir = Path.of("");

    private Intake pain(String cell) {
        return rowOf(TREATED + cell);
    }

    private Intake rowOf(String row) {
        try {
            return row(dir, row);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Intake cell(String field, String cell) throws IOException {
        return Intake.of(
                dir,
                "visit_id,patient_id,clinic_id,visit_date,treatments," + field + "\nV1,P1,C1,2024-03-04,massage," + cell
                        + "\n");
    }

    private static Reason only(Intake intake) throws IOException {
        List<Reason> reasons = intake.only().reasons();
        assertEquals(1, reasons.size(), reasons.toString());
        return reasons.get(0);
    }

    private Intake treatments(String cell) throws IOException {
        return row(dir, "V1,P1,C1,2024-03-04," + cell + ",5");
    }

    @Test
    void aNumberIsKeptExactly() throws IOException {
        assertEquals(6_500_000, pain("6.5").only().at("pain_nprs"));
        assertEquals(5_123_450, pain(" 5.12345 ").only().at("pain_nprs"));
        assertEquals(0, pain("0").only().at("pain_nprs"));
        assertEquals(10_000_000, pain("10.000").only().at("pain_nprs"));
        assertEquals(500_000, pain(".5").only().at("pain_nprs"));
    }

    @Test
    void aNumberWithAllTheDigitsOfADoubleIsANumber() throws IOException {
        assertEquals(333_333, pain("0.3333333333333333").only().at("pain_nprs"));
        assertEquals(300_000, pain("0.30000000000000004").only().at("pain_nprs"));
    }

    @Test
    void anEmptyScoreIsMissing() throws IOException {
        assertNull(pain("").only().at("pain_nprs"));
        assertNull(pain("   ").only().at("pain_nprs"));
    }

    @Test
    void whatIsNoNumberIsRefused() throws IOException {
        for (String cell : List.of("7d", "NaN", "1e400", "Infinity", "--5", "5-6", "5.5.5", "0x5", "seven", "٣")) {
            assertEquals("number_not_understood", only(pain(cell)).code(), cell);
        }
    }

    @Test
    void aScoreOffTheScaleIsRefusedNotClipped() throws IOException {
        for (String cell : List.of("10.000001", "-0.5", "11", "999999999999999")) {
            assertEquals("outside_range", only(pain(cell)).code(), cell);
        }
    }

    @Test
    void aDecimalCommaIsReadWhereDeclared() throws IOException {
        assertEquals(6_500_000, pain("\"6,5\"").option("decimal", ",").only().at("pain_nprs"));
        assertEquals(6_000_000, pain("6").option("decimal", ",").only().at("pain_nprs"));
        assertEquals(
                "number_not_understood",
                only(pain("6.5").option("decimal", ",")).code());
        assertEquals(
                "number_not_understood",
                only(pain("\"1.006,5\"").option("decimal", ",")).code());
    }

    @Test
    void anUndeclaredDecimalCommaIsRefusedWithTheHint() throws IOException {
        Reason reason = only(pain("\"6,5\""));
        assertEquals("number_not_understood", reason.code());
        assertTrue(reason.words().contains("options: { decimal: \",\" }"), reason.words());
    }

    @Test
    void whatMayHelpIsSaidOfANumber() throws IOException {
        Map.of(
                        "\"1,234\"", "sign of thousands",
                        "1 000", "sign of thousands",
                        "7/10", "two numbers",
                        "4-5", "two numbers",
                        ">80", "a bound",
                        "50%", "a number with a unit",
                        "WNL", "null_values",
                        "1e400", "plain digits")
                .forEach((cell, words) -> assertSays(pain(cell), words));
        assertSays(pain("1.234").option("decimal", ","), "with a decimal comma as declared");
    }

    @Test
    void theOrderOfDayAndMonthIsAskedForNeverGuessed() throws IOException {
        assertSays(dated("03/04/2025"), "Nothing is guessed: declare  date_format: d/M/yyyy  or  M/d/yyyy");
        assertSays(dated("13/04/2025"), "the first number is no month: declare  date_format: d/M/yyyy");
        assertSays(dated("04/13/2025"), "the second number is no month: declare  date_format: M/d/yyyy");
        assertSays(dated("3.4.25"), "date_format: d.M.yy  or  M.d.yy");
        assertSays(dated("45355"), "spreadsheet");
        assertSays(dated("20250304"), "date_format: yyyyMMdd");
        assertSays(dated("2025-03-30T02:30").option("zone", "Europe/Berlin"), "clocks were put forward");
        assertSays(dated("9999-12-31"), "outside the years 1900 to 2100");
    }

    private Intake dated(String date) {
        return rowOf("V1,P1,C1," + date + ",massage,5");
    }

    private static void assertSays(Intake intake, String words) {
        try {
            String said = only(intake).words();
            assertTrue(said.contains(words), said);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void aDayThatIsNotInTheCalendarIsRefused() throws IOException {
        for (String date : List.of("2025-02-30", "2025-02-29", "2024-13-01", "04.03.2024", "2024-3-4", "2024-03-04x")) {
            Reason reason = only(row(dir, "V1,P1,C1," + date + ",massage,5"));
            assertEquals("visit_date date_not_understood", reason.field() + " " + reason.code(), date);
        }
        assertEquals(
                (int) LocalDate.of(2024, 2, 29).toEpochDay(),
                row(dir, "V1,P1,C1,2024-02-29,massage,5").only().at("visit_day"));
    }

    @Test
    void anotherFormOfDateIsReadWhereDeclared() throws IOException {
        for (String form : List.of("dd.MM.yyyy", "d.M.yyyy", "dd.MM.uuuu")) {
            assertEquals(
                    (int) LocalDate.of(2024, 3, 24).toEpochDay(),
                    row(dir, "V1,P1,C1,24.03.2024,massage,5")
                            .option("date_format", form)
                            .only()
                            .at("visit_day"));
            assertEquals(
                    "date_not_understood",
                    only(row(dir, "V1,P1,C1,30.02.2025,massage,5").option("date_format", form))
                            .code());
        }
    }

    @Test
    void aTwoDigitYearIsReadWhereDeclared() throws IOException {
        assertEquals(
                (int) LocalDate.of(2024, 3, 24).toEpochDay(),
                row(dir, "V1,P1,C1,24.03.24,massage,5")
                        .option("date_format", "dd.MM.yy")
                        .only()
                        .at("visit_day"));
    }

    @Test
    void wholeDaysSinceTheFirstVisitStandForADate() throws IOException {
        String header = "visit_id,patient_id,clinic_id,visit_day,treatments\n";
        assertEquals(28, Intake.of(dir, header + "V1,P1,C1,28,massage\n").only().at("visit_day"));
        assertEquals(3, Intake.of(dir, header + "V1,P1,C1,3.0,massage\n").only().at("visit_day"));
        assertEquals(
                List.of("visit_day outside_range"),
                Intake.of(dir, header + "V1,P1,C1,-3,massage\n").only().codes());
        assertEquals(
                List.of("visit_day number_not_understood"),
                Intake.of(dir, header + "V1,P1,C1,3.5,massage\n").only().codes());
        assertEquals(
                List.of("visit_date missing_required"),
                Intake.of(dir, header + "V1,P1,C1,,massage\n").only().codes());
    }

    @Test
    void everyVisitNeedsItsIdsAndItsDate() throws IOException {
        assertEquals(
                List.of(
                        "visit_id missing_required",
                        "patient_id missing_required",
                        "clinic_id missing_required",
                        "visit_date missing_required"),
                row(dir, " ,,,,,5").only().codes());
    }

    @Test
    void everyReasonOfARowIsSaid() throws IOException {
        Intake intake = Intake.of(
                dir,
                HEADER.strip() + ",sex,disorder,adverse_events_asked,adverse_event_severity,age_years\n"
                        + "V1,P1,C1,2024-02-31,a b,11,divers,stiff,maybe,awful,-4\n");
        assertEquals(
                List.of(
                        "adverse_event_severity unknown_word",
                        "adverse_events_asked unknown_word",
                        "age_years outside_range",
                        "disorder unknown_word",
                        "pain_nprs outside_range",
                        "sex unknown_word",
                        "treatments token_not_understood",
                        "visit_date date_not_understood"),
                intake.only().codes().stream().sorted().toList());
    }

    @Test
    void whoIsOverEightyNineIsStoredAsNinety() throws IOException {
        assertEquals(900_000, cell("age_years", "93").only().at("age_years"));
        assertEquals(900_000, cell("age_years", "89.5").only().at("age_years"));
        assertEquals(890_000, cell("age_years", "89").only().at("age_years"));
        assertEquals("outside_range", only(cell("age_years", "131")).code());
    }

    @Test
    void anEmptyCategoryIsUnknown() throws IOException {
        Intake.Fate fate = pain("5").only();
        assertEquals("unknown", fate.at("sex"));
        assertEquals("unknown", fate.at("disorder"));
        assertEquals("unknown", fate.at("migraine"));
        assertNull(fate.at("stress"));
        assertEquals("aura", cell("migraine", "aura").only().at("migraine"));
        assertEquals(-25_000, cell("stress", "-2.5").only().at("stress"));
    }

    @Test
    void declaredWordsMeanMissing() throws IOException {
        String words = "NA\u001f-99\u001fk. A.";
        for (String cell : List.of("NA", "-99", " k. A. ")) {
            assertNull(pain(cell).option("null_values", words).only().at("pain_nprs"), cell);
        }
        assertEquals("", treatments("NA").option("null_values", words).only().at("treatments"));
        assertEquals(
                List.of("clinic_id missing_required"),
                row(dir, "V1,P1,NA,2024-03-04,massage,5")
                        .option("null_values", words)
                        .only()
                        .codes());
        assertEquals(
                "number_not_understood",
                only(pain("n/a").option("null_values", words)).code());
    }

    @Test
    void aWordDeclaredMissingTwiceIsStillMissing() throws IOException {
        assertNull(pain("NA").option("null_values", "NA\u001fNA").only().at("pain_nprs"));
    }

    @Test
    void tokensAreSortedAndStandOnce() throws IOException {
        assertEquals(
                "exercise;massage",
                treatments("massage; exercise ;;massage").only().at("treatments"));
        assertEquals("", treatments("").only().at("treatments"));
        assertEquals("", treatments(";").only().at("treatments"));
        for (String cell : List.of("manipulation cervical!", "a:b:c", ":cervical", "manipulation:")) {
            assertEquals("token_not_understood", only(treatments(cell)).code(), cell);
        }
    }

    @Test
    void codesOfTreatmentsAreTranslatedTokenByToken() throws IOException {
        Intake intake = treatments("98940;97110; 97140")
                .value("treatments", "98940", "manipulation:cervical")
                .value("treatments", "97110", "exercise")
                .value("treatments", "97140", "mobilization:cervical;massage");
        assertEquals(
                "exercise;manipulation:cervical;massage;mobilization:cervical",
                intake.only().at("treatments"));
    }

    @Test
    void aWholeFieldIsTranslatedWhereItIsDeclaredAsAWhole() throws IOException {
        Intake intake = treatments("HVLA; neck")
                .value("treatments", "HVLA; neck", "manipulation:cervical;exercise")
                .value("treatments", "neck", "massage");
        assertEquals("exercise;manipulation:cervical", intake.only().at("treatments"));
        assertEquals(
                "female", cell("sex", "F").value("sex", "F", "female").only().at("sex"));
        assertEquals(
                "unknown_word",
                only(cell("sex", "F").value("sex", "f", "female")).code());
    }

    @Test
    void aTranslationIsNotTranslatedAgain() throws IOException {
        for (String cell : List.of("manipulation", "manipulation;exercise")) {
            Intake swapped = treatments(cell)
                    .value("treatments", "manipulation", "mobilization")
                    .value("treatments", "mobilization", "manipulation");
            assertEquals(
                    cell.replace("manipulation", "mobilization").equals("mobilization")
                            ? "mobilization"
                            : "exercise;mobilization",
                    swapped.only().at("treatments"));
        }
    }

    @Test
    void aCodeTranslatedToNothingIsMissing() throws IOException {
        assertNull(pain("-9").value("pain_nprs", "-9", "").only().at("pain_nprs"));
        assertEquals("unknown", cell("sex", "9").value("sex", "9", "").only().at("sex"));
        assertEquals(
                "", treatments("none").value("treatments", "none", "").only().at("treatments"));
    }

    @Test
    void theirNamesStandForOurs() throws IOException {
        Intake intake = Intake.of(dir, "Nr,Pat,Praxis,Datum,Therapie,NRS\nV1,P1,C1,2024-03-04,massage,7\n")
                .map("visit_id", "Nr")
                .map("patient_id", "Pat")
                .map("clinic_id", "Praxis")
                .map("visit_date", "Datum")
                .map("treatments", "Therapie")
                .map("pain_nprs_after", "NRS");
        Intake.Fate fate = intake.only();
        assertEquals("P1", fate.at("patient_id"));
        assertEquals(7_000_000, fate.at("pain_nprs_after"));
        assertNull(fate.at("pain_nprs"));
    }

    @Test
    void aReasonShowsTheShapeOfAValueNeverTheValue() throws IOException {
        Reason shown = only(pain("Aé-7 x"));
        assertEquals("aa-9 a", shown.shape());
        assertEquals(25, only(pain("ZZSECRET".repeat(10))).shape().length());
        Intake secrets = Intake.of(
                dir,
                HEADER.strip()
                        + ",sex,disorder,adverse_events_asked,adverse_event_severity,age_years,visit_day,stress\n"
                        + "V,P,C,ZZSECRET,ZZSECRET ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,"
                        + "ZZSECRET\nV,P,C,,ZZSECRET!,\"ZZSECRET,5\",ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,ZZSECRET,\n"
                        + "ZZSECRET,ZZSECRET\n");
        for (Intake.Fate fate : secrets.read()) {
            assertFalse(fate.reasons().isEmpty());
            assertFalse(
                    fate.reasons().toString().contains("ZZSECRET"),
                    fate.reasons().toString());
        }
    }
}
