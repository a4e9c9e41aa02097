package axial.report;

import axial.tables.RowId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvReader;
import tech.tablesaw.selection.Selection;

/**
 * The tables of one run as they stand in its directory, every cell as text.
 *
 * @param further those that a run may lack, by name
 */
record Tables(
        Table estimates,
        Table clinics,
        Table flow,
        Table safety,
        Table rejects,
        Map<String, Table> further,
        Manifest manifest) {
    private static final int LONGEST_CELL = 65_536;
    private static final List<String> ALWAYS = List.of("estimates", "clinics", "flow", "safety", "rejects");
    private static final List<String> FURTHER = List.of(
            "tipping",
            "quality",
            "balance",
            "overlap",
            "missing",
            "positivity",
            "certainty",
            "literature",
            "funnel",
            "spc",
            "harms");

    static Tables read(Path dir) throws IOException {
        List<String> names = new ArrayList<>(ALWAYS);
        FURTHER.stream()
                .filter(name -> Files.exists(dir.resolve(name + ".csv")))
                .forEach(names::add);
        Map<String, Table> further = read(dir, names);
        return new Tables(
                taken(further, "estimates"),
                taken(further, "clinics"),
                taken(further, "flow"),
                taken(further, "safety"),
                taken(further, "rejects"),
                further,
                Manifest.read(dir.resolve("manifest.json")));
    }

    private static Table taken(Map<String, Table> from, String name) {
        return Objects.requireNonNull(from.remove(name));
    }

    /** Reads tables side by side. */
    private static Map<String, Table> read(Path dir, List<String> names) throws IOException {
        try {
            return new TreeMap<>(names.parallelStream().collect(Collectors.toMap(name -> name, name -> {
                try {
                    return table(dir, name);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            })));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Every clinic that a table names. */
    Set<String> clinicIds() {
        Set<String> ids = new TreeSet<>(values(clinics, "clinic_id"));
        for (Table table : further.values()) {
            if (table.columnNames().contains("clinic_id")) {
                ids.addAll(values(table, "clinic_id"));
            }
        }
        ids.remove("");
        return ids;
    }

    /** The same tables with letters for clinics. */
    Tables with(ClinicLetters letters) {
        Map<String, Table> named = new TreeMap<>();
        further.forEach((name, table) -> named.put(name, letters.on(table, ClinicLetters.column(name))));
        return new Tables(estimates, letters.on(clinics, "clinic_id"), flow, safety, rejects, named, manifest);
    }

    /** The rows of a table that it may lack, by the clinic that they are about. */
    Map<String, Table> byClinic(String name) {
        Table table = further.get(name);
        if (table == null || !table.columnNames().contains(ClinicLetters.column(name))) {
            return Map.of();
        }
        Map<String, Selection> rows = new TreeMap<>();
        List<String> clinics = table.stringColumn(ClinicLetters.column(name)).asList();
        for (int i = 0; i < clinics.size(); i++) {
            rows.computeIfAbsent(clinics.get(i), c -> Selection.with()).add(i);
        }
        Map<String, Table> tables = new TreeMap<>();
        rows.forEach((clinic, of) -> tables.put(clinic, table.where(of)));
        return tables;
    }

    static Table table(Path dir, String name) throws IOException {
        try (Reader text = Files.newBufferedReader(dir.resolve(name + ".csv"))) {
            return new CsvReader()
                    .read(CsvReadOptions.builder(text)
                            .tableName(name)
                            .columnTypes(column -> ColumnType.STRING)
                            .missingValueIndicator("")
                            .locale(Locale.ROOT)
                            .sample(false)
                            .maxCharsPerColumn(LONGEST_CELL)
                            .build());
        }
    }

    /** A table that a run may lack, where it has those columns. */
    Optional<Table> with(String name, String... columns) {
        return Optional.ofNullable(further.get(name))
                .filter(t -> t.columnNames().containsAll(List.of(columns)));
    }

    /** What the row is called. */
    static String id(Table table, Row row) {
        return RowId.of(table.name(), table.columnNames(), row::getString);
    }

    /** The rows where each of the columns, named first, holds the value named after it. */
    static Table where(Table table, String... columnsAndValues) {
        Selection rows = Selection.withRange(0, table.rowCount());
        for (int i = 0; i + 1 < columnsAndValues.length; i += 2) {
            rows = rows.and(table.stringColumn(columnsAndValues[i]).isEqualTo(columnsAndValues[i + 1]));
        }
        return table.where(rows);
    }

    /** The rows of one question, outcome and window, for everybody where the table knows subgroups. */
    static Table of(Table table, Answer answer) {
        List<String> wanted = new ArrayList<>(List.of(
                "question",
                answer.question().id(),
                "outcome",
                answer.outcome().id(),
                "window",
                answer.window().id()));
        if (table.columnNames().contains("subgroup")) {
            wanted.addAll(List.of("subgroup", ""));
        }
        return where(table, wanted.toArray(String[]::new));
    }

    /** The different texts of a column, in the order in which they first stand in it. */
    static List<String> values(Table table, String column) {
        StringColumn texts = table.stringColumn(column);
        return texts.asList().stream().distinct().toList();
    }
}
