package axial.stats;

/**
 * How much a difference between two arms changes from an earlier window to a later one, in the unit of the
 * difference; zero where it lasts unchanged. The two estimates share patients, so their covariance counts.
 */
public final class ContrastDecay {
    private ContrastDecay() {}

    /** Among patients seen in both windows: Welch's interval for the difference of the growths (Welch 1947). */
    public static Finding of(PairedMoments arm, PairedMoments comparator) {
        if (arm.n() < 2 || comparator.n() < 2) {
            return new NotEstimable("fewer than two patients of an arm were seen in both windows");
        }
        return WelchDifference.of(arm.growth(), comparator.growth());
    }

    /** From two estimates and their covariance: later − earlier, SE² = v₁ + v₂ − 2c, by t with {@code df}. */
    public static Finding of(Estimate earlier, Estimate later, double covariance, double df) {
        double one = earlier.stdError() * earlier.stdError();
        double variance = one + later.stdError() * later.stdError() - 2 * covariance;
        return variance > 0
                ? Estimate.wald(later.value() - earlier.value(), Math.sqrt(variance), df)
                : new NotEstimable("the two windows do not differ between patients");
    }
}
