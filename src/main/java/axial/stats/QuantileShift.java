package axial.stats;

import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Difference of a quantile between the arms, arm minus comparator, in the steps of the tally: how much the
 * lower, middle or upper part of the patients moved.
 *
 * <p>Quantile: the value below which a share p lies, halfway between two values where p falls on the step
 * (Hyndman and Fan 1996, type 2). Each arm's interval is exact, from order statistics (Conover 1999, 3.2),
 * and the two are joined by the method of variance estimates recovery (Zou and Donner 2008, Stat Med
 * 27:1693), so it is conservative with many ties. No standard error and no p. Not estimable with too few
 * patients for the interval of an arm, nor where ties leave neither interval any width: a score in whole steps then
 * says no more of the shift than that it is less than a step.
 */
public final class QuantileShift {
    private QuantileShift() {}

    /** The shift of the quantile at share {@code p}, between 0 and 1. */
    public static Finding of(ValueCounts arm, ValueCounts comparator, double p) {
        if (tooFew(arm.n(), p) || tooFew(comparator.n(), p)) {
            return new NotEstimable("too few patients for the interval of this quantile");
        }
        double[] one = interval(arm, p);
        double[] other = interval(comparator, p);
        if (one[0] == one[1] && other[0] == other[1]) {
            return new NotEstimable("so many changes are the same that this quantile does not move on either side");
        }
        double q = quantile(arm, p);
        double q0 = quantile(comparator, p);
        double low = q - q0 - Math.hypot(q - one[0], other[1] - q0);
        double high = q - q0 + Math.hypot(one[1] - q, q0 - other[0]);
        return Estimate.interval(q - q0, Double.NaN, low, high);
    }

    /** The quantile at share {@code p}, in steps. */
    public static double quantile(ValueCounts counts, double p) {
        double place = counts.n() * p;
        long whole = StrictMath.round(place);
        if (Math.abs(place - whole) < 1e-9 * counts.n() && whole >= 1 && whole < counts.n()) {
            return (ranked(counts, whole) + ranked(counts, whole + 1)) / 2.0;
        }
        return ranked(counts, Math.min(counts.n(), (long) Math.floor(place) + 1));
    }

    private static boolean tooFew(long n, double p) {
        return n < 1
                || law(n, p).cumulativeProbability(0) > 0.025
                || law(n, p).cumulativeProbability((int) n - 1) < 0.975;
    }

    /** The order statistics that enclose the quantile with probability 95 % at least. */
    private static double[] interval(ValueCounts counts, double p) {
        int n = Math.toIntExact(counts.n());
        BinomialDistribution law = law(n, p);
        int low = first(1, n, k -> law.cumulativeProbability(k) > 0.025);
        int high = first(0, n, k -> law.cumulativeProbability(k - 1) >= 0.975);
        return new double[] {ranked(counts, low), ranked(counts, high)};
    }

    /** The first of the numbers from which on it holds, found by halving; the last number where it holds of none before. */
    private static int first(int from, int to, IntPredicate holds) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static BinomialDistribution law(long n, double p) {
        return new BinomialDistribution(null, Math.toIntExact(n), p);
    }

    /** The value of a rank from 1. */
    private static long ranked(ValueCounts counts, long rank) {
        long seen = 0;
        int at = 0;
        while (seen + counts.counts()[at] < rank) {
            seen += counts.counts()[at++];
        }
        return counts.values()[at];
    }
}
