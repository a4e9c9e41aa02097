package axial.report;

import axial.report.chart.GridChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Where later scores are missing: outcome and group down, time across. */
final class MissingFigure {
    private MissingFigure() {}

    static Optional<Figure> of(Table flow, Comparison comparison, int number, Texts texts) {
        Table rows = Tables.where(flow, "question", comparison.question().id());
        List<String> windows = comparison.question().windows();
        List<GridChart.Row> grid = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (String outcome : comparison.question().outcomes()) {
            Table ofOutcome = Tables.where(rows, "outcome", outcome);
            for (String arm : FlowTables.groups(ofOutcome, comparison.question())) {
                List<GridChart.Cell> line = windows.stream()
                        .map(w -> cell(Tables.where(ofOutcome, "window", w, "arm", arm), texts))
                        .toList();
                Answer told = comparison.told(outcome).orElseThrow();
                String name = texts.names().outcome(told.outcome().instrument()) + ", "
                        + texts.names().arms(arm);
                grid.add(new GridChart.Row(Names.capital(name), line));
                List<Cell> printed = new ArrayList<>(List.of(Cell.of(Names.capital(name))));
                line.forEach(c -> printed.add(new Cell(c.words(), c.id())));
                cells.add(List.copyOf(printed));
            }
        }
        if (grid.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = windows.stream()
                .map(w -> Names.capital(texts.sayOr("window.", w)))
                .toList();
        String title = texts.say("missing.title", "n", Integer.toString(number));
        List<Listing.Column> columns = new ArrayList<>(List.of(Listing.words(texts.say("missing.corner"))));
        names.forEach(name -> columns.add(Listing.numbers(name)));
        return Optional.of(new Figure(
                "missing-" + number,
                title,
                texts.say("missing.caption"),
                new GridChart(texts.say("missing.corner"), names, List.copyOf(grid)).drawing(),
                texts.say("missing.caption"),
                new Listing(texts.say("forest.table", "title", title), columns, List.copyOf(cells), 1),
                "flow.csv"));
    }

    private static GridChart.Cell cell(Table rows, Texts texts) {
        long baseline = -1;
        long followed = -1;
        List<String> ids = new ArrayList<>();
        for (Row row : rows) {
            String step = row.getString("step");
            if (step.equals("with_baseline")) {
                baseline = Effect.count(row, "n");
                ids.add(Tables.id(rows, row));
            } else if (step.startsWith("with_follow")) {
                followed = Effect.count(row, "n");
                ids.add(Tables.id(rows, row));
            }
        }
        double share = 1 - texts.shown().share(followed, baseline);
        String words =
                Double.isNaN(share) ? texts.say("flow.withheld") : texts.shown().perHundred(share) + " %";
        return new GridChart.Cell(words, share, share > 0.4, Said.ids(ids));
    }
}
