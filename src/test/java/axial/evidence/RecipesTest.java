package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Better;
import axial.question.Job;
import axial.question.JobFile;
import axial.tables.EstimateRow;
import axial.walk.Cells;
import axial.walk.EpisodeBlock;
import axial.walk.PatientWalk;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import axial.walk.WindowSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recipes of CONTRIBUTING.md, followed to the letter. */
class RecipesTest {
    private static final int MISSING = axial.clinic.Scaled.MISSING;

    private static String recipe(String name) throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        Matcher block = Pattern.compile("<!-- recipe: " + name + " -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertTrue(block.find(), "no recipe " + name);
        return block.group(1);
    }

    @Test
    void aNewInstrumentIsABlockOfYaml() throws Exception {
        Job job = JobFile.parse("recipe", recipe("instrument") + """
                        axial: 1
                        title: A recipe
                        visits: [{ path: visits.csv }]
                        arms: { a: [manipulation:cervical], b: [mobilization:cervical] }
                        questions: [{ id: q, ask: "Which?", arm: a, comparator: b }]
                        """);
        assertEquals(Better.LOWER, job.outcome("neck_bournemouth").instrument().better());
        assertTrue(axial.tables.VisitsTable.fields(job).contains("neck_bournemouth_after"));
        assertTrue(WalkPlan.of(job).outcomes().contains("neck_bournemouth"));
    }

    @Test
    void aNewQuestionIsABlockOfYaml() throws Exception {
        Job job = question();
        assertEquals(List.of("both"), job.questions().get(0).arm());
    }

    private static Job question() throws Exception {
        return JobFile.parse("recipe", recipe("question") + """
                        axial: 1
                        title: A recipe
                        visits: [{ path: visits.csv }]
                        outcomes: { pain_nprs: {} }
                        windows: { short: { from: 2, to: 91, target: 28 } }
                        adjust_for: [baseline]
                        disclosure: { profile: trusted, min_cell: 2 }
                        """);
    }

    @Test
    void aNewEstimatorIsOneFileThatReadsTheAnalysis() throws Exception {
        assertEquals(
                recipe("estimator"), Files.readString(Path.of("src/test/java/axial/evidence/BaselineDifference.java")));
        EstimateRow row = new BaselineDifference().rows(analysis()).get(0);
        assertEquals(1.5, row.estimate(), 1e-12);
        assertEquals("baseline", row.estimator());
    }

    /** Baselines 6 and 7 in the arm, 4 and 6 in the comparator, all with a follow-up of 3. */
    private static Analysis analysis() throws Exception {
        Job job = question();
        WalkPlan plan = WalkPlan.of(job);
        Cells cells = new Cells(plan);
        EpisodeBlock episodes = new EpisodeBlock(plan);
        PatientWalk walk = new PatientWalk(plan, cells, episodes::add);
        for (int[] patient : new int[][] {{1, 6}, {1, 7}, {0, 4}, {0, 6}}) {
            String treatments =
                    patient[0] == 1 ? "manipulation:cervical;manipulation:thoracic" : "manipulation:cervical";
            walk.walk(WalkVisit.patient(plan, List.of(visit(plan, 0, treatments, patient[1]), visit(plan, 28, "", 3))));
        }
        cells.addEpisodes(episodes, episodes.byClinicAndArm());
        return new Evidence(job, plan, cells, new WindowSums(job, plan))
                .analyses()
                .get(0);
    }

    private static WalkVisit visit(WalkPlan plan, int day, String treatments, int pain) {
        int steps = (int) (pain * plan.stepsPerUnit()[0]);
        return new WalkVisit(
                day,
                treatments,
                "",
                "C1",
                "",
                40 * 10_000,
                new String[0],
                new int[0],
                new int[] {steps},
                new int[] {MISSING},
                false,
                -1,
                new int[0]);
    }

    @Test
    void everyEstimatorIsInTheOneList() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/axial/evidence"))) {
            long written = files.filter(RecipesTest::isEstimator).count();
            assertEquals(written, Estimators.ALL.size());
        }
    }

    private static boolean isEstimator(Path file) {
        try {
            return Files.readString(file).contains(" implements Estimator {");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
