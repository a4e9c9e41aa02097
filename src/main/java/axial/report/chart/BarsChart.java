package axial.report.chart;

import java.util.List;

/** Bars from zero to a hundred people, a few under each heading; the number stands on the bar's end. */
public record BarsChart(List<Group> groups) {
    private static final double LEFT = 232;
    private static final double RIGHT = 600;

    /** Bars under one heading. */
    public record Group(String heading, List<Bar> bars) {}

    /** A bar: whose, how long of a hundred, its interval (NaN where there is none), and the words at its end. */
    public record Bar(String name, int look, double ofHundred, double low, double high, String words, String id) {}

    public Drawing drawing(Written written) {
        Canvas canvas = new Canvas();
        Scale scale = new Scale(0, 100, 20, LEFT, RIGHT);
        double y = 12;
        Canvas bars = new Canvas();
        for (Group group : groups) {
            bars.left(0, y + 6, Ink.BOLD, group.heading());
            y += 18;
            for (Bar bar : group.bars()) {
                Canvas one = new Canvas()
                        .right(LEFT - 10, y + 15, Ink.TEXT, bar.name())
                        .box(LEFT, y + 1, scale.at(bar.ofHundred()) - LEFT, 18, Ink.arm(bar.look()));
                double end = scale.at(bar.ofHundred());
                if (!Double.isNaN(bar.low())) {
                    one.line(scale.at(bar.low()), y + 10, scale.at(bar.high()), y + 10, Ink.AXIS)
                            .line(scale.at(bar.low()), y + 6, scale.at(bar.low()), y + 14, Ink.AXIS)
                            .line(scale.at(bar.high()), y + 6, scale.at(bar.high()), y + 14, Ink.AXIS);
                    end = scale.at(bar.high());
                }
                one.left(end + 8, y + 15, Ink.TEXT, bar.words());
                bars.group(bar.id(), "", "", one);
                y += 24;
            }
            y += 12;
        }
        double base = y;
        for (double tick : scale.ticks()) {
            canvas.line(scale.at(tick), 22, scale.at(tick), base, Ink.GRID)
                    .centred(scale.at(tick), base + 18, Ink.SOFT, written.number(tick, 0));
        }
        canvas.group("", "", "", bars).line(LEFT, 22, LEFT, base, Ink.AXIS);
        return canvas.drawing(base + 26);
    }
}
