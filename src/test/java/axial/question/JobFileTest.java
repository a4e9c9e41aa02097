package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.clinic.Instrument;
import axial.question.Job.Cluster;
import axial.question.Job.RedFlags;
import axial.question.Job.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {
    private static final String SHORTEST = """
            axial: 1
            title: Shortest
            visits: [{ path: visits.csv }]
            arms: { a: [manipulation:cervical], b: mobilization }
            outcomes: [pain_nprs]
            questions: [{ id: q, ask: Which, arm: a, comparator: b }]
            """;

    @TestFactory
    Stream<DynamicTest> everyJobInJobsIsRead() throws Exception {
        return readable(Path.of("jobs"), ".yaml");
    }

    @TestFactory
    Stream<DynamicTest> everyConformanceJobIsRead() throws Exception {
        Path shared = Places.upward("shared");
        Assumptions.assumeTrue(shared != null, "skipped: the shared conformance cases are not on this machine");
        return shared == null ? Stream.of() : readable(shared, "job.yaml");
    }

    private static Stream<DynamicTest> readable(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root, 4, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            List<Path> jobs = all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertFalse(jobs.isEmpty());
            return jobs.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        Job job = Places.readable(file);
                        assertFalse(job.questions().isEmpty());
                    }));
        }
    }

    @Test
    void theBaselineIsAdjustedForAlsoWhereItIsNotListed() throws Exception {
        assertEquals(
                List.of("baseline", "sex"),
                JobFile.parse("t", SHORTEST + "adjust_for: [sex]\n").adjustFor());
        assertEquals(
                List.of("baseline"),
                JobFile.parse("t", SHORTEST + "adjust_for: []\n").adjustFor());
        assertEquals(
                List.of("sex", "baseline"),
                JobFile.parse("t", SHORTEST + "adjust_for: [sex, baseline]\n").adjustFor());
    }

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheContract() throws Exception {
        Job job = JobFile.parse("shortest", SHORTEST);
        assertEquals(new Job.Cohort(90, true, BigDecimal.valueOf(18), 14, RedFlags.NONE), job.cohort());
        assertEquals(WindowReading.STANDARD, job.windows());
        assertEquals(List.of("baseline", "age_years", "sex", "disorder", "symptom_stage"), job.adjustFor());
        assertEquals(Cluster.CLINIC_ID, job.cluster());
        assertEquals(new Job.Disclosure(false, 11), job.disclosure());
        assertEquals(
                new Source("visits.csv", "visits.csv", "csv", Map.of(), Map.of(), Map.of()),
                job.sources().get(0));
        assertEquals(
                List.of("immediate", "short", "intermediate", "long"),
                job.questions().get(0).windows());
        assertEquals(List.of("pain_nprs"), job.questions().get(0).outcomes());
        assertNull(job.store());
        assertEquals(
                10,
                JobFile.parse("t", SHORTEST + "disclosure: { profile: trusted }\n")
                        .disclosure()
                        .minCell());
    }

    @Test
    void anOverrideOfTheMcidNamesThisFileAsItsSource() throws Exception {
        Job job = JobFile.parse("t", SHORTEST.replace("[pain_nprs]", "{ pain_nprs: { mcid: 1.5 }, groc: }"));
        Instrument pain = job.outcome("pain_nprs").instrument();
        assertEquals(new BigDecimal("1.5"), pain.mcid());
        assertEquals("this job file", pain.source());
        assertEquals(
                InstrumentCatalogue.builtIn().get("groc"), job.outcome("groc").instrument());
    }

    @Test
    void optionsAreTakenAsTheyAreMeant() throws Exception {
        Job job = JobFile.parse(
                "t",
                SHORTEST.replace(
                        "{ path: visits.csv }",
                        "{ path: 'a/*.NDJSON.gz', map: { pain_nprs_after: NRS, visit_day: 7 }, "
                                + "values: { sex: { 1: female, no: male } }, "
                                + "options: { delimiter: \\t, null_values: [NA, -99, ''], decimal: ',' } }"));
        Source source = job.sources().get(0);
        assertEquals("ndjson", source.format());
        assertEquals(Map.of("pain_nprs_after", "NRS", "visit_day", "7"), source.map());
        assertEquals(Map.of("sex", Map.of("1", "female", "no", "male")), source.values());
        assertEquals(Map.of("delimiter", "\t", "null_values", "NA\u001f-99\u001f", "decimal", ","), source.options());
    }

    @Test
    void anchorsAndMergesAreFollowed() throws Exception {
        Job job = JobFile.parse("t", SHORTEST + """
                windows:
                  one: &w { from: 0, to: 1, target: 0 }
                  two: { <<: *w, from: 2, to: 9, target: 2 }
                """);
        assertEquals(new Job.Window("two", 2, 9, 2), job.window("two"));
    }

    @Test
    void aQuestionThatCannotBeAnsweredNeedsNoArms() throws Exception {
        Job job = JobFile.parse("t", SHORTEST.replace("arm: a, comparator: b", "not_answerable: Nobody is untreated."));
        assertEquals("Nobody is untreated.", job.questions().get(0).notAnswerable());
        assertTrue(job.questions().get(0).arm().isEmpty());
    }

    @Test
    void aFileThatIsNoTextIsOneProblem(@TempDir Path directory) throws Exception {
        Path latin = Files.write(directory.resolve("latin.yaml"), "title: é".getBytes(StandardCharsets.ISO_8859_1));
        for (Path file : List.of(directory, latin, directory.resolve("absent.yaml"))) {
            InvalidJob invalid = assertThrows(InvalidJob.class, () -> JobFile.read(file));
            assertEquals(1, invalid.problems().size());
        }
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws Exception {
        assertEquals("Shortest", JobFile.parse("t", "\uFEFF" + SHORTEST).title());
    }
}
