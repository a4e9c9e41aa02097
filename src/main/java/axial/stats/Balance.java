package axial.stats;

/**
 * Standardised difference of a covariate between the arms, arm minus comparator; no unit.
 *
 * <p>Programs differ in the standard deviation, so the method says which: that of both arms, √((s₁²+s₀²)/2)
 * (Austin 2009, Stat Med 28:3083), or that of the arm alone (MatchIt for effects on the treated). NaN
 * where that is zero. Keep the unweighted standard deviation when the means are weighted.
 */
public final class Balance {
    private Balance() {}

    /** Over the standard deviation of both arms. */
    public static double byBoth(double mean, double comparatorMean, double variance, double comparatorVariance) {
        return over(mean - comparatorMean, (variance + comparatorVariance) / 2);
    }

    /** Over the standard deviation of the arm. */
    public static double byArm(double mean, double comparatorMean, double variance) {
        return over(mean - comparatorMean, variance);
    }

    private static double over(double difference, double variance) {
        return variance > 0 ? difference / Math.sqrt(variance) : Double.NaN;
    }
}
