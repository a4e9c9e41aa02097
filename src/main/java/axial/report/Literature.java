package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What was published on the same comparison, where the run has a table of it. */
final class Literature {
    private Literature() {}

    static List<Forest.Found> of(Tables tables, Answer answer) {
        Optional<Table> table = tables.with(
                "literature",
                "question",
                "outcome",
                "window",
                "key",
                "source",
                "metric",
                "estimate",
                "ci_low",
                "ci_high");
        List<Forest.Found> found = new ArrayList<>();
        if (table.isPresent()) {
            Table rows = Tables.of(table.get(), answer);
            for (Row row : rows) {
                found.add(found(rows, row));
            }
        }
        return List.copyOf(found);
    }

    private static Forest.Found found(Table rows, Row row) {
        boolean smd = row.getString("metric").equals("SMD");
        Interval interval = new Interval(
                smd ? Effect.number(row, "estimate") : Double.NaN,
                smd ? Effect.number(row, "ci_low") : Double.NaN,
                smd ? Effect.number(row, "ci_high") : Double.NaN);
        String n = rows.columnNames().contains("n") ? row.getString("n") : "";
        String words = rows.columnNames().contains("direction") ? row.getString("direction") : "";
        return new Forest.Found(row.getString("source"), n, interval, words, Tables.id(rows, row));
    }
}
