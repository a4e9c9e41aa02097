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
import axial.tables.ParquetTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files through the engine: what tells who somebody is stops the run, whatever format it comes in. */
class IdentifierGateTest {
    private static final List<String> CLEAN =
            List.of("visit_id", "patient_id", "clinic_id", "visit_date", "treatments", "pain_nprs");
    private static final int ROWS = 50;

    @TempDir
    Path dir = Path.of("");

    private static Map<String, List<String>> planted() {
        Map<String, List<String>> planted = new LinkedHashMap<>(Planted.patterned(ROWS, 11));
        planted.putAll(Planted.worded(ROWS, 12));
        return planted;
    }

    private static List<String> clean(int row) {
        return List.of("V" + row, "P" + row / 3, "C" + row % 4, "2024-03-" + (10 + row % 20), "massage", "" + row % 11);
    }

    /** The clean columns, then columns of neutral names with the planted values. */
    private static CsvTable table(Map<String, List<String>> planted) {
        List<String> columns = new ArrayList<>(CLEAN);
        for (int i = 0; i < planted.size(); i++) {
            columns.add("c" + (char) ('a' + i % 26) + (i / 26));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>(clean(row));
            for (List<String> values : planted.values()) {
                cells.add(values.get(row));
            }
            rows.add(cells);
        }
        return new CsvTable(columns, rows);
    }

    private void write(CsvTable table, String format, Path file) throws IOException {
        switch (format) {
            case "parquet" -> ParquetTable.write(table, file);
            case "ndjson" -> {
                StringBuilder lines = new StringBuilder();
                for (List<String> row : table.rows()) {
                    Map<String, String> object = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        object.put(table.columns().get(i), row.get(i));
                    }
                    lines.append(new ObjectMapper().writeValueAsString(object)).append('\n');
                }
                Files.writeString(file, lines);
            }
            default -> {
                try (CsvWriter csv = CsvWriter.builder().build(file)) {
                    csv.writeRecord(table.columns());
                    table.rows().forEach(csv::writeRecord);
                }
            }
        }
    }

    private static Job job(String path, String format, Map<String, String> options) {
        return JobFixture.job()
                .source(new Job.Source(path, "source", format, Map.of(), Map.of(), options))
                .build();
    }

    private Map<Integer, byte[]> accounts(Job job) throws IOException {
        try (Ingest ingest = Reading.of(job, dir)) {
            return ingest.accounts();
        }
    }

    private IdentifiersFound stopped(Job job) throws IOException {
        Map<Integer, byte[]> accounts = accounts(job);
        return assertThrows(IdentifiersFound.class, () -> IdentifierGate.pass(job, accounts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "parquet"})
    void everyPlantedKindIsStoppedInEveryFormat(String format) throws IOException {
        Map<String, List<String>> planted = planted();
        CsvTable table = table(planted);
        write(table, format, dir.resolve("visits." + format));
        IdentifiersFound found = stopped(job("visits." + format, format, Map.of()));
        TreeSet<String> flagged = new TreeSet<>();
        found.columns().forEach(column -> flagged.add(column.name()));
        assertEquals(
                new TreeSet<>(
                        table.columns().subList(CLEAN.size(), table.columns().size())),
                flagged,
                planted.keySet().toString());
        String said = found.columns().toString() + found.getMessage();
        planted.values().forEach(values -> values.forEach(value -> assertFalse(said.contains(value), value)));
    }

    @Test
    void withoutThePlantedColumnsTheSameFilePasses() throws IOException {
        write(table(Map.of()), "csv", dir.resolve("visits.csv"));
        Job job = job("visits.csv", "csv", Map.of());
        assertEquals(1, IdentifierGate.pass(job, accounts(job)).size());
    }

    @Test
    void aDiscardedColumnIsNotLookedAt() throws IOException {
        write(table(Map.of("email", planted().get("email"))), "csv", dir.resolve("visits.csv"));
        Job job = job("visits.csv", "csv", Map.of("free_text_discard", "ca0"));
        Map<Integer, byte[]> kept = IdentifierGate.pass(job, accounts(job));
        assertEquals(1, kept.size());
    }

    @Test
    void oneFileOfManyIsEnoughAndNamed() throws IOException {
        for (int i = 0; i < 12; i++) {
            write(
                    table(i == 7 ? Map.of("x", planted().get("name")) : Map.of()),
                    "csv",
                    dir.resolve("part" + i + ".csv"));
        }
        IdentifiersFound found = stopped(job("part*.csv", "csv", Map.of()));
        assertEquals(1, found.columns().size());
        assertEquals("part7.csv", found.columns().get(0).where());
    }

    @Test
    void manySmallFilesAreJudgedTogether() throws IOException {
        List<String> numbers = Planted.patterned(ROWS, 5).get("bsn");
        for (int i = 0; i < 12; i++) {
            List<String> cells = new ArrayList<>(clean(i));
            cells.set(1, numbers.get(i));
            new CsvTable(CLEAN, List.of(cells)).write(dir.resolve("part" + i + ".csv"));
        }
        IdentifiersFound found = stopped(job("part*.csv", "csv", Map.of()));
        assertEquals("source", found.columns().get(0).where());
        assertEquals("patient_id", found.columns().get(0).name());
    }

    @Test
    void aNameOfAColumnThatTellsIsNotShown() throws IOException {
        CsvTable table = table(Map.of("email", planted().get("email")));
        List<String> columns = new ArrayList<>(table.columns());
        columns.set(CLEAN.size(), "Anna Müller");
        new CsvTable(columns, table.rows()).write(dir.resolve("visits.csv"));
        IdentifiersFound.Column column =
                stopped(job("visits.csv", "csv", Map.of())).columns().get(0);
        assertTrue(column.called().startsWith("column number 7 "), column.called());
        assertFalse(column.toString().contains("Anna"));
    }

    @Test
    void whatIsKeptOfAFileHoldsNoTraceOfItsColumns() throws IOException {
        FileAccount account = new FileAccount(job("v.csv", "csv", Map.of()), JobFixture.csv("v.csv"), "v.csv");
        Map<String, String> cells = new TreeMap<>(Map.of("patient_id", "canary-1234567", "notes", "canary text here"));
        RawRecord record = new RawRecord(2, List.copyOf(cells.keySet()), cells::get, "");
        for (int i = 0; i < 100; i++) {
            account.add(record, new Object[0], List.of());
        }
        String full;
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(account.bytes()))) {
            full = new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        assertFalse(full.contains("canary"), "a value in the account");
        byte[] once = account.bytes();
        account.forgetColumns();
        assertTrue(account.bytes().length < once.length);
        assertEquals(100, account.read());
    }

    @Test
    void anAccountDoesNotGrowWithItsFile() {
        int[] sizes = new int[2];
        for (int round = 0; round < 2; round++) {
            FileAccount account = new FileAccount(job("v.csv", "csv", Map.of()), JobFixture.csv("v.csv"), "v.csv");
            int rows = round == 0 ? 2_000 : 40_000;
            for (int i = 0; i < rows; i++) {
                Object[] visit = new Object[0];
                String id = "P" + (1_000_000 + i * 7919L % 900_000);
                account.add(new RawRecord(i, List.of("patient_id"), name -> id, ""), visit, List.of());
            }
            sizes[round] = account.bytes().length;
        }
        assertTrue(Math.abs(sizes[1] - sizes[0]) < 64, Arrays.toString(sizes));
    }
}
