package axial.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Estimates of one thing side by side, sorted, each with its interval; below, a matrix of dots says which choices led to it.
 *
 * @param choices from the top
 * @param matters a difference that matters, either way; NaN where none is known
 */
public record SpecificationChart(String upright, List<Way> ways, List<String> choices, double matters) {
    private static final double LEFT = 216;
    private static final double RIGHT = 712;
    private static final double BASE = 250;
    private static final double ROW = 22;

    /** An estimate; {@code strong} is the one that the report gives, {@code made} says which choices were made. */
    public record Way(
            double estimate, double low, double high, boolean strong, List<Boolean> made, String id, String hint) {}

    public Drawing drawing(Written written) {
        double[] all = ways.stream()
                .flatMapToDouble(w -> DoubleStream.of(w.low(), w.high(), 0))
                .toArray();
        Scale y = Scale.over(
                DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(1), 6, BASE, Plot.TOP);
        Scale x = new Scale(0, ways.size(), 1, LEFT, RIGHT);
        Canvas canvas = new Canvas();
        if (matters > 0) {
            double high = y.at(matters);
            canvas.box(LEFT, high, RIGHT - LEFT, y.at(-matters) - high, Ink.SHADE);
        }
        new Plot(canvas, x, y).upright(upright, written);
        canvas.line(LEFT, y.at(0), RIGHT, y.at(0), Ink.ZERO);
        for (int c = 0; c < choices.size(); c++) {
            double at = BASE + 26 + ROW * c;
            canvas.left(0, at + 5, Ink.TEXT, choices.get(c)).line(LEFT, at, RIGHT, at, Ink.GRID);
        }
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            canvas.group(way.id(), "", way.hint(), way(way, x.at(i + 0.5), y));
        }
        return canvas.drawing(BASE + 26 + ROW * choices.size());
    }

    private Canvas way(Way way, double place, Scale y) {
        Canvas canvas = new Canvas();
        canvas.line(place, y.at(way.low()), place, y.at(way.high()), way.strong() ? Ink.LINE2 : Ink.INTERVAL);
        if (way.strong()) {
            double at = y.at(way.estimate());
            canvas.run(List.of(place, at - 7, place + 7, at, place, at + 7, place - 7, at), true, Ink.SIGNAL);
        } else {
            canvas.disc(place, y.at(way.estimate()), 4.5, Ink.MARK);
        }
        for (int c = 0; c < choices.size(); c++) {
            double at = BASE + 26 + ROW * c;
            if (way.made().get(c)) {
                canvas.disc(place, at, 4.5, way.strong() ? Ink.SIGNAL : Ink.MARK);
            }
        }
        return canvas;
    }
}
