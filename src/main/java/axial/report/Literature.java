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
                "their_estimate",
                "they_found");
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
                smd ? Effect.number(row, "their_estimate") : Double.NaN,
                smd ? Effect.number(row, "their_ci_low") : Double.NaN,
                smd ? Effect.number(row, "their_ci_high") : Double.NaN);
        boolean checked = row.getString("provenance").equals("found");
        String source = row.getString("source").replaceAll("(\\D)(\\d{4})$", "$1 $2") + (checked ? "" : " *");
        return new Forest.Found(
                source, row.getString("their_n"), interval, row.getString("they_found"), Tables.id(rows, row));
    }
}
