package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The axis under a forest plot: symmetric around zero, whole steps, wide enough for what matters. */
record Axis(double bound, double step) {
    static final double LEFT = 224;
    static final double RIGHT = 528;
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};
    private static final int TICKS = 4;
    private static final double ROOM = 2.5;
    private static final double LEAST = 0.4;

    /** Wide enough for every estimate and the pooled intervals; a clinic's longer line is cut with an arrow. */
    static Axis of(Forest forest) {
        double estimates = forest.studies().stream()
                .mapToDouble(s -> Math.abs(s.g().estimate()))
                .max()
                .orElse(0);
        double longest = forest.studies().stream()
                .flatMapToDouble(s -> DoubleStream.of(Math.abs(s.g().low()), Math.abs(s.g().high())))
                .max()
                .orElse(0);
        double pooled = DoubleStream.concat(
                        ends(forest.pooled()), forest.prediction().stream().flatMapToDouble(Axis::ends))
                .max()
                .orElse(0);
        double needed =
                Math.max(LEAST, Math.max(Math.max(estimates * 1.05, pooled), Math.min(longest, estimates * ROOM)));
        double step = step(needed);
        return new Axis(Math.ceil(needed / step - 1e-9) * step, step);
    }

    private static DoubleStream ends(Effect effect) {
        return DoubleStream.of(Math.abs(effect.low()), Math.abs(effect.high()));
    }

    private static double step(double needed) {
        for (double step : STEPS) {
            if (needed / step <= TICKS) {
                return step;
            }
        }
        return needed / TICKS;
    }

    double x(double value) {
        double inside = Math.max(-bound, Math.min(bound, value));
        return LEFT + (inside + bound) / (2 * bound) * (RIGHT - LEFT);
    }

    boolean holds(double value) {
        return Math.abs(value) <= bound;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long each = Math.round(bound / step);
        for (long i = -each; i <= each; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }

    int decimals() {
        return step < 1 ? 1 : 0;
    }
}
