package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * Ratio of two proportions, arm over comparator; above one the arm has more responders.
 *
 * <p>Log-Wald interval with SE² = 1/a − 1/n₁ + 1/b − 1/n₀ (Katz et al. 1978, Biometrics 34:469); the
 * standard error is that of the natural logarithm, p is two-sided by z for a ratio of one. Estimable
 * only with 0 &lt; events &lt; n in both arms.
 */
public final class RiskRatio {
    private RiskRatio() {}

    /** The ratio with its log-Wald interval. */
    public static Finding of(long eventsArm, long nArm, long eventsComparator, long nComparator) {
        if (oneSided(eventsArm, nArm) || oneSided(eventsComparator, nComparator)) {
            return new NotEstimable("all or none responded in an arm");
        }
        double ratio = ((double) eventsArm / nArm) / ((double) eventsComparator / nComparator);
        double variance = 1.0 / eventsArm - 1.0 / nArm + 1.0 / eventsComparator - 1.0 / nComparator;
        Estimate log = Estimate.wald(FastMath.log(ratio), Math.sqrt(variance), Double.NaN);
        double low = FastMath.exp(log.low());
        double high = FastMath.exp(log.high());
        return new Estimate(ratio, log.stdError(), Double.NaN, low, high, log.pValue());
    }

    private static boolean oneSided(long events, long n) {
        return events <= 0 || events >= n;
    }
}
