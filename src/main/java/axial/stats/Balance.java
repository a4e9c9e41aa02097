package axial.stats;

/**
 * Standardised difference of a covariate between the arms, arm minus comparator; no unit.
 *
 * <p>Programs differ in the standard deviation, so the method says which: that of both arms, √((s₁²+s₀²)/2)
 * (Austin 2009, Stat Med 28:3083), or that of the arm alone (MatchIt for effects on the treated). NaN
 * where that is zero. Keep the unweighted standard deviation when the means are weighted.
 */
public final class Balance {
    private Balance() {}

    /** Over the standard deviation of both arms. */
    public static double byBoth(double mean, double comparatorMean, double variance, double comparatorVariance) {
        return over(mean - comparatorMean, (variance + comparatorVariance) / 2);
    }

    /** Over the standard deviation of the arm. */
    public static double byArm(double mean, double comparatorMean, double variance) {
        return over(mean - comparatorMean, variance);
    }

    private static double over(double difference, double variance) {
        return variance > 0 ? difference / Math.sqrt(variance) : Double.NaN;
    }

    /** Variance of the arm over that of the comparator; 1 is balance, NaN where the comparator does not vary (Austin 2009). */
    public static double varianceRatio(double variance, double comparatorVariance) {
        return comparatorVariance > 0 ? variance / comparatorVariance : Double.NaN;
    }

    /**
     * Of a category with several levels: √(d'S⁻¹d), d the differences of the shares of all levels but the
     * first, S the mean of the multinomial covariances of both arms (Yang and Dalton 2012, SAS Global
     * Forum 335); never below zero.
     */
    public static double ofCategory(double[] shares, double[] comparatorShares) {
        int p = shares.length - 1;
        double[] difference = new double[p];
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            double one = shares[i + 1];
            double other = comparatorShares[i + 1];
            difference[i] = one - other;
            covariance[i][i] = (one * (1 - one) + other * (1 - other)) / 2;
            for (int j = 0; j < i; j++) {
                covariance[i][j] = -(one * shares[j + 1] + other * comparatorShares[j + 1]) / 2;
                covariance[j][i] = covariance[i][j];
            }
        }
        return Math.sqrt(Matrices.dot(difference, InverseRoot.of(covariance).solve(difference)));
    }

    /**
     * Mean and greatest distance of the two distribution functions, over the distinct values; between 0
     * and 1 (Kolmogorov's distance; Ho et al. 2007, Polit Anal 15:199).
     */
    public static double[] distributionGap(ValueCounts arm, ValueCounts comparator) {
        double most = 0;
        double sum = 0;
        int distinct = 0;
        double one = 0;
        double other = 0;
        for (int i = 0, j = 0; i < arm.values().length || j < comparator.values().length; distinct++) {
            long next = Math.min(at(arm, i), at(comparator, j));
            one += at(arm, i) == next ? arm.counts()[i++] : 0;
            other += at(comparator, j) == next ? comparator.counts()[j++] : 0;
            double gap = Math.abs(one / arm.n() - other / comparator.n());
            most = Math.max(most, gap);
            sum += gap;
        }
        return new double[] {sum / distinct, most};
    }

    private static long at(ValueCounts counts, int place) {
        return place < counts.values().length ? counts.values()[place] : Long.MAX_VALUE;
    }
}
