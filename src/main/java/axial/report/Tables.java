package axial.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvReader;

/** The tables of one run as they stand in its directory, every cell as text. */
record Tables(
        Table estimates,
        Table clinics,
        Table flow,
        Table safety,
        Table rejects,
        Optional<Table> quality,
        Manifest manifest) {
    private static final int LONGEST_CELL = 65_536;

    static Tables read(Path dir) throws IOException {
        return new Tables(
                table(dir, "estimates"),
                table(dir, "clinics"),
                table(dir, "flow"),
                table(dir, "safety"),
                table(dir, "rejects"),
                Files.exists(dir.resolve("quality.csv")) ? Optional.of(table(dir, "quality")) : Optional.empty(),
                Manifest.read(dir.resolve("manifest.json")));
    }

    private static Table table(Path dir, String name) throws IOException {
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

    /** The rows where each of the columns, named first, holds the value named after it. */
    static Table where(Table table, String... columnsAndValues) {
        Table left = table;
        for (int i = 0; i + 1 < columnsAndValues.length; i += 2) {
            left = left.where(left.stringColumn(columnsAndValues[i]).isEqualTo(columnsAndValues[i + 1]));
        }
        return left;
    }

    /** The different texts of a column, in the order in which they first stand in it. */
    static List<String> values(Table table, String column) {
        StringColumn texts = table.stringColumn(column);
        return texts.asList().stream().distinct().toList();
    }
}
