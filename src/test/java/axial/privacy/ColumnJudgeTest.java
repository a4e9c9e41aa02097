package axial.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is stopped, and what is not. */
class ColumnJudgeTest {
    private static final int EACH = 50;
    private static final int LAST_VISIT = 2024;

    private static ColumnProfile seen(Collection<String> values) {
        ColumnProfile profile = new ColumnProfile();
        values.forEach(profile::add);
        return profile;
    }

    private static List<Finding> findings(String column, Role role, Collection<String> values) {
        return ColumnJudge.findings(column, role, seen(values), LAST_VISIT, true);
    }

    private static List<String> missed(Map<String, List<String>> planted, Role role) {
        List<String> missed = new ArrayList<>();
        planted.forEach((kind, values) -> {
            if (findings("x1", role, values).isEmpty()) {
                missed.add(kind);
            }
        });
        return missed;
    }

    @Test
    void everyPlantedKindIsStoppedUnderANameThatSaysNothing() {
        Map<String, List<String>> patterned = Planted.patterned(EACH, 1);
        Map<String, List<String>> worded = Planted.worded(EACH, 2);
        assertTrue(patterned.size() + worded.size() >= 18);
        assertEquals(List.of(), missed(patterned, Role.UNDECLARED));
        assertEquals(List.of(), missed(worded, Role.UNDECLARED));
    }

    @Test
    void everyPlantedKindIsStoppedInAKey() {
        // Whether a code is a pseudonym or a hospital's own number, the code does not say.
        assertEquals(List.of("record_number"), missed(Planted.patterned(EACH, 3), Role.KEY));
        assertEquals(List.of(), missed(Planted.worded(EACH, 4), Role.KEY));
    }

    @Test
    void cleanColumnsPass() {
        List<CleanColumns.Clean> clean = CleanColumns.twoHundred();
        assertEquals(200, clean.size());
        Map<String, String> flagged = new TreeMap<>();
        for (CleanColumns.Clean column : clean) {
            findings(column.name(), column.role(), column.values())
                    .forEach(f ->
                            flagged.put(column.name() + " " + column.values().get(0), f.words()));
        }
        assertTrue(flagged.size() <= 2, flagged.toString());
    }

    @Test
    void ofPatternedKindsNinetyNineOfAHundredTextsAreRecognised() {
        int texts = 0;
        int recognised = 0;
        for (Map.Entry<String, List<String>> kind : Planted.patterned(EACH, 6).entrySet()) {
            for (String text : kind.getValue()) {
                long signs = SignReader.signs(new Cell(text));
                texts++;
                recognised += java.util.Arrays.stream(Sign.values())
                                .anyMatch(sign -> sign.holdsIn(signs) && named(sign, kind.getKey()))
                        ? 1
                        : 0;
            }
        }
        assertTrue(recognised >= 0.99 * texts, recognised + " of " + texts);
    }

    private static boolean named(Sign sign, String kind) {
        return sign.kind().code().equals(kind.equals("fax") ? "phone" : kind);
    }

    @Test
    void theFindingNamesTheKindTheCountAndTheShapeButNoValue() {
        List<String> values = Planted.patterned(EACH, 8).get("nhs_number");
        Finding finding = findings("patient_id", Role.KEY, values).get(0);
        assertEquals(IdentifierKind.NHS_NUMBER, finding.kind());
        assertTrue(finding.words().startsWith("50 of 50 values look like NHS numbers"), finding.words());
        assertTrue(finding.shape().matches("[d -]+"), finding.shape());
    }

    @Test
    void randomCodesAreHardlyEverTakenForNumbersOfPeople() {
        java.util.Random dice = new java.util.Random(9);
        int flagged = 0;
        for (int column = 0; column < 2000; column++) {
            int length = 9 + column % 4;
            int rows = 2 + dice.nextInt(60);
            List<String> codes = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                StringBuilder code = new StringBuilder();
                for (int i = 0; i < length; i++) {
                    code.append(dice.nextInt(10));
                }
                codes.add(code.toString());
            }
            flagged += findings("patient_id", Role.KEY, codes).isEmpty() ? 0 : 1;
        }
        assertEquals(0, flagged);
    }

    @Test
    void aFewRealNumbersAmongManyOtherCodesAreFound() {
        List<String> values = new ArrayList<>(Planted.patterned(12, 10).get("bsn"));
        for (int i = 0; i < 50_000; i++) {
            values.add("P" + i);
        }
        assertEquals(
                IdentifierKind.BSN,
                findings("patient_id", Role.KEY, values).get(0).kind());
    }

    @Test
    void partsMergeToTheProfileOfTheWholeInAnyOrder() {
        List<String> values = new ArrayList<>();
        Planted.patterned(EACH, 12).values().forEach(values::addAll);
        Planted.worded(EACH, 13).values().forEach(values::addAll);
        ColumnProfile whole = seen(values);
        java.util.Collections.shuffle(values, new java.util.Random(4));
        ColumnProfile parts = new ColumnProfile();
        for (int i = 0; i < values.size(); i += 100) {
            parts.merge(seen(values.subList(i, Math.min(values.size(), i + 100))));
        }
        for (Sign sign : Sign.values()) {
            assertEquals(whole.holding(sign), parts.holding(sign), sign.name());
            assertEquals(whole.sampledHolding(sign), parts.sampledHolding(sign), sign.name());
        }
        assertEquals(whole.distinct(), parts.distinct());
        assertEquals(whole.filled(), parts.filled());
        assertEquals(whole.datesIn(1900, 2099), parts.datesIn(1900, 2099));
    }

    @Test
    void aNameInTheHeaderIsEnoughWhereValuesStandBelowIt() {
        List<String> codes = List.of("Zq81x", "Kw33y", "Lm20z", "Ab12c");
        assertEquals(
                IdentifierKind.NAME,
                findings("Nachname", Role.UNDECLARED, codes).get(0).kind());
        assertEquals(List.of(), findings("Nachname", Role.UNDECLARED, List.of("", " ")));
        assertEquals(List.of(), findings("email", Role.UNDECLARED, List.of("yes", "no", "yes", "no", "yes")));
        assertEquals(List.of(), findings("phone", Role.UNDECLARED, List.of("called", "not called", "called")));
    }

    @Test
    void whereNoDateMayStayAKeyThatHoldsDatesIsFound() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            keys.add("202403" + (10 + i % 20) + "-" + i);
        }
        assertEquals(List.of(), ColumnJudge.findings("visit_id", Role.KEY, seen(keys), LAST_VISIT, true));
        assertEquals(
                IdentifierKind.DATE,
                ColumnJudge.findings("visit_id", Role.KEY, seen(keys), LAST_VISIT, false)
                        .get(0)
                        .kind());
    }

    @Test
    void aKeyMadeOfADateOfBirthIsFound() {
        List<String> keys = new ArrayList<>();
        for (String born : Planted.worded(EACH, 14).get("birth_date_packed")) {
            keys.add("MU" + born);
        }
        assertEquals(
                IdentifierKind.BIRTH_DATE,
                findings("patient_id", Role.KEY, keys).get(0).kind());
    }

    @Test
    void theTailOfTheBinomialIsThatOfTheTextbook() {
        // Python: sum(comb(20, k) * p**k * (1 - p)**(20 - k) for k in range(10, 21)) with p = 1/11
        assertEquals(3.015878967360813e-06, ColumnJudge.atLeast(10, 20, 1 / 11.0), 1e-18);
        assertEquals(Math.pow(1 / 11.0, 5), ColumnJudge.atLeast(5, 5, 1 / 11.0), 1e-15);
        assertEquals(1, ColumnJudge.atLeast(0, 7, 0.3), 1e-12);
    }
}
