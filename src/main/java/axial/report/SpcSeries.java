package axial.report;

import axial.tables.SpcRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** One chart of a clinic over time, as {@code spc.csv} has it; points that are withheld are left out. */
record SpcSeries(
        String outcome,
        String window,
        String clinic,
        String measure,
        String variation,
        String assurance,
        List<Point> points) {

    /** A point of the chart; NaN where there are no limits, or no target. */
    record Point(
            String period,
            String until,
            long n,
            double value,
            int phase,
            double centre,
            double low,
            double high,
            double target,
            String signal,
            String reason,
            String id) {
        String months(Texts texts) {
            return period.equals(until) ? period : period + texts.say("number.to") + until;
        }
    }

    /** The charts of a table, in its order. */
    static List<SpcSeries> all(Table table) {
        Map<List<String>, List<Row>> series = new LinkedHashMap<>();
        for (int i = 0; i < table.rowCount(); i++) {
            Row row = table.row(i);
            List<String> key = List.of(
                    row.getString("outcome"),
                    row.getString("window"),
                    row.getString("clinic_id"),
                    row.getString("measure"));
            series.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return series.entrySet().stream()
                .map(e -> of(table, e.getKey(), e.getValue()))
                .filter(s -> !s.points().isEmpty())
                .toList();
    }

    private static SpcSeries of(Table table, List<String> key, List<Row> rows) {
        List<Row> shown = rows.stream()
                .filter(row -> row.getString("status").equals("estimated"))
                .toList();
        Row last = shown.isEmpty() ? rows.get(0) : shown.get(shown.size() - 1);
        return new SpcSeries(
                key.get(0),
                key.get(1),
                key.get(2),
                key.get(3),
                last.getString("variation"),
                last.getString("assurance"),
                shown.stream().map(row -> point(table, row)).toList());
    }

    private static Point point(Table table, Row row) {
        return new Point(
                row.getString("period"),
                row.getString("until"),
                Effect.count(row, "n"),
                Effect.number(row, "value"),
                Integer.parseInt(row.getString("phase")),
                Effect.number(row, "centre"),
                Effect.number(row, "low"),
                Effect.number(row, "high"),
                Effect.number(row, "target"),
                row.getString("signal"),
                row.getString("reason"),
                Tables.id(table, row));
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    boolean isShare() {
        return measure.equals(SpcRow.FOLLOWED);
    }
}
