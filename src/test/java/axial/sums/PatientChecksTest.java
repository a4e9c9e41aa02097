package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;

import axial.clinic.Scaled;
import axial.question.Job;
import axial.question.JobFile;
import axial.question.QualityCheck;
import axial.walk.Cells;
import axial.walk.PatientVisits;
import axial.walk.PatientWalk;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen in one patient's visits, in order. */
class PatientChecksTest {
    private static final int MISSING = Scaled.MISSING;
    private static final List<String> MOTIONS = List.of(
            "rom_flexion_deg",
            "rom_extension_deg",
            "rom_lateral_left_deg",
            "rom_lateral_right_deg",
            "rom_rotation_left_deg",
            "rom_rotation_right_deg");

    private final Job job = job();
    private final WalkPlan walk = WalkPlan.of(job);
    private final CheckPlan plan = CheckPlan.of(job);
    private PatientChecks checks = new PatientChecks(plan, walk);
    private final List<WalkVisit> visits = new ArrayList<>();

    private static Job job() {
        try {
            return JobFile.parse("job", """
                    axial: 1
                    title: Checks
                    visits: [{ path: visits.csv }]
                    arms: { one: [manipulation:cervical], two: [mobilization:cervical] }
                    outcomes: [pain_nprs]
                    windows: { short: { from: 2, to: 91, target: 28 }, long: { from: 92, to: 400, target: 365 } }
                    adjust_for: [baseline, age_years, sex]
                    questions: [{ id: first, ask: Is it so, arm: one, comparator: two }]
                    """);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @BeforeEach
    void afresh() {
        checks = new PatientChecks(plan, walk);
        visits.clear();
    }

    private void visit(int day, int age, int pain, int... degrees) {
        visit(day, age, "female", pain, degrees);
    }

    private void visit(int day, int age, String sex, int pain, int... degrees) {
        int[] scores = new int[plan.fields().size()];
        Arrays.fill(scores, MISSING);
        scores[0] = steps(pain);
        for (int m = 0; m < degrees.length; m++) {
            for (int f = 0; f < scores.length; f++) {
                if (plan.fields().get(f).name().equals(MOTIONS.get(m))) {
                    scores[f] = steps(degrees[m]);
                }
            }
        }
        boolean treated = visits.isEmpty();
        visits.add(new WalkVisit(
                day,
                treated ? "manipulation:cervical" : "",
                "",
                "C1",
                "",
                age == MISSING ? MISSING : age * 10_000,
                new String[] {sex},
                new int[] {age == MISSING ? MISSING : age * 10_000},
                new int[] {steps(pain)},
                new int[] {MISSING},
                false,
                -1,
                scores));
    }

    private static int steps(int points) {
        return points == MISSING ? MISSING : points * 1_000_000;
    }

    private String counts(QualityCheck check, String field, String window) {
        if (!visits.isEmpty()) {
            PatientVisits patient = WalkVisit.patient(walk, Walkers.layout(job, walk), visits);
            new PatientWalk(walk, new Cells(walk), checks::addEpisode).walk(patient);
            checks.add(patient);
            visits.clear();
        }
        long n = 0;
        long of = 0;
        for (String clinic : checks.tally().clinics()) {
            for (long[] counts : checks.tally().periods(clinic).values()) {
                n += counts[2 * plan.slot(check, field, window)];
                of += counts[2 * plan.slot(check, field, window) + 1];
            }
        }
        return n + " of " + of;
    }

    @Test
    void motionsThatAreTheSameThreeVisitsRunningAreCopied() {
        for (int day = 0; day < 5; day++) {
            visit(day * 7, 40, 5, 45, 50, 35, 36, 60, 61);
        }
        assertEquals("3 of 5", counts(QualityCheck.P4, "", ""));
    }

    @Test
    void twoVisitsAlikeOrOneMotionChangedAreNotCopied() {
        visit(0, 40, 5, 45, 50, 35, 36, 60, 61);
        visit(7, 40, 5, 45, 50, 35, 36, 60, 61);
        visit(14, 40, 5, 45, 50, 35, 36, 60, 62);
        visit(21, 40, 5, 45, 50, 35, 36, 60, 61);
        assertEquals("0 of 4", counts(QualityCheck.P4, "", ""));
    }

    @Test
    void visitsWithoutMotionsInBetweenDoNotInterrupt() {
        visit(0, 40, 5, 45, 50, 35);
        visit(7, 40, 4);
        visit(14, 40, 5, 45, 50, 35);
        visit(21, 40, 5, 45, 50, 35);
        assertEquals("1 of 3", counts(QualityCheck.P4, "", ""));
    }

    @Test
    void twoMotionsAreTooFewToTell() {
        for (int day = 0; day < 5; day++) {
            visit(day * 7, 40, 5, 45, 50);
        }
        assertEquals("0 of 0", counts(QualityCheck.P4, "", ""));
    }

    @Test
    void aDirectionThatIsLeftOutIsMissingOnlyWhereAnotherIsMeasured() {
        visit(0, 40, 5, 45, 50, 35, 36, 60, 61);
        visit(7, 40, 5, 45);
        visit(14, 40, 5);
        assertEquals("1 of 2", counts(QualityCheck.M3, "rom_extension_deg", ""));
        assertEquals("0 of 2", counts(QualityCheck.M3, "rom_flexion_deg", ""));
    }

    @Test
    void aMotionBeyondWhatIsPlausibleIsFlagged() {
        visit(0, 40, 5, 9, 110, 70, 71, 60, 61);
        assertEquals("1 of 1", counts(QualityCheck.P2, "rom_flexion_deg", ""));
        assertEquals("0 of 1", counts(QualityCheck.P2, "rom_extension_deg", ""));
        assertEquals("0 of 1", counts(QualityCheck.P2, "rom_lateral_left_deg", ""));
        assertEquals("1 of 1", counts(QualityCheck.P2, "rom_lateral_right_deg", ""));
    }

    @Test
    void multiplesOfFiveAreCounted() {
        visit(0, 40, 5, 45);
        visit(7, 40, 6, 46);
        visit(14, 40, 0, 50);
        assertEquals("2 of 3", counts(QualityCheck.P3, "pain_nprs", ""));
        assertEquals("2 of 3", counts(QualityCheck.P3, "rom_flexion_deg", ""));
    }

    @Test
    void anAgeThatFallsOrLeapsIsApartFromTheDate() {
        visit(0, 40, 5);
        visit(7, 40, 5);
        visit(14, 41, 5);
        visit(21, 40, 5);
        visit(28, 45, 5);
        visit(400, 46, 5);
        assertEquals("2 of 5", counts(QualityCheck.T2, "age_years", ""));
    }

    @Test
    void aGapOfMoreThanTwoYearsIsFlagged() {
        visit(0, 40, 5);
        visit(730, 42, 5);
        visit(1461, 44, 5);
        assertEquals("1 of 2", counts(QualityCheck.T3, "", ""));
    }

    @Test
    void aFirstScoreAndLaterScoresAreThereOrNot() {
        visit(0, 40, 5);
        visit(28, 40, 4);
        assertEquals("0 of 1", counts(QualityCheck.M1, "pain_nprs", ""));
        assertEquals("0 of 1", counts(QualityCheck.M2, "pain_nprs", "short"));
        assertEquals("1 of 1", counts(QualityCheck.M2, "pain_nprs", "long"));
        assertEquals("0 of 1", counts(QualityCheck.C4, "pain_nprs", ""));
    }

    @Test
    void aLaterScoreWithoutAFirstCannotBeCompared() {
        visit(0, 40, MISSING);
        visit(28, 40, 4);
        assertEquals("1 of 1", counts(QualityCheck.M1, "pain_nprs", ""));
        assertEquals("0 of 0", counts(QualityCheck.M2, "pain_nprs", "short"));
        assertEquals("1 of 1", counts(QualityCheck.C4, "pain_nprs", ""));
    }

    @Test
    void nobodyFollowedLeavesNothingToCompare() {
        visit(0, 40, 5);
        assertEquals("0 of 0", counts(QualityCheck.C4, "pain_nprs", ""));
    }

    @Test
    void covariatesAreCheckedAtTheFirstTreatment() {
        visit(0, 40, "unknown", 5);
        visit(28, MISSING, "female", 4);
        assertEquals("1 of 1", counts(QualityCheck.M5, "sex", ""));
        assertEquals("0 of 1", counts(QualityCheck.M5, "age_years", ""));
    }

    @Test
    void multiplesAreThoseWithoutARemainder() {
        for (int d : new int[] {2, 3, 5, 50, 5_000_000}) {
            long oneth = PatientChecks.oneth(d);
            for (int k = -50_000; k < 50_000; k++) {
                int number = (int) (k * 7_919L * 5) + k % 3;
                assertEquals(number % d == 0, PatientChecks.isMultiple(number, oneth), number + " by " + d);
            }
            assertEquals(Integer.MAX_VALUE % d == 0, PatientChecks.isMultiple(Integer.MAX_VALUE, oneth));
        }
    }
}
