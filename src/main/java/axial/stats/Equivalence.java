package axial.stats;

/**
 * Two one-sided tests of a difference against ±margin (Schuirmann 1987, J Pharmacokinet Biopharm
 * 15:657), in the unit of the difference.
 *
 * <p>t = (difference ± margin)/SE. Both are significant at 5 % exactly when the 90 % interval lies
 * strictly inside ±margin.
 *
 * @param tLow against −margin
 * @param pLow one-sided for difference &gt; −margin
 * @param tHigh against +margin
 * @param pHigh one-sided for difference &lt; +margin
 * @param low lower limit of the 90 % interval
 * @param high its upper limit
 * @param margin how much is too small to matter, above zero
 */
public record Equivalence(
        double tLow, double pLow, double tHigh, double pHigh, double low, double high, double margin) {

    /** Of a difference with its standard error and degrees of freedom (NaN: by z). */
    public static Equivalence of(Estimate difference, double margin) {
        double error = difference.stdError();
        double df = difference.df();
        double reach = StudentT.quantile(0.95, df) * error;
        double tLow = (difference.value() + margin) / error;
        double tHigh = (difference.value() - margin) / error;
        double pHigh = StudentT.upper(-tHigh, df);
        double low = difference.value() - reach;
        return new Equivalence(tLow, StudentT.upper(tLow, df), tHigh, pHigh, low, difference.value() + reach, margin);
    }

    /** Whether the 90 % interval lies inside the margins. */
    public boolean holds() {
        return low > -margin && high < margin;
    }

    /** The p of the test: the greater of the two. */
    public double pValue() {
        return Math.max(pLow, pHigh);
    }
}
