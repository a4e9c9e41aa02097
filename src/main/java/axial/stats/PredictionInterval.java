package axial.stats;

/**
 * Where the true effect of a new study should lie, in the unit of the effects: mean ± q √(τ² + SE²).
 *
 * <p>Programs differ in q, so it is named: t with k−1 degrees of freedom beside a Hartung-Knapp interval
 * (metafor; Partlett and Riley 2017, Stat Med 36:301), t with k−2 (Higgins, Thompson and Spiegelhalter
 * 2009, J R Stat Soc A 172:137), or z.
 */
public final class PredictionInterval {
    private PredictionInterval() {}

    /** By t with {@code df}, by z where that is NaN. */
    public static Estimate of(Estimate pooled, double tau2, double df) {
        double spread = Math.sqrt(tau2 + pooled.stdError() * pooled.stdError());
        double reach = StudentT.quantile(0.975, df) * spread;
        return Estimate.interval(pooled.value(), df, pooled.value() - reach, pooled.value() + reach);
    }

    /** By t with k−2 degrees of freedom; not estimable with two studies or fewer. */
    public static Finding higginsThompsonSpiegelhalter(Estimate pooled, double tau2, int k) {
        return k < 3 ? new NotEstimable("fewer than three studies") : of(pooled, tau2, k - 2.0);
    }
}
