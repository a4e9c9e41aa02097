package axial.stats;

/**
 * Whether two independent estimates of the same quantity differ: their difference over √(SE₁²+SE₂²), by the
 * normal law (Altman and Bland 2003, BMJ 326:219); in the unit of the estimates.
 *
 * <p>An interval without a standard error is read back as a normal one: SE = (high − low)/(2·1.96).
 */
public final class DifferenceOfEstimates {
    private static final double NORMAL_975 = 1.959963984540054;

    private DifferenceOfEstimates() {}

    /** One minus the other; the df are NaN. */
    public static Estimate of(double one, double stdError, double other, double otherError) {
        return Estimate.wald(one - other, Math.sqrt(stdError * stdError + otherError * otherError), Double.NaN);
    }

    /** The standard error behind a 95 % interval that was made with the normal law. */
    public static double errorOf(double low, double high) {
        return (high - low) / (2 * NORMAL_975);
    }
}
