package axial.report.chart;

import java.util.ArrayList;
import java.util.List;

/** A straight axis in whole steps, laid between two places. */
public record Scale(double low, double high, double step, double from, double to) {
    private static final double[] STEPS = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000
    };

    /** Wide enough for both ends, in at most that many steps. */
    public static Scale over(double least, double most, int steps, double from, double to) {
        double width = most > least ? most - least : 1;
        for (double step : STEPS) {
            double low = Math.floor(least / step + 1e-9) * step;
            double high = Math.ceil(most / step - 1e-9) * step;
            if (Math.round((high - low) / step) <= steps && high > low) {
                return new Scale(low, high, step, from, to);
            }
        }
        return new Scale(least, least + width, width / steps, from, to);
    }

    /** The same on either side of zero. */
    public static Scale around(double bound, int stepsEachSide, double from, double to) {
        Scale half = over(0, bound, stepsEachSide, from, to);
        return new Scale(-half.high(), half.high(), half.step(), from, to);
    }

    /** The place of a value, or the end of the axis where it lies beyond. */
    public double at(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return from + (inside - low) / (high - low) * (to - from);
    }

    boolean holds(double value) {
        return value >= low - 1e-9 && value <= high + 1e-9;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = Math.round(low / step);
        long last = Math.round(high / step);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }

    /** Digits after the point that its steps need. */
    public int decimals() {
        return step < 0.1 ? 2 : step < 1 ? 1 : 0;
    }
}
