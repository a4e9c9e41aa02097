package axial.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Boxes from the top down, each with what is left out on the way to the next; the last may fork into several. */
public record StepsChart(List<Step> steps, List<List<Step>> forks) {
    private static final double HEIGHT = 44;
    private static final double GAP = 30;

    /** A box: its words, its number, and what is left out after it (empty where nothing is). */
    public record Step(String words, String number, String out, String id) {}

    public Drawing drawing() {
        Canvas canvas = new Canvas();
        double y = 4;
        for (int i = 0; i < steps.size(); i++) {
            box(canvas, steps.get(i), 20, 320, y);
            boolean last = i == steps.size() - 1;
            if (!last) {
                arrow(canvas, 180, y + HEIGHT, y + HEIGHT + GAP);
                if (!steps.get(i).out().isEmpty()) {
                    canvas.line(180, y + HEIGHT + GAP / 2, 372, y + HEIGHT + GAP / 2, Ink.AXIS)
                            .left(
                                    380,
                                    y + HEIGHT + GAP / 2 + 5,
                                    Ink.SOFT,
                                    steps.get(i).out());
                }
            }
            y += HEIGHT + (last ? 0 : GAP);
        }
        return canvas.drawing(fork(canvas, y) + 6);
    }

    private double fork(Canvas canvas, double from) {
        double bottom = from;
        double width = forks.isEmpty() ? 0 : (Drawing.WIDTH - 20.0 * (forks.size() - 1)) / forks.size();
        List<Double> middles = new ArrayList<>();
        for (int i = 0; i < forks.size(); i++) {
            double x = i * (width + 20);
            double y = from + GAP;
            middles.add(x + width / 2);
            arrow(canvas, x + width / 2, from + GAP / 2, y);
            for (int s = 0; s < forks.get(i).size(); s++) {
                box(canvas, forks.get(i).get(s), x, width, y);
                if (s < forks.get(i).size() - 1) {
                    arrow(canvas, x + width / 2, y + HEIGHT, y + HEIGHT + GAP);
                    canvas.left(
                            x + width / 2 + 10,
                            y + HEIGHT + GAP / 2 + 5,
                            Ink.SOFT,
                            forks.get(i).get(s).out());
                }
                y += HEIGHT + GAP;
            }
            bottom = Math.max(bottom, y - GAP);
        }
        if (!middles.isEmpty()) {
            double left = Math.min(180, middles.get(0));
            double right = Math.max(180, middles.get(middles.size() - 1));
            canvas.line(180, from, 180, from + GAP / 2, Ink.AXIS)
                    .line(left, from + GAP / 2, right, from + GAP / 2, Ink.AXIS);
        }
        return bottom;
    }

    private static void box(Canvas canvas, Step step, double x, double width, double y) {
        Canvas one = new Canvas().box(x, y, width, HEIGHT, Ink.FRAME);
        double room = width - 16;
        String words = step.words();
        if (Svg.width(words + " " + step.number()) <= room) {
            one.left(x + 10, y + 27, Ink.TEXT, words).right(x + width - 10, y + 27, Ink.BOLD, step.number());
        } else {
            one.left(x + 10, y + 18, Ink.TEXT, words).left(x + 10, y + 37, Ink.BOLD, step.number());
        }
        canvas.group(step.id(), "", "", one);
    }

    private static void arrow(Canvas canvas, double x, double from, double to) {
        canvas.line(x, from, x, to - 1, Ink.AXIS).run(List.of(x, to, x - 5, to - 8, x + 5, to - 8), true, Ink.SOFT);
    }
}
