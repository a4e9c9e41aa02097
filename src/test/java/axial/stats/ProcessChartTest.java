package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.stats.ProcessChart.Assurance;
import axial.stats.ProcessChart.Signal;
import axial.stats.ProcessChart.Variation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Phases, icons and targets, held to their words on ten thousand series. */
class ProcessChartTest {
    private static final int SERIES = 10_000;
    private static final int BASELINE = 12;

    @Test
    void everyPhaseVariationAndAssuranceIsThatOfItsWords() {
        Random random = new Random(16);
        Map<Variation, Integer> variations = new EnumMap<>(Variation.class);
        Map<Assurance, Integer> assurances = new EnumMap<>(Assurance.class);
        for (int s = 0; s < SERIES; s++) {
            double[] values = new double[8 + random.nextInt(40)];
            double drift = random.nextInt(3) == 0 ? 0.1 * random.nextGaussian() : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(4 * (random.nextGaussian() + drift * i)) / 4;
            }
            int second = 1 + random.nextInt(values.length);
            int[] starts = second < values.length && random.nextBoolean() ? new int[] {0, second} : new int[] {0};
            double target = random.nextInt(4) == 0 ? Double.NaN : 4 * random.nextGaussian();
            ProcessChart chart = ProcessChart.of(values, starts, BASELINE);
            List<double[]> phases = phases(values, starts);
            assertEquals(phases.size(), chart.phases().size());
            int at = 0;
            for (double[] phase : phases) {
                for (int i = 0; i < phase.length; i++, at++) {
                    assertEquals(signals(phase, i), chart.points().get(at).signals(), "series " + s + " point " + at);
                }
            }
            assertEquals(variation(phases.get(phases.size() - 1)), chart.variation(), "series " + s);
            assertEquals(assurance(phases.get(phases.size() - 1), target), chart.assurance(target), "series " + s);
            variations.merge(chart.variation(), 1, Integer::sum);
            assurances.merge(chart.assurance(target), 1, Integer::sum);
        }
        assertEquals(EnumSet.allOf(Variation.class), variations.keySet());
        assertEquals(EnumSet.allOf(Assurance.class), assurances.keySet());
        assertTrue(variations.values().stream().allMatch(n -> n > 100), variations.toString());
        assertTrue(assurances.values().stream().allMatch(n -> n > 100), assurances.toString());
    }

    @Test
    void aShiftAfterTheBaselineLeavesItsLimitsAndARebaseMovesThem() {
        double[] values = new double[30];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 2 == 0 ? 1 : -1) + (i < 15 ? 0 : 5);
        }
        ProcessChart fixed = ProcessChart.of(values, new int[] {0}, BASELINE);
        assertEquals(Variation.BETTER, fixed.variation());
        assertEquals(
                XmrChart.of(java.util.Arrays.copyOf(values, 12), XmrChart.BY_D2),
                fixed.phases().get(0).limits());
        ProcessChart rebased = ProcessChart.of(values, new int[] {0, 15}, BASELINE);
        assertEquals(Variation.USUAL, rebased.variation());
        assertEquals(Assurance.HIT_AND_MISS, fixed.assurance(0));
        assertEquals(Assurance.MISSES, fixed.assurance(6));
    }

    private static List<double[]> phases(double[] values, int[] starts) {
        List<double[]> phases = new ArrayList<>();
        int cut = starts.length > 1 ? starts[1] : values.length;
        phases.add(java.util.Arrays.copyOfRange(values, 0, cut));
        if (cut < values.length) {
            phases.add(java.util.Arrays.copyOfRange(values, cut, values.length));
        }
        return phases;
    }

    /** Mean, lower and upper limit of the first twelve, or null. */
    private static double[] limits(double[] phase) {
        if (phase.length < BASELINE) {
            return null;
        }
        double sum = 0;
        double moved = 0;
        for (int i = 0; i < BASELINE; i++) {
            sum += phase[i];
            moved += i == 0 ? 0 : Math.abs(phase[i] - phase[i - 1]);
        }
        double reach = 3 * moved / (BASELINE - 1) / 1.128;
        return new double[] {sum / BASELINE, sum / BASELINE - reach, sum / BASELINE + reach};
    }

    private static Set<Signal> signals(double[] v, int i) {
        double[] l = limits(v);
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        if (l == null) {
            return signals;
        }
        if (v[i] < l[1] || v[i] > l[2]) {
            signals.add(Signal.OUTSIDE);
        }
        for (int first = Math.max(0, i - 6); first <= i && first + 7 <= v.length; first++) {
            boolean above = true;
            boolean below = true;
            boolean up = true;
            boolean down = true;
            for (int j = first; j < first + 7; j++) {
                above &= v[j] > l[0];
                below &= v[j] < l[0];
                up &= j == first || v[j] > v[j - 1];
                down &= j == first || v[j] < v[j - 1];
            }
            if (above || below) {
                signals.add(Signal.SHIFT);
            }
            if (up || down) {
                signals.add(Signal.TREND);
            }
        }
        for (int first = Math.max(0, i - 2); first <= i && first + 3 <= v.length; first++) {
            if (two(v, first, i, l, 1) || two(v, first, i, l, -1)) {
                signals.add(Signal.NEAR_LIMIT);
            }
        }
        return signals;
    }

    private static boolean two(double[] v, int first, int i, double[] l, int side) {
        int hits = 0;
        for (int j = first; j < first + 3; j++) {
            hits += near(v[j], l, side) ? 1 : 0;
        }
        return hits >= 2 && near(v[i], l, side);
    }

    private static boolean near(double value, double[] l, int side) {
        return side > 0
                ? value > l[0] + (l[2] - l[0]) * 2 / 3 && value <= l[2]
                : value < l[0] - (l[0] - l[1]) * 2 / 3 && value >= l[1];
    }

    private static Variation variation(double[] v) {
        double[] l = limits(v);
        int last = v.length - 1;
        if (l == null) {
            return Variation.TOO_FEW;
        }
        Set<Signal> signals = signals(v, last);
        if (signals.isEmpty()) {
            return Variation.USUAL;
        }
        boolean better = signals.equals(EnumSet.of(Signal.TREND)) ? v[last] > v[last - 1] : v[last] > l[0];
        return better ? Variation.BETTER : Variation.WORSE;
    }

    private static Assurance assurance(double[] v, double target) {
        double[] l = limits(v);
        if (l == null || Double.isNaN(target)) {
            return Assurance.NONE;
        }
        return l[1] >= target ? Assurance.MEETS : l[2] < target ? Assurance.MISSES : Assurance.HIT_AND_MISS;
    }
}
