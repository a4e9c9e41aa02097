package axial.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/**
 * Student's t distribution with real degrees of freedom; NaN or infinite degrees of freedom mean the
 * standard normal.
 *
 * <p>Tails are computed as tails through the incomplete beta function (Student 1908; Abramowitz and
 * Stegun 1964, 26.7.1), so that a p of 1e-20 keeps its digits.
 */
public final class StudentT {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private StudentT() {}

    /** P(|T| ≥ |t|). */
    public static double twoSided(double t, double df) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        if (isNormal(df)) {
            return Erf.erfc(Math.abs(t) / Math.sqrt(2));
        }
        double square = t * t;
        if (square >= 3) {
            return Double.isInfinite(square) ? 0 : Beta.regularizedBeta(df / (df + square), df / 2, 0.5);
        }
        return 1 - Beta.regularizedBeta(square / (df + square), 0.5, df / 2);
    }

    /** P(T ≥ t). */
    public static double upper(double t, double df) {
        double half = twoSided(t, df) / 2;
        return t > 0 ? half : 1 - half;
    }

    /** The value below which T lies with probability {@code p}. */
    public static double quantile(double p, double df) {
        if (isNormal(df)) {
            return NORMAL.inverseCumulativeProbability(p);
        }
        if (p < 0.5) {
            return -quantile(1 - p, df);
        }
        TDistribution law = new TDistribution(null, df);
        double t = law.inverseCumulativeProbability(p);
        for (int i = 0; i < 3; i++) { // Newton: the library stops at an absolute 1e-9
            t += (upper(t, df) - (1 - p)) / law.density(t);
        }
        return t;
    }

    private static boolean isNormal(double df) {
        return Double.isNaN(df) || Double.isInfinite(df);
    }
}
