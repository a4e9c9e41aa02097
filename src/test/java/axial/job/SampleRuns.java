package axial.job;

import axial.question.Job;
import axial.question.JobFile;
import axial.tables.RowId;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The jobs of this repository, each run once in the whole of the tests; what they wrote is only read. */
final class SampleRuns {
    private static final Map<String, Path> RUN = new HashMap<>();

    private SampleRuns() {}

    /** The output folder of {@code jobs/NAME.yaml}. */
    static synchronized Path of(String name) throws Exception {
        Path out = RUN.get(name);
        if (out == null) {
            out = Path.of("target", "sample-runs", name);
            Tables.remove(out);
            Files.createDirectories(out);
            Path file = Path.of("jobs", name + ".yaml");
            Job job = JobFile.read(file);
            new ReviewJob(file, job, out, line -> {}).run("local[2]", Map.of());
            RUN.put(name, out);
        }
        return out;
    }

    /** The rows of a table. */
    static List<NamedCsvRecord> rows(Path csv) throws Exception {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        }
    }

    /** The rows of a table of a job, by their id. */
    static Map<String, NamedCsvRecord> byId(String job, String table) throws Exception {
        Map<String, NamedCsvRecord> byId = new TreeMap<>();
        for (NamedCsvRecord row : rows(of(job).resolve(table + ".csv"))) {
            byId.put(RowId.of(table, row.getHeader(), column -> row.getField(column)), row);
        }
        return byId;
    }
}
