package axial.job;

import axial.disclosure.Published;
import axial.tables.CsvTable;
import axial.tables.Sha256;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was published before, in a file: release, who is counted, how many; nothing that a published table did not say. The
 * file is replaced as a whole, before the tables are written, so that nothing is ever published that it does not know.
 * Beside it, in a folder of its name and {@code .tables}, lie the last release's tables, its job file and their check sums.
 *
 * @param job the text of the job file of this run
 * @param before what was published before this run
 * @param last the tables of the last release, by name, if it asked what this run asks
 */
record ReleaseLedger(Path file, String job, Published before, Optional<Map<String, CsvTable>> last) {
    private static final List<String> COLUMNS = List.of("release", "people", "n");
    private static final String JOB = "job.yaml";
    private static final String CSV = ".csv";
    private static final String CHECK_SUMS = "SHA256SUMS";
    private static final String TABLES = ".tables";
    private static final char BY = '\u001f';
    private static final char WRITTEN = '|';

    /** Reads the list and the last release's tables; nothing was published where neither is there. */
    static ReleaseLedger open(Path file, String job) throws RunFailed {
        Path folder = beside(file, TABLES);
        try {
            if (!Files.exists(file) && !Files.exists(folder)) {
                return new ReleaseLedger(file, job, Published.NOTHING, Optional.empty());
            }
            Published before = new Published(releases(file));
            return new ReleaseLedger(file, job, before, lastTables(folder, job));
        } catch (IOException | RuntimeException unreadable) {
            throw new RunFailed(
                    3,
                    file + " and the folder " + folder
                            + " are no list of what was published, or damaged. Without them a"
                            + " new release could tell of those who came since the last: put back a copy of both, or name"
                            + " another file if nothing was published.");
        }
    }

    private static List<Map<String, List<Long>>> releases(Path file) throws IOException {
        List<List<String>> rows = rows(Files.readString(file));
        int counts = rows.size() - 2;
        if (counts < 0 || !rows.get(0).equals(COLUMNS) || !rows.get(counts + 1).equals(end(counts))) {
            throw new IOException("other columns, or cut off");
        }
        Map<Integer, Map<String, List<Long>>> releases = new TreeMap<>();
        for (List<String> row : rows.subList(1, counts + 1)) {
            long n = Long.parseLong(row.get(2));
            if (n < 0 || row.get(1).isEmpty()) {
                throw new IOException("no count of people");
            }
            releases.computeIfAbsent(Integer.valueOf(row.get(0)), r -> new TreeMap<>())
                    .computeIfAbsent(row.get(1).replace(WRITTEN, BY), p -> new ArrayList<>())
                    .add(n);
        }
        return List.copyOf(releases.values());
    }

    /** The last row, which says how many are before it. */
    private static List<String> end(int counts) {
        return List.of("end", "counts", Integer.toString(counts));
    }

    private static List<List<String>> rows(String csv) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static Optional<Map<String, CsvTable>> lastTables(Path folder, String job) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        Map<String, CsvTable> tables = new TreeMap<>();
        String lastJob = "";
        for (String line : Files.readAllLines(folder.resolve(CHECK_SUMS))) {
            String name = line.substring(line.indexOf(' ') + 2);
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            if (!line.equals(checkSum(name, bytes))) {
                throw new IOException("changed since it was written");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (name.equals(JOB)) {
                lastJob = text;
            } else {
                List<List<String>> rows = rows(text);
                tables.put(name.replace(CSV, ""), new CsvTable(rows.get(0), rows.subList(1, rows.size())));
            }
        }
        if (lastJob.isEmpty() || tables.isEmpty()) {
            throw new IOException("check sums cut off");
        }
        return lastJob.equals(job) ? Optional.of(tables) : Optional.empty();
    }

    private static String checkSum(String name, byte[] bytes) throws IOException {
        return Sha256.of(bytes) + "  " + name;
    }

    /** Puts list and tables in place of those before, the list first, each wholly or not at all. */
    void write(Published published, Map<String, CsvTable> tables) throws IOException {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path list = beside(file, ".next");
        Files.writeString(list, text(published));
        Files.move(list, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path next = beside(file, TABLES + ".next");
        Tables.remove(next);
        Files.createDirectories(next);
        Map<String, String> texts = new TreeMap<>(Map.of(JOB, job));
        tables.forEach((name, table) -> texts.put(name + CSV, table.text()));
        List<String> checkSums = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
            Files.write(next.resolve(text.getKey()), bytes);
            checkSums.add(checkSum(text.getKey(), bytes));
        }
        Files.write(next.resolve(CHECK_SUMS), checkSums);
        Tables.remove(beside(file, TABLES));
        Files.move(next, beside(file, TABLES), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path beside(Path file, String ending) {
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
        rows.add(end(rows.size()));
        return new CsvTable(COLUMNS, rows).text();
    }
}
