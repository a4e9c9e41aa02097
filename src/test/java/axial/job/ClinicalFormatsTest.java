package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.AsOmop;
import axial.ingest.AsRedcap;
import axial.ingest.RealPostgres;
import axial.ingest.VisitSheet;
import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same visits, whatever a clinic keeps them in: the same estimates, to the byte. */
class ClinicalFormatsTest {
    private static final List<String> SAME = List.of("estimates.csv", "flow.csv", "safety.csv");
    private static final String JOB = """
            axial: 1
            title: In many formats
            cohort: { exclude: { red_flags: any } }
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 }, ndi_percent: { mcid: 10 }, rom_flexion_deg: { mcid: 7 } }
            cluster: practitioner_id
            disclosure: { profile: trusted, min_cell: 10 }
            questions:
              - id: mobilization-vs-manipulation
                ask: Is cervical mobilization at least as effective as cervical manipulation?
                arm: cervical_mobilization
                comparator: cervical_manipulation
                subgroups: [symptom_stage]
            visits:
            """;

    @TempDir
    private static Path folder;

    private static List<Map<String, String>> visits = List.of();

    @BeforeAll
    static void oneRunOfCsvToCompareWith() throws Exception {
        Synth.write(new SynthPlan(500, 6, 11, "default"), folder.resolve("made"));
        visits = VisitSheet.read(folder.resolve("made/visits.csv"));
        run("csv", "  - { path: made/visits.csv, name: clinics }\n");
        String estimates = Files.readString(folder.resolve("csv-out/estimates.csv"));
        assertTrue(estimates.contains("overlap_weighted") && estimates.contains("immediate"), estimates);
    }

    private static void run(String name, String source) throws Exception {
        Path job = Files.writeString(folder.resolve(name + ".yaml"), JOB + source);
        new ReviewJob(job, JobFile.read(job), folder.resolve(name + "-out"), line -> {})
                .run("local[2]", Map.of("spark.sql.shuffle.partitions", "2"));
    }

    private static void sameAsCsv(String name, String source) throws Exception {
        run(name, source);
        for (String table : SAME) {
            assertEquals(
                    Files.readString(folder.resolve("csv-out").resolve(table)),
                    Files.readString(folder.resolve(name + "-out").resolve(table)),
                    name + " " + table);
        }
        assertEquals(
                1, Files.readAllLines(folder.resolve(name + "-out/rejects.csv")).size(), "no visit is refused");
    }

    @Test
    void redcap() throws Exception {
        sameAsCsv("redcap", new AsRedcap(visits).write(folder.resolve("redcap.csv"), "clinics"));
    }

    @Test
    void omopAsCsvWithACodeForEachScore() throws Exception {
        sameAsCsv("omop-csv", new AsOmop(visits, false).writeCsv(folder.resolve("tables"), "clinics"));
    }

    @Test
    void omopAsParquetWithTimes() throws Exception {
        sameAsCsv("omop-parquet", new AsOmop(visits, true).writeParquet(folder.resolve("parquet"), "clinics"));
    }

    @Test
    void omopInPostgresqlWithTimes() throws Exception {
        sameAsCsv("omop-jdbc", RealPostgres.fill(new AsOmop(visits, true), "timed", folder, "clinics"));
    }
}
