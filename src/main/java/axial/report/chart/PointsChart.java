package axial.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points over a level axis, with lines: a funnel, a chart over time, a curve.
 *
 * @param upright what stands over the upright axis
 * @param joined whether the points are joined
 * @param names what stands below the level axis at 1, 2 and so on; empty for numbers
 */
public record PointsChart(
        String upright, String level, List<Point> points, List<Curve> curves, boolean joined, List<String> names) {
    private static final double BASE = 300;

    public PointsChart(String upright, String level, List<Point> points, List<Curve> curves, boolean joined) {
        this(upright, level, points, curves, joined, List.of());
    }

    /** The same over names in place of numbers, the first at 1. */
    public PointsChart over(List<String> places) {
        return new PointsChart(upright, level, points, curves, joined, List.copyOf(places));
    }

    /** A point; {@code name} stands beside it where it is not empty, and {@code signal} makes it stand out. */
    public record Point(double x, double y, boolean signal, boolean hollow, String name, String id, String hint) {}

    /** A line with its name at the right end; {@code kind} is one of limit, far, centre, or a number of an arm. */
    public record Curve(String name, String kind, List<Double> xy, String id) {}

    public Drawing drawing(Written written) {
        Canvas canvas = new Canvas();
        Scale x = names.isEmpty()
                ? scale(0, Plot.LEFT, Plot.RIGHT)
                : new Scale(0.5, names.size() + 0.5, 1, Plot.LEFT, Plot.RIGHT);
        Scale y = scale(1, BASE, Plot.TOP);
        Plot plot = new Plot(canvas, x, y).upright(upright, written);
        if (names.isEmpty()) {
            plot.level(level, written);
        } else {
            plot.level(level, names);
        }
        List<Double> wanted = new ArrayList<>();
        for (Curve curve : curves) {
            List<Double> run = new ArrayList<>();
            for (int i = 0; i + 1 < curve.xy().size(); i += 2) {
                run.add(x.at(curve.xy().get(i)));
                run.add(y.at(curve.xy().get(i + 1)));
            }
            canvas.group(curve.id(), "", "", new Canvas().run(run, false, ink(curve.kind())));
            wanted.add(run.get(run.size() - 1));
        }
        List<Double> places = Plot.apart(wanted, 18);
        for (int i = 0; i < curves.size(); i++) {
            canvas.left(
                    Plot.RIGHT + 8, places.get(i) + 5, Ink.SOFT, curves.get(i).name());
        }
        if (joined) {
            List<Double> run = new ArrayList<>();
            points.forEach(p -> {
                run.add(x.at(p.x()));
                run.add(y.at(p.y()));
            });
            if (run.size() > 2) {
                canvas.run(run, false, Ink.INTERVAL);
            }
        }
        List<double[]> taken = new ArrayList<>();
        points.forEach(p -> taken.add(new double[] {x.at(p.x()) - 5, y.at(p.y()) + 5}));
        points.forEach(p -> canvas.group(p.id(), "", p.hint(), point(p, x, y, taken)));
        return canvas.drawing(BASE + 56);
    }

    private static Canvas point(Point p, Scale x, Scale y, List<double[]> taken) {
        Canvas canvas = new Canvas();
        double px = x.at(p.x());
        double py = y.at(p.y());
        if (p.signal()) {
            canvas.run(List.of(px, py - 8, px + 8, py, px, py + 8, px - 8, py), true, Ink.SIGNAL);
        } else {
            canvas.disc(px, py, 5, p.hollow() ? Ink.OTHER : Ink.MARK);
        }
        return p.name().isEmpty() ? canvas : name(canvas, p.name(), px, py, taken);
    }

    /** Above to the right, or in the next corner where no point nor other name stands. */
    private static Canvas name(Canvas canvas, String name, double px, double py, List<double[]> taken) {
        double width = Svg.width(name);
        double[][] corners = {
            {px + 10, py - 6}, {px - 10 - width, py - 6}, {px + 10, py + 16}, {px - 10 - width, py + 16}
        };
        double[] place = Arrays.stream(corners)
                .filter(c -> taken.stream().noneMatch(t -> Math.abs(t[0] - c[0]) < 13 && Math.abs(t[1] - c[1]) < 11))
                .findFirst()
                .orElse(corners[0]);
        taken.add(place);
        return canvas.left(place[0], place[1], Ink.BOLD, name);
    }

    private static Ink ink(String kind) {
        return switch (kind) {
            case "limit" -> Ink.LIMIT;
            case "far" -> Ink.LIMIT_FAR;
            case "centre" -> Ink.CENTRE;
            default -> Ink.line(Integer.parseInt(kind));
        };
    }

    /** The axis of x (0) or y (1) over every point and line. */
    private Scale scale(int which, double from, double to) {
        List<Double> values = new ArrayList<>();
        points.forEach(p -> values.add(which == 0 ? p.x() : p.y()));
        for (Curve curve : curves) {
            for (int i = which; i < curve.xy().size(); i += 2) {
                values.add(curve.xy().get(i));
            }
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return Scale.over(least, most, 7, from, to);
    }
}
