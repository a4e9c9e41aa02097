package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What treatment codes mean, and which are refused because they do not say it. */
class CodeListTest {
    private static final String LIST = """
            system,code,technique,region,note
            CPT,98940,manipulation,?,
            SNOMED,399010004,manipulation,cervical,
            ,TRT_MOB_C,mobilization,cervical,our own
            ,TRT_EX,exercise,,
            CPT,992*,none,,no treatment
            """;

    @TempDir
    Path dir = Path.of("");

    /** One visit with this in its treatments, and this diagnosis. */
    private Intake given(String treatments, String diagnosis) throws IOException {
        return Intake.of(
                dir,
                "visit_id,patient_id,clinic_id,visit_date,treatments,dx\nV1,P1,C1,2024-03-04," + treatments + ","
                        + diagnosis + "\n");
    }

    private Intake given(String treatments) throws IOException {
        return given(treatments, "");
    }

    @Test
    void aCodeThatDoesNotSayThrustIsRefusedWithoutAnyList() throws IOException {
        for (String code : List.of("97140", "98925", "98926", "98927", "98928", "98929")) {
            assertEquals(
                    List.of("treatments code_says_no_technique", "treatments code_says_no_region"),
                    given(code).only().codes(),
                    code);
        }
    }

    @Test
    void aCodeThatSaysManipulationButNoRegionIsRefused() throws IOException {
        for (String code : List.of("98940", "98941", "98942", "CPT|98941", "exercise;98941")) {
            assertEquals(
                    List.of("treatments code_says_no_region"),
                    given(code).only().codes(),
                    code);
        }
    }

    @Test
    void theRefusalShowsNoCode() throws IOException {
        assertEquals("99999", given("97140").only().reasons().get(0).shape());
    }

    @Test
    void whatTheJobSaysOfACodeCounts() throws IOException {
        assertEquals(
                "manipulation:cervical",
                given("98940")
                        .value("treatments", "98940", "manipulation:cervical")
                        .only()
                        .at("treatments"));
        assertEquals(
                "mobilization:cervical",
                given("97140")
                        .codes("code,technique,region\n97140,mobilization,cervical\n")
                        .only()
                        .at("treatments"));
    }

    @Test
    void codesOfAListBecomeTokens() throws IOException {
        assertEquals(
                "exercise;mobilization:cervical",
                given("TRT_MOB_C;TRT_EX").codes(LIST).only().at("treatments"));
        for (String code : List.of("399010004", "SNOMED|399010004", "http://snomed.info/sct|399010004")) {
            assertEquals("manipulation:cervical", given(code).codes(LIST).only().at("treatments"), code);
        }
    }

    @Test
    void aCodeOfAnotherSystemIsAnotherCode() throws IOException {
        assertEquals(
                List.of("treatments code_not_listed"),
                given("LOINC|399010004").codes(LIST).only().codes());
    }

    @Test
    void theTechniqueNoneIsNoTreatmentAndAStarStandsForAnything() throws IOException {
        assertEquals("", given("99213").codes(LIST).only().at("treatments"));
        assertEquals("exercise", given("99213;TRT_EX").codes(LIST).only().at("treatments"));
    }

    @Test
    void aStarDoesNotHideACodeThatIsKnownToBeVague() throws IOException {
        assertEquals(
                List.of("treatments code_says_no_region"),
                given("98941").codes("code,technique\n*,none\n").only().codes());
    }

    @Test
    void aCodeThatStandsInNoListIsRefusedButTheWordsOfTheJobAreRead() throws IOException {
        assertEquals(
                List.of("treatments code_not_listed"),
                given("TRT_X").codes(LIST).only().codes());
        assertEquals(
                "manipulation:cervical",
                given("manipulation:cervical").codes(LIST).only().at("treatments"));
    }

    @Test
    void aRuleResolvesACodeByAnotherColumn() throws IOException {
        Intake ruled = given("98941", "M54.2;M99.01").rule("98941", "dx", "M99.01", "manipulation:cervical");
        assertEquals("manipulation:cervical", ruled.only().at("treatments"));
        assertEquals(
                "manipulation:cervical",
                given("98941", "M99.01")
                        .rule("CPT|98941", "dx", "M99*", "manipulation:cervical")
                        .only()
                        .at("treatments"));
    }

    @Test
    void aRuleThatDoesNotFitLeavesTheCodeRefused() throws IOException {
        for (String diagnosis : List.of("", "M99.03", "M99.011")) {
            assertEquals(
                    List.of("treatments code_says_no_region"),
                    given("98941", diagnosis)
                            .rule("98941", "dx", "M99.01", "manipulation:cervical")
                            .only()
                            .codes());
        }
    }

    @Test
    void allRulesThatFitCount() throws IOException {
        assertEquals(
                "manipulation:cervical;manipulation:thoracic",
                given("98941", "M99.01;M99.02")
                        .rule("98941", "dx", "M99.01", "manipulation:cervical")
                        .rule("98941", "dx", "M99.02", "manipulation:thoracic")
                        .only()
                        .at("treatments"));
    }

    @Test
    void aRuleMaySayThatACodeIsNoTreatmentOfTheNeck() throws IOException {
        assertEquals(
                "",
                given("98941", "M99.03")
                        .rule("98941", "dx", "M99.03", "none")
                        .only()
                        .at("treatments"));
    }

    @Test
    void aColumnThatARuleAsksForMustBeThere() throws IOException {
        assertEquals(
                "visits.csv, line 1: column note is missing, which the rule for code 98941 asks for.",
                given("98941")
                        .rule("98941", "note", "cx", "manipulation:cervical")
                        .refusal());
    }

    @Test
    void aCodeWithTwoMeaningsInTwoSystemsNeedsItsSystem() throws IOException {
        String list = "system,code,technique\nhere,1,massage\nthere,1,heat\n";
        assertEquals(
                List.of("treatments code_ambiguous"),
                given("1").codes(list).only().codes());
        assertEquals("heat", given("there|1").codes(list).only().at("treatments"));
    }

    @Test
    void everyMistakeOfAListIsNamedWithItsLine() throws IOException {
        assertEquals(
                """
                codes0.csv, line 2: technique and region are words of small letters, digits, - and _, such as manipulation and cervical; none is no treatment, ? is what the code leaves open.
                codes0.csv, line 3: the code is empty. Write one, or remove the line.
                codes0.csv, line 5: the code stands in the lists already, with another meaning. Keep one of them.
                codes1.csv, line 2: there is no code or no technique. The columns of a code list are system, code, technique, region.""",
                given("1")
                        .codes("code,technique,region\n1,Mobilization,cervical\n,massage,\n2,heat,\n2,massage,\n")
                        .codes("code,meaning\n3,massage\n")
                        .refusal());
    }

    @Test
    void aListThatIsNotThereIsNamed() throws IOException {
        Intake intake = given("1").codes("code,technique\n1,heat\n");
        java.nio.file.Files.delete(dir.resolve("codes0.csv"));
        assertEquals(
                "codes0.csv: no such file. The path is relative to the job file's folder; correct  code_lists  or put the"
                        + " file there.",
                intake.refusal());
    }
}
