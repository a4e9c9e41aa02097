package axial.bench;

import axial.question.Job;
import axial.question.JobFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** DuckDB in one process: the bare scan of stored visits, then the cohort and its plain sums, each twice. */
public final class DuckDbCohort {
    private DuckDbCohort() {}

    /** Arguments: the job file, the folder of the store. */
    public static void main(String[] arguments) throws Exception {
        Job job = JobFile.read(Path.of(arguments[0]));
        String visits = "read_parquet('" + arguments[1] + "/visits/data/**/*.parquet', hive_partitioning = false)";
        Stopwatch watch = new Stopwatch();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            watch.phase("engine");
            for (String time : new String[] {"first", "second"}) {
                first(sql, "SELECT " + scan(job) + " FROM " + visits);
                watch.phase("scan, " + time);
                String sums = new CohortSql(job).sums(visits);
                double analysed = first(sql, "SELECT sum(" + counts(job) + ") FROM (" + sums + ")");
                watch.phase("walk, " + time);
                Stopwatch.say("analysed", analysed);
            }
        }
        Stopwatch.peakMemory();
        Stopwatch.sinceProcessStart("process");
    }

    private static double first(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getDouble(1);
        }
    }

    private static String scan(Job job) {
        String scores = job.outcomes().stream()
                .map(outcome -> ", sum(" + outcome.id() + "), sum(" + outcome.id() + "_after)")
                .collect(Collectors.joining());
        return "sum(visit_day), max(patient_id), max(visit_id), max(clinic_id), max(treatments), sum(age_years),"
                + " max(red_flags)" + scores;
    }

    private static String counts(Job job) {
        int cells = job.outcomes().size() * job.windows().size();
        return java.util.stream.IntStream.range(0, cells)
                .mapToObj(cell -> "n_" + cell * 6)
                .collect(Collectors.joining(" + "));
    }
}
