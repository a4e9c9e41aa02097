package axial.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Score interval of a ratio of two proportions, for counts where the log-Wald interval fails (Koopman
 * 1984, Biometrics 40:513; Miettinen and Nurminen 1985, Stat Med 4:213, who multiply the variance by
 * N/(N−1)).
 */
public final class RiskRatioScore {
    private static final double FARTHEST = 1e8;

    private RiskRatioScore() {}

    /** Limits without Miettinen and Nurminen's factor; both arms have events. */
    public static double[] koopman(long a, long m, long b, long n) {
        return limits(a, m, b, n, 1);
    }

    /** Limits with the factor N/(N−1); both arms have events. */
    public static double[] miettinenNurminen(long a, long m, long b, long n) {
        return limits(a, m, b, n, (m + n) / (m + n - 1.0));
    }

    private static double[] limits(long a, long m, long b, long n, double factor) {
        double z = StudentT.quantile(0.975, Double.NaN);
        double ratio = ((double) a / m) / ((double) b / n);
        DoubleUnaryOperator score = r -> score(a, m, b, n, r, factor);
        double low = Root.between(r -> score.applyAsDouble(r) - z, ratio / FARTHEST, ratio);
        double high = Root.between(r -> score.applyAsDouble(r) + z, ratio, ratio * FARTHEST);
        return new double[] {low, high};
    }

    /** Standardised distance of the data from a ratio, at the proportions likeliest under that ratio. */
    private static double score(long a, long m, long b, long n, double ratio, double factor) {
        double square = (m + n) * ratio;
        double linear = m * ratio + a + n + b * ratio;
        double both = a + b;
        double root = Math.sqrt(Math.max(0, linear * linear - 4 * square * both));
        double p0 = 2 * both / (linear + root);
        double p1 = Math.min(1, p0 * ratio);
        double variance = p1 * (1 - p1) / m + ratio * ratio * p0 * (1 - p0) / n;
        double distance = (double) a / m - ratio * b / n;
        return distance == 0 ? 0 : distance / Math.sqrt(Math.max(0, variance * factor));
    }
}
