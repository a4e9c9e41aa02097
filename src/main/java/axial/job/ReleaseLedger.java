package axial.job;

import axial.disclosure.Published;
import axial.tables.CsvTable;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was published before, in a file: release, who is counted, how many; nothing that a published table did not say. The
 * file is replaced as a whole, before the tables are written, so that nothing is ever published that it does not know.
 * Beside it, in a folder of its name and {@code .tables}, lie the last release's tables and its job file.
 *
 * @param job the text of the job file of this run
 */
record ReleaseLedger(Path file, String job) {
    private static final List<String> COLUMNS = List.of("release", "people", "n");
    private static final String JOB = "job.yaml";
    private static final String CSV = ".csv";
    private static final char BY = '\u001f';
    private static final char WRITTEN = '|';

    /** What the file tells; nothing where there is none. */
    Published read() throws IOException, RunFailed {
        if (!Files.exists(file)) {
            return Published.NOTHING;
        }
        Map<Integer, Map<String, List<Long>>> releases = new TreeMap<>();
        try {
            List<List<String>> rows = rows(file);
            if (rows.isEmpty() || !rows.get(0).equals(COLUMNS)) {
                throw damaged();
            }
            for (List<String> row : rows.subList(1, rows.size())) {
                long n = Long.parseLong(row.get(2));
                if (n < 0 || row.get(1).isEmpty()) {
                    throw damaged();
                }
                releases.computeIfAbsent(Integer.valueOf(row.get(0)), r -> new TreeMap<>())
                        .computeIfAbsent(row.get(1).replace(WRITTEN, BY), p -> new ArrayList<>())
                        .add(n);
            }
        } catch (RuntimeException unreadable) {
            throw damaged();
        }
        return new Published(List.copyOf(releases.values()));
    }

    private RunFailed damaged() {
        return new RunFailed(
                3,
                file + " is no list of what was published, or damaged. Without it a new release could tell of those who"
                        + " came since the last: put back a copy, or name another file if nothing was published.");
    }

    private static List<List<String>> rows(Path csv) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** The tables of the last release, by name, if it asked what this run asks. */
    Optional<Map<String, CsvTable>> lastTables() throws IOException {
        Path kept = beside(".tables").resolve(JOB);
        if (!Files.exists(kept) || !Files.readString(kept).equals(job)) {
            return Optional.empty();
        }
        Map<String, CsvTable> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(beside(".tables"))) {
            for (Path csv : files.filter(f -> f.toString().endsWith(CSV)).toList()) {
                List<List<String>> rows = rows(csv);
                tables.put(
                        String.valueOf(csv.getFileName()).replace(CSV, ""),
                        new CsvTable(rows.get(0), rows.subList(1, rows.size())));
            }
        }
        return Optional.of(tables);
    }

    /** Puts list and tables in place of those before, the list first, each wholly or not at all. */
    void write(Published published, Map<String, CsvTable> tables) throws IOException {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(beside(".next"), text(published));
        Files.move(beside(".next"), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path next = beside(".tables.next");
        Tables.remove(next);
        Files.createDirectories(next);
        for (Map.Entry<String, CsvTable> table : tables.entrySet()) {
            table.getValue().write(next.resolve(table.getKey() + CSV));
        }
        Files.writeString(next.resolve(JOB), job);
        Tables.remove(beside(".tables"));
        Files.move(next, beside(".tables"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String text(Published published) {
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < published.releases().size(); r++) {
            String release = Integer.toString(r + 1);
            published
                    .releases()
                    .get(r)
                    .forEach((people, counts) -> counts.forEach(
                            n -> rows.add(List.of(release, people.replace(BY, WRITTEN), Long.toString(n)))));
        }
        return new CsvTable(COLUMNS, rows).text();
    }
}
