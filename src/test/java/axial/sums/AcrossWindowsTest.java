package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.question.Job;
import axial.question.JobFile;
import axial.tables.EstimateRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is asked over windows and subgroups, from the visits of a shared case to the rows, against R, which starts from
 * the same visits: {@code src/test/resources/oracle/lasting-case-a.R} (R 4.2.2, nlme 3.1-162, clubSandwich 0.5.8).
 */
class AcrossWindowsTest {
    private static final Map<String, EstimateRow> ROWS = new TreeMap<>();

    @BeforeAll
    static void walk() throws Exception {
        Path folder = Path.of("..", "shared", "conformance", "case-a");
        assumeTrue(Files.exists(folder), "the shared cases are not beside the project");
        String yaml = Files.readString(folder.resolve("job.yaml"))
                .replace("rom_rotation_left_deg: 5 }", "rom_rotation_left_deg: 5 }\n    subgroups: [symptom_stage]")
                .replace("min_cell: 10", "min_cell: 4");
        Job job = JobFile.parse("job.yaml", yaml);
        InMemory.of(job, CasesWithoutAnEngineTest.visits(job, folder).values())
                .evidence()
                .estimates()
                .forEach(row -> ROWS.put(row.id(), row));
    }

    private static EstimateRow row(String window, String rest) {
        String id = "mobilization-vs-manipulation/pain_nprs/" + window + "/" + rest;
        return Objects.requireNonNull(ROWS.get(id), () -> "no row " + id);
    }

    private static void isAbout(double expected, double found, double relative) {
        assertEquals(expected, found, Math.abs(expected) * relative);
    }

    /** nlme's optimiser stops at about 1e-5. */
    @Test
    void theMixedModelIsThatOfNlme() {
        Object[][] found = {
            {"immediate", "mmrm/adjusted_difference", 0.01491889186, 0.1712047274},
            {"short", "mmrm/adjusted_difference", 0.01639237308, 0.1402085565},
            {"intermediate", "mmrm/adjusted_difference", 0.07690703114, 0.1994868845},
            {"long", "mmrm/adjusted_difference", 0.01351516909, 0.2782702644},
            {"intermediate", "mmrm/decay_since_short", 0.06051465806, 0.2071714836},
            {"short", "mmrm/arm_mean_change", -1.252087245, 0.0935295127},
            {"short", "mmrm/comparator_mean_change", -1.268479618, 0.1023037122},
        };
        for (Object[] expected : found) {
            EstimateRow row = row((String) expected[0], (String) expected[1]);
            isAbout((double) expected[2], row.estimate(), 1e-4);
            isAbout((double) expected[3], row.stdError(), 1e-4);
            assertEquals(199, row.nArm());
            assertEquals(166, row.nComparator());
        }
    }

    @Test
    void whatIsLeftOfAChangeHasFiellersIntervalFromTheTotalsOfClinics() {
        EstimateRow arm = row("intermediate", "lasting/retention_arm_since_short");
        isAbout(1.64367816092, arm.estimate(), 1e-10);
        isAbout(1.1181912367, arm.ciLow(), 1e-9);
        isAbout(2.51795840331, arm.ciHigh(), 1e-9);
        assertEquals(10, arm.df());
        EstimateRow comparator = row("intermediate", "lasting/retention_comparator_since_short");
        isAbout(1.3679245283, comparator.estimate(), 1e-10);
        isAbout(1.22245480939, comparator.ciLow(), 1e-9);
        isAbout(1.60408560605, comparator.ciHigh(), 1e-9);
        assertEquals(90, arm.nArm());
        assertEquals(66, arm.nComparator());
    }

    @Test
    void theGrowthOfTheDifferenceIsLeastSquaresWithClusterRobustErrors() {
        EstimateRow decay = row("intermediate", "lasting/decay_since_short");
        isAbout(-0.137442716631, decay.estimate(), 1e-9);
        isAbout(0.240860454541, decay.stdError(), 1e-9);
        isAbout(6.93020974952, decay.df(), 1e-8);
    }

    @Test
    void whoRelapsesIsCountedAmongThoseWhoHadImproved() {
        EstimateRow arm = row("intermediate", "lasting/relapse_arm_since_short");
        isAbout(5 / 33.0, arm.estimate(), 1e-12);
        isAbout(0.0510886993561, arm.ciLow(), 1e-9);
        isAbout(0.31898981971, arm.ciHigh(), 1e-9);
        EstimateRow comparator = row("intermediate", "lasting/relapse_comparator_since_short");
        isAbout(4 / 36.0, comparator.estimate(), 1e-12);
        isAbout(0.031116139945, comparator.ciLow(), 1e-9);
        isAbout(0.260610920511, comparator.ciHigh(), 1e-9);
        assertEquals(33, arm.nArm());
        assertEquals(36, arm.nComparator());
    }

    @Test
    void anInteractionIsAWaldTestByClinics() {
        EstimateRow test = row("short", "symptom_stage/interaction/wald_f");
        isAbout(0.798317995312, test.estimate(), 1e-9);
        isAbout(0.476803982237, test.pValue(), 1e-9);
        assertEquals(10, test.df());
        assertEquals(327, test.nArm() + test.nComparator());
    }

    @Test
    void noRowIsWithoutPopulationAndFormula() {
        assertTrue(ROWS.size() > 300, "only " + ROWS.size() + " rows");
        ROWS.values().forEach(row -> assertTrue(!row.convention().isBlank(), row::id));
    }

    @Test
    void everyMetricIsExplained() throws Exception {
        java.util.Properties words = new java.util.Properties();
        try (var text = Files.newBufferedReader(Path.of("src/main/resources/axial/cli/explanations.properties"))) {
            words.load(text);
        }
        for (EstimateRow row : ROWS.values()) {
            String together = row.metric().replaceFirst("_(since|at|shift)_.*", "_$1");
            boolean explained = words.containsKey("metric." + row.metric()) || words.containsKey("metric." + together);
            assertTrue(explained, () -> row.metric() + " is not explained");
        }
    }

    @Test
    void theLadderOfMarginsIsMonotone() {
        for (String window : new String[] {"immediate", "short", "intermediate", "long"}) {
            double half = row(window, "ancova/noninferiority_half_margin").pValue();
            double one = row(window, "ancova/noninferiority").pValue();
            double two = row(window, "ancova/noninferiority_two_margins").pValue();
            assertTrue(half >= one && one >= two, window);
        }
    }
}
