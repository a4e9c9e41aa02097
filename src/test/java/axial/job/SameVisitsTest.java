package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.AsFhir;
import axial.ingest.AsOmop;
import axial.ingest.AsRedcap;
import axial.ingest.RealPostgres;
import axial.ingest.VisitSheet;
import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import axial.tables.CsvTable;
import axial.tables.ParquetTable;
import axial.tables.VisitCounts;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same visits, more than 5,000, whatever a clinic keeps them in: the same tables, to the byte. */
class SameVisitsTest {
    private static final List<String> SAME = List.of("estimates.csv", "flow.csv", "safety.csv");
    private static final int PATIENTS = 720;
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
                margins: { pain_nprs: 1 }
                subgroups: [symptom_stage]
            visits:
            """;

    @TempDir
    private static Path folder;

    private static List<Map<String, String>> visits = List.of();

    @BeforeAll
    static void oneRunOfCsvToCompareWith() throws Exception {
        Synth.write(new SynthPlan(PATIENTS, 6, 11, "default"), folder.resolve("made"));
        visits = VisitSheet.read(folder.resolve("made/visits.csv"));
        assertTrue(visits.size() >= 5000, visits.size() + " visits");
        run("csv", "  - { path: made/visits.csv, name: clinics }\n");
        String estimates = Files.readString(folder.resolve("csv-out/estimates.csv"));
        assertTrue(estimates.contains("overlap_weighted") && estimates.contains("immediate"), estimates);
    }

    private static void run(String name, String source) throws Exception {
        Path job = Files.writeString(folder.resolve(name + ".yaml"), JOB + source);
        VisitCounts counts = new ReviewJob(job, JobFile.read(job), folder.resolve(name + "-out"), line -> {})
                .run("local[2]", Map.of("spark.sql.shuffle.partitions", "2"))
                .counts();
        assertEquals(new VisitCounts(visits.size(), visits.size(), 0, 0, 0, 0, 0), counts, name);
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
    void ndjson() throws Exception {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (Map<String, String> visit : visits) {
            Map<String, String> recorded = new LinkedHashMap<>(visit);
            recorded.values().removeIf(String::isEmpty);
            lines.append(json.writeValueAsString(recorded)).append('\n');
        }
        Files.writeString(folder.resolve("visits.ndjson"), lines);
        sameAsCsv("ndjson", "  - { path: visits.ndjson, name: clinics, format: ndjson }\n");
    }

    @Test
    void parquet() throws Exception {
        List<String> columns = List.copyOf(visits.get(0).keySet());
        List<List<String>> rows = new ArrayList<>();
        visits.forEach(visit -> rows.add(
                columns.stream().map(column -> visit.getOrDefault(column, "")).toList()));
        ParquetTable.write(new CsvTable(columns, rows), folder.resolve("visits.parquet"));
        sameAsCsv("parquet", "  - { path: visits.parquet, name: clinics, format: parquet }\n");
    }

    @Test
    void fhirBulkData() throws Exception {
        String source = AsFhir.write(folder.resolve("made/visits.csv"), folder, "clinics");
        sameAsCsv("fhir", "  - " + source + "\n");
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
