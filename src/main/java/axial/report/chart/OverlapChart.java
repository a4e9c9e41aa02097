package axial.report.chart;

import java.util.List;

/** How many people of either group lie in each bin of a score from zero to one: one group up, the other down. */
public record OverlapChart(String axis, String up, String down, int upLook, int downLook, List<Bin> bins) {
    private static final double MIDDLE = 150;

    /** A bin: its ends, the share of each group in it (NaN where hidden), and the ids of the two rows. */
    public record Bin(double from, double to, double up, double down, String upId, String downId) {}

    public Drawing drawing(Written written) {
        Canvas canvas = new Canvas();
        Scale level = new Scale(0, 1, 0.2, Plot.LEFT, Plot.RIGHT);
        double most = bins.stream()
                .mapToDouble(b -> Math.max(Double.isNaN(b.up()) ? 0 : b.up(), Double.isNaN(b.down()) ? 0 : b.down()))
                .max()
                .orElse(1);
        double per = 120 / Math.max(most, 1e-9);
        for (Bin bin : bins) {
            double x = level.at(bin.from()) + 1;
            double width = level.at(bin.to()) - level.at(bin.from()) - 2;
            if (!Double.isNaN(bin.up())) {
                canvas.group(
                        bin.upId(),
                        "",
                        "",
                        new Canvas().box(x, MIDDLE - bin.up() * per, width, bin.up() * per, Ink.arm(upLook)));
            }
            if (!Double.isNaN(bin.down())) {
                canvas.group(
                        bin.downId(), "", "", new Canvas().box(x, MIDDLE, width, bin.down() * per, Ink.arm(downLook)));
            }
        }
        canvas.line(Plot.LEFT, MIDDLE, Plot.RIGHT, MIDDLE, Ink.AXIS);
        canvas.mark(Plot.RIGHT + 14, 60, upLook).mark(Plot.RIGHT + 14, 240, downLook);
        label(canvas, up, 65);
        label(canvas, down, 245);
        for (double tick : level.ticks()) {
            canvas.line(level.at(tick), 274, level.at(tick), 279, Ink.AXIS)
                    .centred(level.at(tick), 296, Ink.SOFT, written.number(tick, 1));
        }
        canvas.line(Plot.LEFT, 274, Plot.RIGHT, 274, Ink.AXIS)
                .centred((Plot.LEFT + Plot.RIGHT) / 2, 318, Ink.SOFT, axis);
        return canvas.drawing(328);
    }

    private static void label(Canvas canvas, String name, double y) {
        double place = y;
        for (String line : Wrapped.lines(name, Drawing.WIDTH - Plot.RIGHT - 26)) {
            canvas.left(Plot.RIGHT + 26, place, Ink.TEXT, line);
            place += 18;
        }
    }
}
