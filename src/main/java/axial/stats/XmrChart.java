package axial.stats;

import java.util.Arrays;

/**
 * Limits of an individuals chart, in the unit of the values (Shewhart 1931; Wheeler 1992).
 *
 * <p>Sigma is the mean moving range over d₂; programs differ in the constant, so it is named: 1.128
 * (d₂ of two, giving 3/1.128 = 2.6596) or Wheeler's printed 2.66.
 *
 * @param centre mean of the values
 * @param movingRange mean absolute difference of neighbours
 * @param low lower natural process limit
 * @param high upper natural process limit
 * @param rangeHigh upper limit of the moving ranges, 3.267 times their mean
 */
public record XmrChart(double centre, double movingRange, double low, double high, double rangeHigh) {
    /** 3/d₂ with d₂ = 1.128. */
    public static final double BY_D2 = 3 / 1.128;

    /** The factor as Wheeler prints it. */
    public static final double BY_WHEELER = 2.66;

    private static final double D4 = 3.267;

    /** The chart of two or more values in the order of time. */
    public static XmrChart of(double[] values, double factor) {
        double ranges = 0;
        for (int i = 1; i < values.length; i++) {
            ranges += Math.abs(values[i] - values[i - 1]);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double range = ranges / (values.length - 1);
        return new XmrChart(mean, range, mean - factor * range, mean + factor * range, D4 * range);
    }
}
