package axial.stats;

import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.util.FastMath;

/**
 * Signs that a chart over time shows more than chance: which points belong to one.
 *
 * <p>Outside, shift, trend and near limits are the rules of NHS England's Making Data Count with seven
 * points for a shift and a trend; the runs rules are those of Anhøj and Olesen (2014, PLoS One
 * 9:e113825).
 */
public final class ChartRules {
    private static final int RUN = 7;

    private ChartRules() {}

    /** Beyond a limit. */
    public static boolean[] outside(double[] values, XmrChart chart) {
        boolean[] marked = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            marked[i] = values[i] < chart.low() || values[i] > chart.high();
        }
        return marked;
    }

    /** Seven or more in a row on one side of the centre. */
    public static boolean[] shift(double[] values, XmrChart chart) {
        boolean[] marked = new boolean[values.length];
        markRuns(marked, i -> values[i] > chart.centre(), RUN, 0);
        markRuns(marked, i -> values[i] < chart.centre(), RUN, 0);
        return marked;
    }

    /** Seven or more in a row, each above the one before, or each below. */
    public static boolean[] trend(double[] values) {
        boolean[] marked = new boolean[values.length];
        markRuns(marked, i -> i > 0 && values[i] > values[i - 1], RUN - 1, 1);
        markRuns(marked, i -> i > 0 && values[i] < values[i - 1], RUN - 1, 1);
        return marked;
    }

    /** Two of three in a row in the outer third on the same side, within the limits. */
    public static boolean[] nearLimits(double[] values, XmrChart chart) {
        boolean[] marked = new boolean[values.length];
        double upper = chart.centre() + (chart.high() - chart.centre()) * 2 / 3;
        double lower = chart.centre() - (chart.centre() - chart.low()) * 2 / 3;
        markTwoOfThree(marked, i -> values[i] > upper && values[i] <= chart.high());
        markTwoOfThree(marked, i -> values[i] < lower && values[i] >= chart.low());
        return marked;
    }

    /** The longest run that chance allows among {@code useful} points off the centre: round(log₂ n + 3). */
    public static long longestRun(int useful) {
        return StrictMath.round(FastMath.log(2, useful) + 3);
    }

    /** The fewest crossings of the centre that chance allows: the 5 % quantile of binomial(n−1, ½). */
    public static long fewestCrossings(int useful) {
        return new BinomialDistribution(null, useful - 1, 0.5).inverseCumulativeProbability(0.05);
    }

    private static void markRuns(boolean[] marked, IntPredicate holds, int least, int before) {
        int run = 0;
        for (int i = 0; i < marked.length; i++) {
            run = holds.test(i) ? run + 1 : 0;
            for (int j = i - run + 1 - before; run >= least && j <= i; j++) {
                marked[j] = true;
            }
        }
    }

    private static void markTwoOfThree(boolean[] marked, IntPredicate holds) {
        for (int start = 0; start + 2 < marked.length; start++) {
            int hits = 0;
            for (int i = start; i < start + 3; i++) {
                hits += holds.test(i) ? 1 : 0;
            }
            for (int i = start; hits >= 2 && i < start + 3; i++) {
                marked[i] |= holds.test(i);
            }
        }
    }
}
