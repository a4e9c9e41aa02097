package axial.stats;

/**
 * What a comparison of two equal arms can find: power of the two-sided t test at 5 % from the
 * noncentral t (Cohen 1988), counting the tail of the effect only, as R's power.t.test.
 */
public final class Power {
    private static final double LARGEST = 1e7;

    private Power() {}

    /** Probability to find a difference of {@code d} standard deviations with {@code n} per arm, n above 1. */
    public static double of(double n, double d) {
        double df = 2 * (n - 1);
        double critical = StudentT.quantile(0.975, df);
        return 1 - NoncentralT.cdf(critical, df, Math.sqrt(n / 2) * Math.abs(d));
    }

    /** Patients per arm to find {@code d} standard deviations; not rounded. */
    public static double patientsPerArm(double d, double power) {
        double high = 2;
        while (high < LARGEST && of(high, d) < power) {
            high *= 2;
        }
        return Root.between(n -> of(n, d) - power, Math.max(1.5, high / 2), high);
    }

    /** The least difference, in standard deviations, that {@code n} per arm find. */
    public static double detectable(double n, double power) {
        return Root.between(d -> of(n, d) - power, 0, 20 / Math.sqrt(n / 2));
    }
}
