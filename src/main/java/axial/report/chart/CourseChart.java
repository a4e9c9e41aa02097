package axial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A mean with its interval for each group at each time; the groups stand beside each other, with a mark, a line and a
 * name each.
 *
 * @param times from the left
 * @param under per time, what stands below its name
 * @param y ends of the upright axis
 */
public record CourseChart(
        String title, List<String> times, List<String> under, List<Series> series, Ends y, Differences differences) {
    private static final double BASE = 300;
    private static final double PANEL = 140;

    /**
     * The difference of the groups below their courses, on the same times.
     *
     * @param matters a change that matters, either way; NaN where none is known
     * @param points one per time; none at all where nothing is compared
     */
    public record Differences(String title, double matters, List<Point> points) {
        boolean any() {
            return points.stream().anyMatch(Point::known);
        }
    }

    /** The ends of an axis. */
    public record Ends(double low, double high) {}

    /** A group: which colour, line and mark it has, and its points, one per time; NaN where there is none. */
    public record Series(String name, int look, List<Point> points) {}

    /** A mean and its interval. */
    public record Point(double mean, double low, double high, String id, String hint) {
        boolean known() {
            return !Double.isNaN(mean);
        }
    }

    public Drawing drawing(Written written) {
        Canvas canvas = new Canvas();
        Scale upright = Scale.over(y.low(), y.high(), 6, BASE, Plot.TOP);
        Scale level = new Scale(0, times.size(), 1, Plot.LEFT, Plot.RIGHT);
        new Plot(canvas, level, upright).upright(title, written);
        canvas.line(Plot.LEFT, BASE, Plot.RIGHT, BASE, Ink.AXIS);
        if (upright.low() < 0 && upright.high() > 0) {
            canvas.line(Plot.LEFT, upright.at(0), Plot.RIGHT, upright.at(0), Ink.AXIS);
        }
        for (int i = 0; i < times.size(); i++) {
            canvas.centred(level.at(i + 0.5), BASE + 22, Ink.TEXT, times.get(i))
                    .centred(level.at(i + 0.5), BASE + 42, Ink.SOFT, under.get(i));
        }
        for (int i = 0; i < series.size(); i++) {
            draw(canvas, series.get(i), (i - (series.size() - 1) / 2.0) * 22, level, upright);
        }
        names(canvas, upright);
        return canvas.drawing(differences.any() ? differences(canvas, level, written) : BASE + 54);
    }

    /** The lower panel; returns where the drawing ends. */
    private double differences(Canvas canvas, Scale level, Written written) {
        double top = BASE + 96;
        double bound = differences.points().stream()
                .filter(Point::known)
                .mapToDouble(p -> Math.max(Math.abs(p.low()), Math.abs(p.high())))
                .max()
                .orElse(1);
        Scale upright = Scale.around(bound, 2, top + PANEL, top);
        canvas.left(0, top - 18, Ink.SOFT, differences.title());
        double matters = Math.min(differences.matters(), upright.high());
        if (matters > 0) {
            double high = upright.at(matters);
            canvas.box(level.from(), high, level.to() - level.from(), upright.at(-matters) - high, Ink.SHADE);
        }
        new Plot(canvas, level, upright).upright("", written);
        canvas.line(level.from(), upright.at(0), level.to(), upright.at(0), Ink.ZERO);
        for (int i = 0; i < differences.points().size(); i++) {
            Point point = differences.points().get(i);
            if (point.known()) {
                double x = level.at(i + 0.5);
                Canvas mark = new Canvas();
                new Plot(mark, level, upright).interval(x, point.low(), point.high(), Ink.INTERVAL);
                mark.disc(x, upright.at(point.mean()), 5, Ink.MARK);
                canvas.group(point.id(), "", point.hint(), mark);
            }
        }
        return top + PANEL + 14;
    }

    private static void draw(Canvas canvas, Series series, double aside, Scale level, Scale upright) {
        List<Double> line = new ArrayList<>();
        for (int i = 0; i < series.points().size(); i++) {
            Point point = series.points().get(i);
            if (point.known()) {
                line.add(level.at(i + 0.5) + aside);
                line.add(upright.at(point.mean()));
            }
        }
        if (line.size() > 2) {
            canvas.run(line, false, Ink.line(series.look()));
        }
        for (int i = 0; i < series.points().size(); i++) {
            Point point = series.points().get(i);
            if (point.known()) {
                double x = level.at(i + 0.5) + aside;
                Canvas mark = new Canvas();
                new Plot(mark, level, upright).interval(x, point.low(), point.high(), Ink.line(series.look()));
                mark.mark(x, upright.at(point.mean()), series.look());
                canvas.group(point.id(), "", point.hint(), mark);
            }
        }
    }

    private void names(Canvas canvas, Scale upright) {
        List<Double> wanted = new ArrayList<>();
        for (Series each : series) {
            double last = each.points().stream()
                    .filter(Point::known)
                    .reduce((a, b) -> b)
                    .map(Point::mean)
                    .orElse(upright.low());
            wanted.add(upright.at(last));
        }
        List<Double> places = Plot.apart(wanted, 44);
        for (int i = 0; i < series.size(); i++) {
            double place = Math.min(BASE - 24, places.get(i));
            canvas.mark(Plot.RIGHT + 14, place, series.get(i).look());
            List<String> lines = Wrapped.lines(series.get(i).name(), Drawing.WIDTH - Plot.RIGHT - 26);
            for (int l = 0; l < lines.size(); l++) {
                canvas.left(Plot.RIGHT + 26, place + 5 + 18 * l, Ink.TEXT, lines.get(l));
            }
        }
    }
}
