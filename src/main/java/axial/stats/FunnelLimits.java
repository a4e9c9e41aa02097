package axial.stats;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * Limits of a funnel plot of observed over expected events, ratio to one (Spiegelhalter 2005, Stat Med
 * 24:1185), and how far the units vary beyond chance.
 *
 * <p>Overdispersion is held on one of two scales, which do not agree: the square root with z-scores
 * winsorised at the 10th and 90th percentile (CQC), or the logarithm with the tenth at each end left
 * out (SHMI).
 */
public final class FunnelLimits {
    private static final double SHARE = 0.1;

    private FunnelLimits() {}

    /**
     * How far units vary beyond chance.
     *
     * @param phi mean squared z-score; 1 is chance
     * @param tau2 variance between units on the scale, never below zero
     */
    public record Overdispersion(double phi, double tau2) {}

    /** Exact Poisson limits of the ratio at an expected count: lower and upper. */
    public static double[] poisson(double expected, double level) {
        double tail = (1 - level) / 2;
        return new double[] {PoissonRate.lower(expected, tail) / expected, PoissonRate.upper(expected, tail) / expected
        };
    }

    /** On the square-root scale, winsorised. */
    public static Overdispersion squareRoot(double[] observed, double[] expected) {
        double[] z = new double[observed.length];
        double[] weights = new double[observed.length];
        for (int i = 0; i < z.length; i++) {
            weights[i] = 4 * expected[i];
            z[i] = (Math.sqrt(observed[i] / expected[i]) - 1) * Math.sqrt(weights[i]);
        }
        double[] sorted = sorted(z);
        double low = quantile(sorted, SHARE);
        double high = quantile(sorted, 1 - SHARE);
        return of(Arrays.stream(z).map(v -> Math.min(Math.max(v, low), high)).toArray(), weights);
    }

    /** On the logarithmic scale, the ⌊n/10⌋ units at each end left out. */
    public static Overdispersion logarithm(double[] observed, double[] expected) {
        double[] z = new double[observed.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = FastMath.log(observed[i] / expected[i]) * Math.sqrt(expected[i]);
        }
        double[] sorted = sorted(z);
        int cut = (int) (SHARE * z.length);
        double low = sorted[cut];
        double high = sorted[z.length - 1 - cut];
        double[] kept = Arrays.stream(z).filter(v -> v >= low && v <= high).toArray();
        double[] weights = new double[kept.length];
        for (int i = 0, j = 0; i < z.length; i++) {
            if (z[i] >= low && z[i] <= high) {
                weights[j++] = expected[i];
            }
        }
        return of(kept, weights);
    }

    private static Overdispersion of(double[] z, double[] weights) {
        double n = z.length;
        double phi = Matrices.dot(z, z) / n;
        double sum = Arrays.stream(weights).sum();
        double typical = sum - Matrices.dot(weights, weights) / sum;
        return new Overdispersion(phi, Math.max(0, (n * phi - (n - 1)) / typical));
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    /** Hyndman and Fan's (1996) type 7, the default of R. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
