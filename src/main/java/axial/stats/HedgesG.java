package axial.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/**
 * Standardised mean difference, arm minus comparator, in pooled standard deviations; no unit.
 *
 * <p>g = J(m) (x̄₁−x̄₀)/s, m = n₁+n₀−2, with the exact J of Hedges (1981, J Educ Stat 6:107).
 * Interval: limits of the noncentrality of t inverted (Steiger and Fouladi 1997), times √(1/n₁+1/n₀),
 * times J. No standard error and no p. Not estimable if m &lt; 2, an arm is empty, or the pooled
 * standard deviation is zero.
 */
public final class HedgesG {
    private HedgesG() {}

    /** The effect with its noncentral t interval; df is m. */
    public static Finding of(Moments arm, Moments comparator) {
        double m = arm.n() + comparator.n() - 2.0;
        if (m < 2 || arm.n() < 2 || comparator.n() < 2) {
            return new NotEstimable("too few patients");
        }
        double d = cohensD(arm, comparator);
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return new NotEstimable("no variation between patients");
        }
        double scale = Math.sqrt(1.0 / arm.n() + 1.0 / comparator.n());
        double factor = exactJ(m);
        double low = NoncentralT.ncpFor(d / scale, m, 0.975) * scale * factor;
        double high = NoncentralT.ncpFor(d / scale, m, 0.025) * scale * factor;
        return Estimate.interval(d * factor, m, low, high);
    }

    /** J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)), written through the beta function so that large m keep their digits. */
    public static double exactJ(double m) {
        return Math.sqrt(Math.PI / (m / 2)) * FastMath.exp(-Beta.logBeta((m - 1) / 2, 0.5));
    }

    /** Hedges' approximation 1 − 3/(4m−1), for comparison with tables that use it (Borenstein et al. 2009, eq. 4.22). */
    public static double approximateJ(double m) {
        return 1 - 3 / (4 * m - 1);
    }

    /**
     * The effect as a study to be pooled: g with v = 1/n₁ + 1/n₀ + g²/(2(n₁+n₀)), the large-sample
     * variance that metafor calls LS. NaN where g is not estimable.
     */
    public static Study study(Moments arm, Moments comparator) {
        double total = arm.n() + comparator.n();
        double g = exactJ(total - 2) * cohensD(arm, comparator);
        return new Study(g, 1.0 / arm.n() + 1.0 / comparator.n() + g * g / (2 * total));
    }

    /** (x̄₁−x̄₀)/s; NaN if s is zero. */
    private static double cohensD(Moments arm, Moments comparator) {
        double sd = Moments.pooledSd(arm, comparator);
        return sd > 0 ? (arm.mean() - comparator.mean()) / sd : Double.NaN;
    }
}
