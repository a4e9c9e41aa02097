package axial.stats;

import org.apache.commons.math3.special.Beta;

/**
 * Exact interval of one proportion (Clopper and Pearson 1934, Biometrika 26:404): quantiles of
 * beta(x, n−x+1) and beta(x+1, n−x).
 */
public final class ExactProportion {
    private ExactProportion() {}

    /** Lower and upper limit at {@code level}, such as 0.95; {@code n} is above zero. */
    public static double[] clopperPearson(long events, long n, double level) {
        double tail = (1 - level) / 2;
        double low = events == 0 ? 0 : quantile(tail, events, n - events + 1.0);
        double high = events == n ? 1 : quantile(1 - tail, events + 1.0, n - events);
        return new double[] {low, high};
    }

    private static double quantile(double p, double a, double b) {
        return Root.between(x -> Beta.regularizedBeta(x, a, b) - p, 0, 1);
    }
}
