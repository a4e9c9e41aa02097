package axial.evidence;

import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import java.io.Serializable;

/**
 * What an analysis of everybody asks of its propensities beside overlap weights.
 *
 * @param outcome least squares of the change on the propensity columns, in the comparator and in the arm
 * @param deviations standard deviation of each propensity column
 * @param armShare share of the analysed who are in the arm
 * @param rows how many are analysed
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
public record WeightRequest(LeastSquares[] outcome, double[] deviations, double armShare, long rows)
        implements Serializable {

    /** From the cross-products of both sides, of the propensity columns alone. */
    public static WeightRequest of(CrossProducts arm, CrossProducts comparator) {
        CrossProducts total = arm.plus(comparator);
        double[] deviations = new double[total.columns()];
        for (int i = 0; i < deviations.length; i++) {
            double mean = total.xx()[0][i] / total.n();
            deviations[i] = Math.sqrt(Math.max(0, total.xx()[i][i] / total.n() - mean * mean));
        }
        LeastSquares[] outcome = {LeastSquares.fit(comparator), LeastSquares.fit(arm)};
        return new WeightRequest(outcome, deviations, (double) arm.n() / total.n(), total.n());
    }
}
