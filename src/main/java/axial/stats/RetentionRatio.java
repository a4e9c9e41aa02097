package axial.stats;

/**
 * The share of an earlier change that is left later: later over earlier, no unit; 1 where all of it lasts,
 * 0 where it is gone.
 *
 * <p>Two intervals: by the delta method, SE² = (v₂ − 2Rc + R²v₁)/m₁², and by Fieller (1954, J R Stat Soc B
 * 16:175): all R with (m₂ − R m₁)² ≤ t²(v₂ − 2Rc + R²v₁). Where the earlier change is not told from zero,
 * Fieller's set is not an interval, and no finite interval can be right (Gleser and Hwang 1987).
 *
 * @param ratio the share with its delta interval
 * @param shape what kind of set Fieller's is
 * @param low lower end of Fieller's interval, or the end of the part below where the set lies outside
 * @param high upper end of Fieller's interval, or the start of the part above
 */
public record RetentionRatio(Estimate ratio, Shape shape, double low, double high) {

    /** The kinds of sets. */
    public enum Shape {
        /** From low to high. */
        INTERVAL,
        /** Below low and above high: the earlier change may be zero. */
        OUTSIDE,
        /** Any number: the data say nothing. */
        EVERYTHING
    }

    /** Of the mean changes of patients seen in both windows, t with n−1 degrees of freedom. */
    public static RetentionRatio of(PairedMoments pair) {
        Estimate earlier = mean(pair.earlier(), pair.earlierVariance(), pair.n());
        Estimate later = mean(pair.later(), pair.laterVariance(), pair.n());
        return of(earlier, later, pair.covariance() / pair.n(), pair.n() - 1.0);
    }

    /** Of two estimates with the covariance of their errors; the earlier one is not exactly zero. */
    public static RetentionRatio of(Estimate earlier, Estimate later, double covariance, double df) {
        double m1 = earlier.value();
        double m2 = later.value();
        double v1 = earlier.stdError() * earlier.stdError();
        double v2 = later.stdError() * later.stdError();
        double r = m2 / m1;
        double error = Math.sqrt(Math.max(0, v2 - 2 * r * covariance + r * r * v1)) / Math.abs(m1);
        Estimate ratio = Estimate.wald(r, error, df);
        double t = StudentT.quantile(0.975, df);
        double a = m1 * m1 - t * t * v1;
        double b = m1 * m2 - t * t * covariance;
        double c = m2 * m2 - t * t * v2;
        double root = b * b - a * c;
        if (a > 0) {
            double reach = Math.sqrt(Math.max(0, root));
            return new RetentionRatio(ratio, Shape.INTERVAL, (b - reach) / a, (b + reach) / a);
        }
        if (!(root > 0) || a == 0) {
            return new RetentionRatio(ratio, Shape.EVERYTHING, Double.NaN, Double.NaN);
        }
        double reach = Math.sqrt(root);
        return new RetentionRatio(ratio, Shape.OUTSIDE, (b + reach) / a, (b - reach) / a);
    }

    /** Whether Fieller's set holds a ratio. */
    public boolean holds(double value) {
        return switch (shape) {
            case INTERVAL -> value >= low && value <= high;
            case OUTSIDE -> value <= low || value >= high;
            case EVERYTHING -> true;
        };
    }

    private static Estimate mean(double mean, double variance, long n) {
        return Estimate.wald(mean, Math.sqrt(variance / n), n - 1.0);
    }
}
