package axial.report;

import axial.tables.CsvTable;
import axial.tables.Sha256;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What clinics are called on the pages: A, B, C, in an order that tells nothing of their ids. The key, which clinic has which
 * letter, is kept in {@code owner/} for the owner of the data; letters once given stay.
 */
public final class ClinicLetters {
    /** The folder beside the tables that is for the owner of the data only. */
    public static final String FOLDER = "owner";

    private static final String FILE = "clinic-letters.csv";
    private static final int LETTERS = 26;
    private final Map<String, String> letters;

    private ClinicLetters(Map<String, String> letters) {
        this.letters = letters;
    }

    /** The letters that the folder of a run keeps; none where it keeps none. */
    public static ClinicLetters kept(Path dir) throws IOException {
        Map<String, String> letters = new LinkedHashMap<>();
        if (Files.exists(file(dir))) {
            for (Row row : Tables.table(dir.resolve(FOLDER), "clinic-letters")) {
                letters.put(row.getString("clinic_id"), row.getString("letter"));
            }
        }
        return new ClinicLetters(letters);
    }

    /** The letters of every clinic in the tables, those kept and further ones, which are kept from now on. */
    static ClinicLetters of(Path dir, Tables tables) throws IOException {
        ClinicLetters kept = kept(dir);
        Set<String> lacking = new TreeSet<>(tables.clinicIds());
        lacking.removeAll(kept.letters.keySet());
        if (lacking.isEmpty()) {
            return kept;
        }
        String salt = String.join(",", tables.clinics().stringColumn("estimate").asList());
        List<String> order = new ArrayList<>(lacking);
        Map<String, String> hashes = new TreeMap<>();
        order.forEach(
                clinic -> hashes.put(clinic, new Sha256().add(salt + clinic).base64()));
        order.sort(Comparator.comparing(hashes::get));
        Map<String, String> letters = new LinkedHashMap<>(kept.letters);
        order.forEach(clinic -> letters.put(clinic, letter(letters.size())));
        ClinicLetters all = new ClinicLetters(letters);
        all.keep(dir);
        return all;
    }

    /** A to Z, then AA to AZ, BA and so on. */
    static String letter(int number) {
        String last = Character.toString('A' + number % LETTERS);
        return number < LETTERS ? last : letter(number / LETTERS - 1) + last;
    }

    private void keep(Path dir) throws IOException {
        Path folder = ownerOnly(dir);
        List<List<String>> rows = letters.entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
        new CsvTable(List.of("clinic_id", "letter"), rows).write(folder.resolve(FILE));
    }

    /** The owner's folder, which nobody else may open where the file system knows such rules. */
    static Path ownerOnly(Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(FOLDER));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static Path file(Path dir) {
        return dir.resolve(FOLDER).resolve(FILE);
    }

    /** The letter of a clinic; what is no clinic stays as it is. */
    public String of(String clinic) {
        return letters.getOrDefault(clinic, clinic);
    }

    /** The column of a table that names a clinic. */
    public static String column(String table) {
        return table.equals("harms") ? "group" : "clinic_id";
    }

    /** The table with letters in the column that names clinics. */
    Table on(Table table, String column) {
        if (!table.columnNames().contains(column)) {
            return table;
        }
        StringColumn named = StringColumn.create(column);
        table.stringColumn(column).forEach(clinic -> named.append(of(clinic)));
        Table copy = table.copy();
        copy.replaceColumn(column, named);
        return copy;
    }
}
