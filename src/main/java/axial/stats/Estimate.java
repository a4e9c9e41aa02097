package axial.stats;

/**
 * A value with its uncertainty, in the unit of the value; NaN where a part does not apply.
 *
 * @param value the point estimate
 * @param stdError its standard error (for a ratio: that of its natural logarithm)
 * @param df degrees of freedom of the t distribution behind the interval; NaN where it is normal or none
 * @param low lower limit of the 95 % interval
 * @param high upper limit of the 95 % interval
 * @param pValue two-sided p for no effect, unless the statistic says otherwise
 */
public record Estimate(double value, double stdError, double df, double low, double high, double pValue)
        implements Finding {

    /** Wald interval and two-sided p for zero, by t with {@code df}, or by z where {@code df} is NaN. */
    public static Estimate wald(double value, double stdError, double df) {
        return wald(value, stdError, df, 0);
    }

    /** As {@link #wald(double, double, double)}, with p for {@code value = null}. */
    static Estimate wald(double value, double stdError, double df, double nullValue) {
        double reach = StudentT.quantile(0.975, df) * stdError;
        double p = StudentT.twoSided((value - nullValue) / stdError, df);
        return new Estimate(value, stdError, df, value - reach, value + reach, p);
    }

    /** An interval without standard error and p. */
    static Estimate interval(double value, double df, double low, double high) {
        return new Estimate(value, Double.NaN, df, low, high, Double.NaN);
    }

    /** The same finding in another unit or with the other sign: value, error and limits times {@code factor}. */
    public Estimate times(double factor) {
        double one = low * factor;
        double other = high * factor;
        double least = factor < 0 ? other : one;
        double most = factor < 0 ? one : other;
        return new Estimate(value * factor, stdError * Math.abs(factor), df, least, most, pValue);
    }
}
