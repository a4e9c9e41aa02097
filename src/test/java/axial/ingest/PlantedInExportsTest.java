package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.privacy.IdentifiersFound;
import axial.privacy.Planted;
import axial.question.Job;
import axial.tables.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells who somebody is stops a run also where visits come as the export of a system: in a key or beside it. */
class PlantedInExportsTest {
    private static final int ROWS = 50;

    /** Whether a code is a pseudonym or a hospital's own number, the code does not say. */
    private static final String NOT_TOLD = "record_number";

    @TempDir
    private Path dir = Path.of("");

    private static Map<String, List<String>> planted() {
        Map<String, List<String>> planted = new LinkedHashMap<>(Planted.patterned(ROWS, 21));
        planted.putAll(Planted.worded(ROWS, 22));
        return planted;
    }

    private boolean isStopped(Job.Source source, List<String> values) throws IOException {
        Job job = JobFixture.job().source(source).build();
        try (Ingest ingest = Reading.of(job, dir)) {
            IdentifierGate.pass(job, ingest.accounts());
            return false;
        } catch (IdentifiersFound found) {
            String said = found.columns() + found.getMessage();
            values.forEach(value -> assertFalse(said.contains(value), "a value is shown"));
            return true;
        }
    }

    private static Job.Source source(String path, String format, Map<String, String> map) {
        return new Job.Source(path, "source", format, map, Map.of(), Map.of());
    }

    @Test
    void everyKindInColumnsOfARedcapExport() throws IOException {
        List<List<String>> kinds = List.copyOf(planted().values());
        List<String> columns = new ArrayList<>(List.of("record_id", "clinic_id", "visit_date", "tx___1", "pain_nprs"));
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            expected.add("memo" + i);
        }
        columns.addAll(expected);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>(List.of("R" + row, "C" + row % 4, "2024-03-04", "1", "6"));
            for (List<String> values : kinds) {
                cells.add(values.get(row));
            }
            rows.add(cells);
        }
        new CsvTable(columns, rows).write(dir.resolve("redcap.csv"));
        Job job = JobFixture.job()
                .source(new Job.Source(
                        "redcap.csv",
                        "source",
                        "redcap",
                        Map.of("treatments", "tx"),
                        Map.of("treatments", Map.of("1", "massage")),
                        Map.of()))
                .build();
        try (Ingest ingest = Reading.of(job, dir)) {
            Map<Integer, byte[]> accounts = ingest.accounts();
            IdentifiersFound found = assertThrows(IdentifiersFound.class, () -> IdentifierGate.pass(job, accounts));
            TreeSet<String> flagged = new TreeSet<>();
            found.columns().forEach(column -> flagged.add(column.name()));
            assertEquals(expected, flagged);
        }
    }

    @Test
    void aPatternedKindThatIsThePatientsIdOfAFhirServer() throws IOException {
        TreeSet<String> missed = new TreeSet<>();
        int tried = 0;
        for (Map.Entry<String, List<String>> kind : Planted.patterned(ROWS, 23).entrySet()) {
            if (!kind.getValue().stream().allMatch(id -> id.matches("[A-Za-z0-9.-]{1,64}"))) {
                continue;
            }
            tried++;
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < ROWS; i++) {
                String id = kind.getValue().get(i);
                lines.append("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}\n");
                lines.append("{\"resourceType\":\"Encounter\",\"id\":\"V" + i + "\",\"status\":\"finished\",\"class\":"
                        + "{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/" + id + "\"},\"serviceProvider\":"
                        + "{\"reference\":\"Organization/C1\"},\"period\":{\"start\":\"2024-03-04T09:00:00Z\"}}\n");
            }
            Files.writeString(dir.resolve("all.ndjson"), lines);
            if (!isStopped(source("all.ndjson", "fhir", Map.of()), kind.getValue())) {
                missed.add(kind.getKey());
            }
        }
        assertTrue(tried >= 5, tried + " kinds");
        missed.remove(NOT_TOLD);
        assertEquals(new TreeSet<>(), missed);
    }

    @Test
    void anyKindThatIsThePatientsIdInOmopTables() throws IOException {
        TreeSet<String> missed = new TreeSet<>();
        for (Map.Entry<String, List<String>> kind : planted().entrySet()) {
            List<List<String>> persons = new ArrayList<>();
            List<List<String>> visits = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                persons.add(
                        List.of("" + (i + 1), "8532", "1980", kind.getValue().get(i)));
                visits.add(List.of("" + (1000 + i), "" + (i + 1), "9202", "2024-03-04", "101"));
            }
            Path tables = Files.createDirectories(dir.resolve("cdm"));
            new CsvTable(List.of("person_id", "gender_concept_id", "year_of_birth", "person_source_value"), persons)
                    .write(tables.resolve("person.csv"));
            new CsvTable(
                            List.of(
                                    "visit_occurrence_id",
                                    "person_id",
                                    "visit_concept_id",
                                    "visit_start_date",
                                    "care_site_id"),
                            visits)
                    .write(tables.resolve("visit_occurrence.csv"));
            for (String table : List.of("procedure_occurrence", "measurement")) {
                String prefix = table.startsWith("p") ? "procedure" : table;
                new CsvTable(
                                List.of("visit_occurrence_id", prefix + "_concept_id", prefix + "_source_value"),
                                List.of())
                        .write(tables.resolve(table + ".csv"));
            }
            if (!isStopped(
                    source("cdm", "omop", Map.of("patient_id", "person.person_source_value")), kind.getValue())) {
                missed.add(kind.getKey());
            }
        }
        missed.remove(NOT_TOLD);
        assertEquals(new TreeSet<>(), missed);
    }
}
