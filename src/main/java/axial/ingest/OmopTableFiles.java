package axial.ingest;

import axial.question.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The CSV and Parquet files of OMOP tables. A file, or the folder it lies in, is named like its table. */
final class OmopTableFiles {
    private static final Pattern ENDINGS = Pattern.compile("(?i).*\\.(csv|txt|parquet)(\\.gz)?");

    private final Job.Source source;
    private final Map<OmopTable, List<SourceFile>> files = new EnumMap<>(OmopTable.class);

    OmopTableFiles(SourceFile folder, Job.Source source) throws IOException {
        this.source = source;
        for (SourceFile file : folder.members()) {
            for (OmopTable table : OmopTable.values()) {
                if (isOf(table, file)) {
                    files.computeIfAbsent(table, any -> new ArrayList<>()).add(file);
                }
            }
        }
    }

    private static boolean isOf(OmopTable table, SourceFile file) {
        String name = file.path().getName();
        return ENDINGS.matcher(name).matches()
                && (isNamed(table, name)
                        || isNamed(table, file.path().getParent().getName()));
    }

    private static boolean isNamed(OmopTable table, String name) {
        return name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT).equals(table.word());
    }

    boolean has(OmopTable table) {
        return files.containsKey(table);
    }

    /** The columns of a table in small letters; none where there is no such table. */
    List<String> columns(OmopTable table) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (SourceFile file : files.getOrDefault(table, List.of())) {
            columns.addAll(lowerCase(file).keySet());
        }
        return List.copyOf(columns);
    }

    /** The columns of a file by their names in small letters. */
    private Map<String, String> lowerCase(SourceFile file) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String name : format(file).columns(file, source)) {
            names.put(name.toLowerCase(Locale.ROOT), name);
        }
        return names;
    }

    private static Format format(SourceFile file) {
        String format = file.uri().toLowerCase(Locale.ROOT).endsWith(".parquet") ? "parquet" : "csv";
        return Objects.requireNonNull(Format.ALL.get(format));
    }

    /** Something to do with each row of a table. */
    interface EachRow {
        void take(RawRecord row);
    }

    /** Takes every row of a table, its columns in small letters; fails with {@link InputRefused} at a broken one. */
    void forEach(OmopTable table, EachRow each) throws IOException {
        for (SourceFile file : files.getOrDefault(table, List.of())) {
            if (table == OmopTable.CONCEPT && isTabbed(file)) {
                forEachTabbed(file, each);
            } else {
                forEach(file, each);
            }
        }
    }

    private void forEach(SourceFile file, EachRow each) throws IOException {
        Map<String, String> names = lowerCase(file);
        try (Format.Records rows = format(file).read(file, source)) {
            while (rows.hasNext()) {
                RawRecord row = rows.next();
                if (!row.fault().isEmpty()) {
                    throw new InputRefused(file.shown() + ", line " + row.line() + ": the record " + row.fault()
                            + ". Look for a stray delimiter or quotation mark there, or export the table again.");
                }
                each.take(new RawRecord(row.line(), row.names(), name -> cell(row, names.get(name)), ""));
            }
        } catch (UncheckedIOException broken) {
            throw file.unreadable(broken, 0);
        }
    }

    /** Vocabularies come from OHDSI with tabs between columns and no quotation, whatever the other tables have. */
    private static boolean isTabbed(SourceFile file) throws IOException {
        if (format(file) != Format.ALL.get("csv")) {
            return false;
        }
        try (BufferedReader lines = new BufferedReader(file.text(""))) {
            String header = lines.readLine();
            return header != null && header.indexOf('\t') > 0;
        }
    }

    private static void forEachTabbed(SourceFile file, EachRow each) throws IOException {
        try (BufferedReader lines = new BufferedReader(file.text(""))) {
            List<String> names = List.of(Objects.requireNonNull(lines.readLine())
                    .toLowerCase(Locale.ROOT)
                    .split("\t", -1));
            long number = 2;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = List.of(line.split("\t", -1));
                each.take(new RawRecord(number++, names, name -> tabbed(cells, names.indexOf(name)), ""));
            }
        }
    }

    private static @Nullable String tabbed(List<String> cells, int place) {
        return place < 0 || place >= cells.size() ? null : cells.get(place);
    }

    private static @Nullable String cell(RawRecord row, @Nullable String name) {
        return name == null ? null : row.cells().apply(name);
    }
}
