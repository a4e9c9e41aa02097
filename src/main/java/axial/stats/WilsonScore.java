package axial.stats;

/**
 * Score interval of one proportion, without continuity correction (Wilson 1927, JASA 22:209).
 *
 * <p>(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 */
public final class WilsonScore {
    private WilsonScore() {}

    /** Lower and upper limit; {@code n} is above zero. */
    public static double[] of(long events, long n, double level) {
        double z = StudentT.quantile((1 + level) / 2, Double.NaN);
        double square = z * z;
        double root = z * Math.sqrt(square + 4.0 * events * (n - events) / n);
        double below = 2 * (n + square);
        double low = events == 0 ? 0 : (2 * events + square - root) / below;
        double high = events == n ? 1 : (2 * events + square + root) / below;
        return new double[] {low, high};
    }
}
