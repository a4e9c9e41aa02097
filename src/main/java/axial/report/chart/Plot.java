package axial.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The frame of a picture with two axes: grid, numbers, and a title over the upright one. */
final class Plot {
    static final double LEFT = 56;
    static final double RIGHT = 560;
    static final double TOP = 40;
    private final Canvas canvas;
    private final Scale x;
    private final Scale y;

    Plot(Canvas canvas, Scale x, Scale y) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
    }

    Plot upright(String title, Written written) {
        canvas.left(0, 16, Ink.SOFT, title);
        for (double tick : y.ticks()) {
            canvas.line(x.from(), y.at(tick), x.to(), y.at(tick), Ink.GRID)
                    .right(x.from() - 8, y.at(tick) + 5, Ink.SOFT, written.number(tick, y.decimals()));
        }
        return this;
    }

    Plot level(String title, Written written) {
        double base = y.from();
        canvas.line(x.from(), base, x.to(), base, Ink.AXIS);
        for (double tick : x.ticks()) {
            canvas.line(x.at(tick), base, x.at(tick), base + 5, Ink.AXIS)
                    .centred(x.at(tick), base + 22, Ink.SOFT, written.number(tick, x.decimals()));
        }
        canvas.centred((x.from() + x.to()) / 2, base + 44, Ink.SOFT, title);
        return this;
    }

    /** Names at 1, 2 and so on, as many as there is room for. */
    Plot level(String title, List<String> names) {
        double base = y.from();
        canvas.line(x.from(), base, x.to(), base, Ink.AXIS);
        double widest = names.stream().mapToDouble(Svg::width).max().orElse(0) + 16;
        int every = Math.max(1, (int) Math.ceil(widest * names.size() / (x.to() - x.from())));
        for (int i = 0; i < names.size(); i++) {
            double place = x.at(i + 1.0);
            canvas.line(place, base, place, base + 5, Ink.AXIS);
            if (i % every == 0) {
                canvas.centred(place, base + 22, Ink.SOFT, names.get(i));
            }
        }
        canvas.centred((x.from() + x.to()) / 2, base + 44, Ink.SOFT, title);
        return this;
    }

    /** A mark with its interval, above the same place for all that share it. */
    void interval(double place, double low, double high, Ink ink) {
        canvas.line(place, y.at(low), place, y.at(high), ink)
                .line(place - 4, y.at(low), place + 4, y.at(low), ink)
                .line(place - 4, y.at(high), place + 4, y.at(high), ink);
    }

    /** Labels at the right end, moved apart where they would lie on each other. */
    static List<Double> apart(List<Double> wanted, double least) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(wanted.get(a), wanted.get(b)));
        List<Double> places = new ArrayList<>(wanted);
        for (int i = 1; i < order.size(); i++) {
            double above = places.get(order.get(i - 1));
            places.set(order.get(i), Math.max(places.get(order.get(i)), above + least));
        }
        return places;
    }
}
