package axial.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** DuckDB in one process by JDBC, on as many threads as Axial has cores. */
public final class DuckDb {
    private static final List<String> TEXTS = List.of(
            "visit_id",
            "patient_id",
            "clinic_id",
            "practitioner_id",
            "sex",
            "disorder",
            "treatments",
            "adverse_event",
            "adverse_event_severity",
            "red_flags",
            "screened_instability",
            "screened_myelopathy");

    private DuckDb() {}

    /** Arguments: what to do ({@code import} or {@code sorted}), the CSV file, the Parquet file to be written. */
    public static void main(String[] arguments) throws Exception {
        Stopwatch.sinceProcessStart("java");
        Stopwatch watch = new Stopwatch();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            watch.phase("engine");
            String order = arguments[0].equals("sorted") ? " ORDER BY patient_id, visit_date, visit_id" : "";
            sql.execute("COPY (SELECT * FROM " + typed(Path.of(arguments[1])) + order + ") TO '" + arguments[2]
                    + "' (FORMAT parquet, COMPRESSION zstd)");
            watch.phase("visits");
            Stopwatch.say("rows", rows(sql, arguments[2]));
        }
        Stopwatch.peakMemory();
        Stopwatch.sinceProcessStart("process");
    }

    private static long rows(Statement sql, String parquet) throws SQLException {
        try (ResultSet count = sql.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The visits of a CSV file with every column's type given, so that nothing is guessed. */
    private static String typed(Path csv) throws Exception {
        StringBuilder columns = new StringBuilder();
        for (String column : Csv.header(csv)) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("'")
                    .append(column)
                    .append("': '");
            columns.append(type(column)).append("'");
        }
        return "read_csv('" + csv + "', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                + " nullstr = '', columns = {" + columns + "})";
    }

    private static String type(String column) {
        if (TEXTS.contains(column)) {
            return "VARCHAR";
        }
        return switch (column) {
            case "visit_date" -> "DATE";
            case "adverse_events_asked" -> "BOOLEAN";
            case "eq5d_index" -> "DECIMAL(6,3)";
            default -> "INTEGER";
        };
    }
}
