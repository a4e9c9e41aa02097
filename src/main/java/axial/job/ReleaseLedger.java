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
import java.util.TreeMap;

/**
 * What was published before, in a file: release, who is counted, how many; nothing that a published table did not say. The
 * file is replaced as a whole, before the tables are written, so that nothing is ever published that it does not know.
 */
final class ReleaseLedger {
    private static final List<String> COLUMNS = List.of("release", "people", "n");
    private static final char BY = '\u001f';
    private static final char WRITTEN = '|';

    private ReleaseLedger() {}

    /** What the file tells; nothing where there is none. */
    static Published read(Path file) throws IOException, RunFailed {
        if (!Files.exists(file)) {
            return Published.NOTHING;
        }
        Map<Integer, Map<String, List<Long>>> releases = new TreeMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                if (row.getStartingLineNumber() > 1) {
                    releases.computeIfAbsent(Integer.valueOf(row.getField(0)), r -> new TreeMap<>())
                            .computeIfAbsent(row.getField(1).replace(WRITTEN, BY), p -> new ArrayList<>())
                            .add(Long.valueOf(row.getField(2)));
                }
            }
        } catch (RuntimeException damaged) {
            throw new RunFailed(
                    3,
                    file
                            + " is no list of what was published, or damaged. Without it a new release could tell of those who"
                            + " came since the last: put back a copy, or name another file if nothing was published.");
        }
        return new Published(List.copyOf(releases.values()));
    }

    /** Puts the file in place of the one before, wholly or not at all. */
    static void write(Path file, Published published) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < published.releases().size(); r++) {
            String release = Integer.toString(r + 1);
            published
                    .releases()
                    .get(r)
                    .forEach((people, counts) -> counts.forEach(
                            n -> rows.add(List.of(release, people.replace(BY, WRITTEN), Long.toString(n)))));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, new CsvTable(COLUMNS, rows).text());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
