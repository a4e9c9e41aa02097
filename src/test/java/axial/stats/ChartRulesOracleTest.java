package axial.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of a chart over time against their words, taken point by point, on 10,000 series. */
class ChartRulesOracleTest {
    private static final int SERIES = 10_000;

    @Test
    void everyRuleMarksWhatItsWordsMark() {
        Random random = new Random(5);
        for (int s = 0; s < SERIES; s++) {
            double[] values = series(random);
            XmrChart chart = XmrChart.of(values, XmrChart.BY_D2);
            assertArrayEquals(outside(values, chart), ChartRules.outside(values, chart), "outside, series " + s);
            assertArrayEquals(shift(values, chart), ChartRules.shift(values, chart), "shift, series " + s);
            assertArrayEquals(trend(values), ChartRules.trend(values), "trend, series " + s);
            assertArrayEquals(near(values, chart), ChartRules.nearLimits(values, chart), "near, series " + s);
        }
    }

    /** Steady, drifting or stepped, in whole or tenth units so that ties turn up. */
    private static double[] series(Random random) {
        double[] values = new double[12 + random.nextInt(25)];
        double drift = random.nextInt(3) == 0 ? random.nextGaussian() / 3 : 0;
        double step = random.nextInt(3) == 0 ? 2 * random.nextGaussian() : 0;
        double unit = random.nextBoolean() ? 1 : 10;
        for (int i = 0; i < values.length; i++) {
            double value = drift * i + (i > values.length / 2 ? step : 0) + random.nextGaussian();
            values[i] = Math.rint(value * unit) / unit;
        }
        return values;
    }

    private static boolean[] outside(double[] v, XmrChart chart) {
        boolean[] marked = new boolean[v.length];
        for (int i = 0; i < v.length; i++) {
            marked[i] = v[i] > chart.high() || v[i] < chart.low();
        }
        return marked;
    }

    /** A point belongs to a shift where some seven neighbours with it all lie on one side. */
    private static boolean[] shift(double[] v, XmrChart chart) {
        boolean[] marked = new boolean[v.length];
        for (int start = 0; start + 7 <= v.length; start++) {
            int above = 0;
            int below = 0;
            for (int i = start; i < start + 7; i++) {
                above += v[i] > chart.centre() ? 1 : 0;
                below += v[i] < chart.centre() ? 1 : 0;
            }
            for (int i = start; (above == 7 || below == 7) && i < start + 7; i++) {
                marked[i] = true;
            }
        }
        return marked;
    }

    /** A point belongs to a trend where some seven neighbours with it all rise or all fall. */
    private static boolean[] trend(double[] v) {
        boolean[] marked = new boolean[v.length];
        for (int start = 0; start + 7 <= v.length; start++) {
            int up = 0;
            int down = 0;
            for (int i = start + 1; i < start + 7; i++) {
                up += v[i] > v[i - 1] ? 1 : 0;
                down += v[i] < v[i - 1] ? 1 : 0;
            }
            for (int i = start; (up == 6 || down == 6) && i < start + 7; i++) {
                marked[i] = true;
            }
        }
        return marked;
    }

    /** A point lies near a limit where it and another of some three neighbours lie in the outer third of one side. */
    private static boolean[] near(double[] v, XmrChart chart) {
        boolean[] marked = new boolean[v.length];
        double third = (chart.high() - chart.centre()) / 3;
        for (int i = 0; i < v.length; i++) {
            for (int j = Math.max(0, i - 2); j <= Math.min(v.length - 1, i + 2); j++) {
                boolean inSeries = v.length >= 3 && j != i;
                marked[i] |= inSeries
                        && (high(v[i], chart, third) && high(v[j], chart, third)
                                || low(v[i], chart, third) && low(v[j], chart, third));
            }
        }
        return marked;
    }

    private static boolean high(double value, XmrChart chart, double third) {
        return value > chart.centre() + 2 * third && value <= chart.high();
    }

    private static boolean low(double value, XmrChart chart, double third) {
        return value < chart.centre() - 2 * third && value >= chart.low();
    }
}
