package axial.stats;

/**
 * Difference of two means, arm minus comparator, in the instrument's unit.
 *
 * <p>SE² = s₁²/n₁ + s₀²/n₀ with the degrees of freedom of Welch (1947, Biometrika 34:28). Not
 * estimable with fewer than two patients in an arm, or without variation in both.
 */
public final class WelchDifference {
    private WelchDifference() {}

    /** The difference with its t interval. */
    public static Finding of(Moments arm, Moments comparator) {
        if (arm.n() < 2 || comparator.n() < 2) {
            return new NotEstimable("fewer than two patients in an arm");
        }
        double variance = arm.meanVariance() + comparator.meanVariance();
        if (!(variance > 0)) {
            return new NotEstimable("no variation between patients");
        }
        return Estimate.wald(arm.mean() - comparator.mean(), Math.sqrt(variance), df(arm, comparator));
    }

    /** Satterthwaite's (1946) degrees of freedom for the sum of the two mean variances. */
    static double df(Moments arm, Moments comparator) {
        double one = arm.meanVariance();
        double other = comparator.meanVariance();
        double sum = one + other;
        return sum * sum / (one * one / (arm.n() - 1) + other * other / (comparator.n() - 1));
    }
}
