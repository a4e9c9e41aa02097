package axial.report;

import axial.report.chart.GridChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What the difference would be if those who were not seen had done worse or better than those like them. */
final class TippingFigure {
    private static final int MOST = 9;

    private TippingFigure() {}

    static Optional<Figure> of(Tables tables, Answer answer, String id, Texts texts) {
        Optional<Table> table = tables.with(
                "tipping", "question", "outcome", "window", "delta_arm", "delta_comparator", "estimate", "verdict");
        return table.flatMap(t -> figure(Tables.of(t, answer), answer, id, texts));
    }

    private static Optional<Figure> figure(Table rows, Answer answer, String id, Texts texts) {
        List<String> across = thinned(Tables.values(rows, "delta_comparator"));
        List<GridChart.Row> grid = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        int decimals = Names.decimals(answer.outcome().instrument());
        for (String down : thinned(Tables.values(rows, "delta_arm"))) {
            List<GridChart.Cell> line = new ArrayList<>();
            Table ofDown = Tables.where(rows, "delta_arm", down);
            for (Row row : ofDown) {
                if (!across.contains(row.getString("delta_comparator"))) {
                    continue;
                }
                String number = texts.shown().number(Effect.number(row, "estimate"), decimals);
                boolean same = Effect.number(row, "ci_low") * Effect.number(row, "ci_high") > 0;
                line.add(new GridChart.Cell(number, same ? 0.6 : 0.1, same, Tables.id(ofDown, row)));
            }
            grid.add(new GridChart.Row(shift(down, texts), List.copyOf(line)));
            List<Cell> printed = new ArrayList<>(List.of(Cell.of(shift(down, texts))));
            line.forEach(c -> printed.add(new Cell(c.words(), c.id())));
            cells.add(List.copyOf(printed));
        }
        if (grid.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = across.stream().map(a -> shift(a, texts)).toList();
        String title = texts.say(
                "tipping.title",
                "outcome",
                texts.names().label(answer.outcome().instrument()),
                "days",
                texts.names().days(answer.window()));
        List<Listing.Column> columns = new ArrayList<>(List.of(Listing.words(texts.say("tipping.corner"))));
        names.forEach(n -> columns.add(Listing.numbers(n)));
        return Optional.of(new Figure(
                id,
                title,
                texts.say("tipping.caption"),
                new GridChart(texts.say("tipping.corner"), names, List.copyOf(grid)).drawing(),
                texts.say("tipping.caption"),
                new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(cells), 1),
                "tipping.csv"));
    }

    /** At most nine steps, the ends and the middle among them; the file holds all. */
    private static List<String> thinned(List<String> values) {
        int steps = Math.min(MOST, values.size());
        return IntStream.range(0, steps)
                .map(i -> steps == 1 ? 0 : (int) Math.round(i * (values.size() - 1.0) / (steps - 1)))
                .mapToObj(values::get)
                .toList();
    }

    private static String shift(String delta, Texts texts) {
        double number = Effect.number(delta);
        String shown = texts.shown().number(number, Math.abs(number - Math.rint(number)) < 1e-9 ? 0 : 1);
        return number > 0 ? "+" + shown : shown;
    }
}
