package axial.stats;

/**
 * Mean change within one arm, in the instrument's unit, later minus earlier.
 *
 * <p>x̄ ± t(n−1) s/√n; p two-sided for no change (Student 1908). Not estimable with fewer than two
 * patients, or when all changed by the same amount.
 */
public final class MeanChange {
    private MeanChange() {}

    /** The mean with its t interval. */
    public static Finding of(Moments moments) {
        if (moments.n() < 2) {
            return new NotEstimable("fewer than two patients");
        }
        if (!(moments.variance() > 0)) {
            return new NotEstimable("no variation between patients");
        }
        return Estimate.wald(moments.mean(), Math.sqrt(moments.meanVariance()), moments.n() - 1.0);
    }
}
