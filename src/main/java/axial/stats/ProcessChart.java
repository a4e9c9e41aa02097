package axial.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An individuals chart that may begin anew: each phase has limits of its own, from its first points, and signals are looked
 * for within a phase. Values are such that more is better.
 *
 * <p>What it says is NHS England's (Making Data Count): variation by the last point, assurance by where the target lies
 * beside the limits of the last phase. Moving ranges are not screened for outliers.
 *
 * @param phases one for each, in the order of time
 * @param points one for each value
 */
public record ProcessChart(List<Phase> phases, List<Point> points) {
    /** A rule of special cause. */
    public enum Signal {
        OUTSIDE,
        SHIFT,
        TREND,
        NEAR_LIMIT
    }

    /** What the last point says of now beside before. */
    public enum Variation {
        USUAL,
        BETTER,
        WORSE,
        TOO_FEW
    }

    /** Whether the target is met time and again. */
    public enum Assurance {
        MEETS,
        MISSES,
        HIT_AND_MISS,
        NONE
    }

    /** From which point on, and with which limits; none where its points are too few. */
    public record Phase(int from, @Nullable XmrChart limits) {}

    /**
     * A value in its place.
     *
     * @param better whether its signal is one of better values; of no meaning without a signal
     */
    public record Point(double value, int phase, Set<Signal> signals, boolean better) {}

    /**
     * The chart of values in the order of time.
     *
     * @param starts where phases begin, rising, 0 the first
     * @param baseline how many points of a phase its limits come from; a phase with fewer has none
     */
    public static ProcessChart of(double[] values, int[] starts, int baseline) {
        List<Phase> phases = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int p = 0; p < starts.length; p++) {
            int end = p + 1 < starts.length ? starts[p + 1] : values.length;
            double[] phase = Arrays.copyOfRange(values, starts[p], end);
            XmrChart limits =
                    phase.length < baseline ? null : XmrChart.of(Arrays.copyOf(phase, baseline), XmrChart.BY_D2);
            phases.add(new Phase(starts[p], limits));
            points.addAll(points(phase, p, limits));
        }
        return new ProcessChart(List.copyOf(phases), List.copyOf(points));
    }

    private static List<Point> points(double[] values, int phase, @Nullable XmrChart limits) {
        List<Point> points = new ArrayList<>();
        if (limits == null) {
            for (double value : values) {
                points.add(new Point(value, phase, Set.of(), false));
            }
            return points;
        }
        boolean[] outside = ChartRules.outside(values, limits);
        boolean[] shift = ChartRules.shift(values, limits);
        boolean[] trend = ChartRules.trend(values);
        boolean[] near = ChartRules.nearLimits(values, limits);
        for (int i = 0; i < values.length; i++) {
            Set<Signal> signals = EnumSet.noneOf(Signal.class);
            add(signals, outside[i], Signal.OUTSIDE);
            add(signals, shift[i], Signal.SHIFT);
            add(signals, trend[i], Signal.TREND);
            add(signals, near[i], Signal.NEAR_LIMIT);
            boolean byTrendAlone = signals.equals(EnumSet.of(Signal.TREND));
            boolean better = byTrendAlone ? rises(values, i) : values[i] > limits.centre();
            points.add(new Point(values[i], phase, signals, better));
        }
        return points;
    }

    private static void add(Set<Signal> signals, boolean there, Signal signal) {
        if (there) {
            signals.add(signal);
        }
    }

    /** Whether a trend through the point goes up; its first point looks ahead. */
    private static boolean rises(double[] values, int i) {
        return i > 0 && ChartRules.trend(Arrays.copyOf(values, i + 1))[i]
                ? values[i] > values[i - 1]
                : values[i + 1] > values[i];
    }

    /** What the last point says. */
    public Variation variation() {
        Phase last = phases.get(phases.size() - 1);
        if (last.limits() == null) {
            return Variation.TOO_FEW;
        }
        Point point = points.get(points.size() - 1);
        if (point.signals().isEmpty()) {
            return Variation.USUAL;
        }
        return point.better() ? Variation.BETTER : Variation.WORSE;
    }

    /** Where the target lies beside the limits of the last phase; NaN where nothing is aimed at. */
    public Assurance assurance(double target) {
        XmrChart limits = phases.get(phases.size() - 1).limits();
        if (limits == null || Double.isNaN(target)) {
            return Assurance.NONE;
        }
        if (limits.low() >= target) {
            return Assurance.MEETS;
        }
        return limits.high() < target ? Assurance.MISSES : Assurance.HIT_AND_MISS;
    }
}
