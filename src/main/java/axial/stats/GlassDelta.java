package axial.stats;

/**
 * Mean difference, arm minus comparator, in standard deviations of the comparator alone; no unit (Glass,
 * McGaw and Smith 1981). For arms whose treatment also changes the spread.
 *
 * <p>Interval: noncentrality of t = Δ/√h with n₀−1 degrees of freedom inverted, times √h, h = 1/n₀ +
 * s₁²/(n₁ s₀²) (Algina, Keselman and Penfield 2006; effectsize). No small-sample factor. Not estimable
 * with fewer than two patients in an arm, or without variation in the comparator.
 */
public final class GlassDelta {
    private GlassDelta() {}

    /** The difference with its noncentral t interval. */
    public static Finding of(Moments arm, Moments comparator) {
        if (arm.n() < 2 || comparator.n() < 2) {
            return new NotEstimable("fewer than two patients in an arm");
        }
        if (!(comparator.variance() > 0)) {
            return new NotEstimable("no variation between patients of the comparator");
        }
        double delta = (arm.mean() - comparator.mean()) / Math.sqrt(comparator.variance());
        double ratio = arm.variance() / comparator.variance();
        double scale = Math.sqrt(1.0 / comparator.n() + ratio / arm.n());
        double df = comparator.n() - 1.0;
        double low = NoncentralT.ncpFor(delta / scale, df, 0.975) * scale;
        double high = NoncentralT.ncpFor(delta / scale, df, 0.025) * scale;
        return Estimate.interval(delta, df, low, high);
    }
}
