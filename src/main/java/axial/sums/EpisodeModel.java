package axial.sums;

import axial.evidence.EpisodeRequest;
import axial.walk.CovariatePatterns;
import java.io.Serializable;

/**
 * A model fitted by maximum likelihood on its way to an answer: Newton steps, then the sums at the maximum, then what
 * each cluster adds to its estimates.
 */
interface EpisodeModel extends Serializable {
    /** Its coefficients, on their way to the maximum. */
    NewtonSteps steps();

    /** Adds what the episodes of a part add to the sums that a step needs. */
    void addNewton(CovariatePatterns part, OrderFreeSums sums, int from);

    /** How many sums the estimates need at the maximum. */
    int sums();

    void addSums(CovariatePatterns part, OrderFreeSums sums, int from);

    void take(OrderFreeSums sums, int from);

    /** How many estimates it makes. */
    int estimates();

    /** Where influences go, which are linear in the change. */
    interface Influences {
        /**
         * What each episode of a pattern adds to the influence on each estimate; the arrays may be written into.
         *
         * @param unchanged one that was followed and whose change is zero as the design takes it
         * @param slope what one of the design's units of change adds to that
         * @param lost one that was not followed; NaN where such are not in the analysis
         */
        void add(int pattern, double[] unchanged, double[] slope, double lost);
    }

    /** Tells the influences of all patterns of the part that are in the analysis. */
    void influences(CovariatePatterns part, Influences to);

    /** About one by the influence of one episode. */
    double scale();

    EpisodeRequest request();

    /** Takes, per estimate, Σ over clusters of the squared sum of influences. */
    void conclude(double[] squares, long clusters);
}
