package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.AsFhir;
import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import axial.tables.VisitCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same visits give the same bytes, whatever format they come in. */
class SameVisitsTest {
    private static final List<String> SAME = List.of("estimates.csv", "clinics.csv", "flow.csv", "safety.csv");
    private static final String JOB = """
            axial: 1
            title: In two formats
            visits:
              - SOURCE
            cohort: { exclude: { red_flags: any } }
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: [pain_nprs, ndi_percent, rom_rotation_left_deg, groc, eq5d_index]
            disclosure: { profile: trusted, min_cell: 10 }
            questions:
              - id: mobilization-vs-manipulation
                ask: Is cervical mobilization at least as effective as cervical manipulation?
                arm: cervical_mobilization
                comparator: cervical_manipulation
                margins: { pain_nprs: 1 }
                subgroups: [symptom_stage, disorder]
            """;

    @TempDir
    private static Path folder;

    private static long visits;

    @BeforeAll
    static void visitsAsCsv() throws Exception {
        visits = Synth.write(new SynthPlan(500, 6, 23, "default"), folder);
        VisitCounts counts = run("csv", "{ path: visits.csv, name: clinics }");
        assertEquals(new VisitCounts(visits, visits, 0, 0, 0, 0, 0), counts);
        assertTrue(Files.readString(folder.resolve("csv/estimates.csv")).contains("overlap_weighted"));
    }

    private static VisitCounts run(String name, String source) throws Exception {
        Path job = Files.writeString(folder.resolve(name + ".yaml"), JOB.replace("SOURCE", source));
        return new ReviewJob(job, JobFile.read(job), folder.resolve(name), line -> {}).run("local[2]", Map.of());
    }

    @Test
    void asFhirBulkData() throws Exception {
        VisitCounts counts = run("fhir", AsFhir.write(folder.resolve("visits.csv"), folder, "clinics"));
        assertEquals(
                "",
                Files.readString(folder.resolve("fhir/rejects.csv"))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(""));
        assertEquals(new VisitCounts(visits, visits, 0, 0, 0, 0, 0), counts);
        for (String table : SAME) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("csv").resolve(table),
                            folder.resolve("fhir").resolve(table)),
                    table);
        }
    }
}
