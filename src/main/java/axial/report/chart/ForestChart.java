package axial.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Studies one below the other, each a square on its interval; what is pooled of them as a diamond; and what a review
 * found beside them.
 *
 * @param rows from the top
 * @param matters half the width of the band of differences too small to matter, on the axis' scale
 * @param left what the left side of the axis favours
 */
public record ForestChart(
        Heads heads, List<Row> rows, OptionalDouble matters, String left, String right, List<String> notes) {
    private static final double LEFT = 224;
    private static final double RIGHT = 528;
    private static final double LARGEST = 16;
    private static final double SMALLEST = 4;
    private static final double ROOM = 2.5;
    private static final double LEAST = 0.4;

    /** What stands over the columns. */
    public record Heads(String name, String people, String axis, String number) {}

    /** What a row is. */
    public enum Kind {
        STUDY,
        POOLED,
        PREDICTION,
        HEADING,
        REVIEW
    }

    /** One row; numbers are NaN where it has none, {@code weight} is of studies. */
    public record Row(
            Kind kind,
            String name,
            String people,
            String number,
            double estimate,
            double low,
            double high,
            double weight,
            String id) {
        boolean drawn() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    public Drawing drawing(Written written) {
        Scale axis = axis();
        Canvas canvas = new Canvas();
        double base = 40 + Canvas.ROW * rows.size() + 8;
        matters.ifPresent(m -> canvas.box(axis.at(-m), 30, axis.at(m) - axis.at(-m), base - 30, Ink.SHADE));
        canvas.left(0, 18, Ink.SOFT, heads.name())
                .right(208, 18, Ink.SOFT, heads.people())
                .centred(axis.at(0), 18, Ink.SOFT, heads.axis())
                .right(Drawing.WIDTH, 18, Ink.SOFT, heads.number())
                .line(0, 28, Drawing.WIDTH, 28, Ink.AXIS)
                .line(axis.at(0), 30, axis.at(0), base, Ink.ZERO);
        double most = rows.stream()
                .mapToDouble(Row::weight)
                .filter(w -> !Double.isNaN(w))
                .max()
                .orElse(1);
        double y = 40 + Canvas.ROW / 2;
        for (Row row : rows) {
            String clinic = row.kind() == Kind.STUDY ? row.name() : "";
            canvas.group(row.id(), clinic, hint(row), row(row, y, axis, most));
            y += Canvas.ROW;
        }
        return under(canvas, axis, base, written);
    }

    private Drawing under(Canvas canvas, Scale axis, double base, Written written) {
        canvas.line(LEFT, base, RIGHT, base, Ink.AXIS);
        for (double tick : axis.ticks()) {
            canvas.line(axis.at(tick), base, axis.at(tick), base + 5, Ink.AXIS)
                    .centred(axis.at(tick), base + 20, Ink.SOFT, written.number(tick, axis.decimals()));
        }
        canvas.left(0, base + 46, Ink.TEXT, "← " + left).right(Drawing.WIDTH, base + 46, Ink.TEXT, right + " →");
        double y = base + 74;
        for (String note : notes) {
            canvas.left(0, y, Ink.SOFT, note);
            y += 20;
        }
        return canvas.drawing(y);
    }

    private static String hint(Row row) {
        return row.number().isEmpty() ? "" : row.name() + ": " + row.number();
    }

    private static Canvas row(Row row, double y, Scale axis, double most) {
        boolean strong = row.kind() == Kind.POOLED || row.kind() == Kind.HEADING;
        Ink words = strong ? Ink.BOLD : Ink.TEXT;
        Canvas canvas = new Canvas()
                .left(0, y + 5, words, row.name())
                .right(208, y + 5, words, row.people())
                .right(Drawing.WIDTH, y + 5, words, row.number());
        if (row.drawn()) {
            switch (row.kind()) {
                case STUDY -> study(canvas, row, y, axis, most);
                case POOLED -> diamond(canvas, row, y, axis, Ink.POOLED);
                case PREDICTION -> {
                    double x = axis.at(row.low());
                    canvas.box(x, y - 3, axis.at(row.high()) - x, 6, Ink.PREDICTION);
                }
                case REVIEW -> {
                    ends(canvas, row, y, axis, Ink.REVIEW_LINE);
                    diamond(canvas, small(row), y, axis, Ink.REVIEW);
                }
                default -> throw new IllegalStateException("a heading is not drawn");
            }
        }
        return canvas;
    }

    private static Row small(Row row) {
        double half = Math.min(0.05, (row.high() - row.low()) / 2);
        return new Row(
                row.kind(),
                row.name(),
                row.people(),
                row.number(),
                row.estimate(),
                row.estimate() - half,
                row.estimate() + half,
                row.weight(),
                row.id());
    }

    private static void study(Canvas canvas, Row row, double y, Scale axis, double most) {
        ends(canvas, row, y, axis, Ink.INTERVAL);
        double share = row.weight() > 0 ? row.weight() / most : 0;
        double side = Math.max(SMALLEST, LARGEST * Math.sqrt(share));
        canvas.box(axis.at(row.estimate()) - side / 2, y - side / 2, side, side, Ink.MARK);
    }

    /** The interval, with an arrow where it goes on past the axis. */
    private static void ends(Canvas canvas, Row row, double y, Scale axis, Ink ink) {
        double low = axis.at(row.low());
        double high = axis.at(row.high());
        canvas.line(low, y, high, y, ink);
        if (!axis.holds(row.low())) {
            canvas.run(List.of(low, y, low + 8, y - 4, low + 8, y + 4), true, Ink.MARK);
        }
        if (!axis.holds(row.high())) {
            canvas.run(List.of(high, y, high - 8, y - 4, high - 8, y + 4), true, Ink.MARK);
        }
    }

    private static void diamond(Canvas canvas, Row row, double y, Scale axis, Ink ink) {
        double middle = axis.at(row.estimate());
        canvas.run(List.of(axis.at(row.low()), y, middle, y - 8, axis.at(row.high()), y, middle, y + 8), true, ink);
    }

    /** Wide enough for every estimate and for what is pooled; a study's longer line is cut with an arrow. */
    private Scale axis() {
        double estimates = rows.stream()
                .filter(Row::drawn)
                .mapToDouble(r -> Double.isNaN(r.estimate()) ? 0 : Math.abs(r.estimate()))
                .max()
                .orElse(0);
        double longest = furthest(Kind.STUDY);
        double pooled = Math.max(furthest(Kind.POOLED), furthest(Kind.PREDICTION));
        double needed =
                Math.max(LEAST, Math.max(Math.max(estimates * 1.05, pooled), Math.min(longest, estimates * ROOM)));
        return Scale.around(needed, 4, LEFT, RIGHT);
    }

    private double furthest(Kind kind) {
        return rows.stream()
                .filter(r -> r.kind() == kind && r.drawn())
                .flatMapToDouble(r -> DoubleStream.of(Math.abs(r.low()), Math.abs(r.high())))
                .max()
                .orElse(0);
    }
}
