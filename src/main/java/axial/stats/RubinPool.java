package axial.stats;

/**
 * An estimate pooled over multiply imputed data (Rubin 1987), with the degrees of freedom of Barnard
 * and Rubin (1999, Biometrika 86:948).
 *
 * @param estimate the pooled estimate with its t interval
 * @param within mean variance within imputations
 * @param between variance between imputations
 * @param increase relative increase in variance due to the missing values
 * @param missingInformation fraction of missing information
 */
public record RubinPool(Estimate estimate, double within, double between, double increase, double missingInformation) {

    /** Pools two or more estimates and their squared standard errors; {@code df} is that of complete data. */
    public static RubinPool of(double[] estimates, double[] variances, double df) {
        Moments moments = moments(estimates);
        double m = estimates.length;
        double within = moments(variances).mean();
        double spread = (1 + 1 / m) * moments.variance();
        double total = within + spread;
        double share = spread / total;
        double observed = (df + 1) / (df + 3) * df * (1 - share);
        double old = (m - 1) / (share * share);
        double pooledDf = share > 0 ? old * observed / (old + observed) : observed;
        double increase = spread / within;
        double missing = (increase + 2 / (pooledDf + 3)) / (increase + 1);
        Estimate estimate = Estimate.wald(moments.mean(), Math.sqrt(total), pooledDf);
        return new RubinPool(estimate, within, moments.variance(), increase, missing);
    }

    private static Moments moments(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(values.length, mean, squares / (values.length - 1));
    }
}
