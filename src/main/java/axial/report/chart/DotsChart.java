package axial.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One row for each name, with up to two places on a common axis: hollow before, filled after; or one place with its
 * interval.
 *
 * @param guides values at which an upright line stands
 * @param fromZero whether the axis begins at zero; else it lies around it
 */
public record DotsChart(
        String axis, List<Row> rows, List<Double> guides, boolean fromZero, String hollow, String filled) {
    private static final double LEFT = 250;
    private static final double RIGHT = 600;

    /** A row; NaN where there is no such mark. */
    public record Row(
            String name,
            double before,
            double after,
            double low,
            double high,
            String number,
            boolean strong,
            String id) {}

    public Drawing drawing(Written written) {
        double most = rows.stream()
                .flatMapToDouble(r -> DoubleStream.of(r.before(), r.after(), r.low(), r.high()))
                .filter(v -> !Double.isNaN(v) && !Double.isInfinite(v))
                .map(Math::abs)
                .max()
                .orElse(0.1);
        most = Math.max(most, guides.stream().mapToDouble(Math::abs).max().orElse(0));
        Scale scale = fromZero ? Scale.over(0, most, 6, LEFT, RIGHT) : Scale.around(most, 3, LEFT, RIGHT);
        Canvas canvas = new Canvas();
        double top = hollow.isEmpty() ? 12 : 34;
        double base = top + rows.size() * 22.0 + 8;
        if (!hollow.isEmpty()) {
            canvas.disc(LEFT + 6, 13, 5, Ink.HOLLOW)
                    .left(LEFT + 18, 18, Ink.SOFT, hollow)
                    .disc(LEFT + 190, 13, 5, Ink.MARK)
                    .left(LEFT + 202, 18, Ink.SOFT, filled);
        }
        guides.forEach(guide -> canvas.line(scale.at(guide), top, scale.at(guide), base, Ink.ZERO));
        double y = top + 11;
        for (Row row : rows) {
            canvas.group(row.id(), "", "", row(row, y, scale));
            y += 22;
        }
        canvas.line(LEFT, base, RIGHT, base, Ink.AXIS);
        for (double tick : scale.ticks()) {
            canvas.line(scale.at(tick), base, scale.at(tick), base + 5, Ink.AXIS)
                    .centred(scale.at(tick), base + 20, Ink.SOFT, written.number(tick, scale.decimals()));
        }
        canvas.centred((LEFT + RIGHT) / 2, base + 42, Ink.SOFT, axis);
        return canvas.drawing(base + 52);
    }

    private static Canvas row(Row row, double y, Scale scale) {
        Ink words = row.strong() ? Ink.BOLD : Ink.TEXT;
        Canvas canvas = new Canvas().left(0, y + 5, words, row.name()).right(Drawing.WIDTH, y + 5, words, row.number());
        if (!Double.isNaN(row.before()) && !Double.isNaN(row.after())) {
            canvas.line(scale.at(row.before()), y, scale.at(row.after()), y, Ink.GRID);
        }
        if (!Double.isNaN(row.low()) && !Double.isNaN(row.high())) {
            canvas.line(scale.at(row.low()), y, scale.at(row.high()), y, Ink.INTERVAL);
        }
        if (!Double.isNaN(row.before())) {
            canvas.disc(scale.at(row.before()), y, 5, Ink.HOLLOW);
        }
        if (!Double.isNaN(row.after())) {
            canvas.disc(scale.at(row.after()), y, 5, Ink.MARK);
        }
        return canvas;
    }
}
