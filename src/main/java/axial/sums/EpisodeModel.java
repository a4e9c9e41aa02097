package axial.sums;

import axial.walk.CovariatePatterns;
import java.io.Serializable;

/**
 * A model fitted by maximum likelihood on its way to an answer: Newton steps, then the sums at the maximum, then what
 * each cluster adds to its estimates.
 */
interface EpisodeModel extends Serializable {
    /** Whether the last step was not small. */
    boolean moving();

    /** Whether the steps came to rest. */
    boolean fitted();

    void fail(String why);

    /** How many sums a Newton step needs. */
    int newtonSums();

    /** Adds what the episodes of a part add to these. */
    void addNewton(CovariatePatterns part, OrderFreeSums sums, int from);

    /** Takes a step, from the sums that start there. */
    void step(OrderFreeSums sums, int from);

    /** How many sums the estimates need at the maximum. */
    int sums();

    void addSums(CovariatePatterns part, OrderFreeSums sums, int from);

    void take(OrderFreeSums sums, int from);

    /** How many estimates it makes. */
    int estimates();

    /** Where influences go. */
    interface Influences {
        /** What an episode adds to the influence on each estimate. */
        void add(int episode, double[] influence);
    }

    /** Tells the influence of every episode of the part that is in the analysis, in their order. */
    void influences(EpisodeColumns part, Influences to);

    /** Whether each patient is a cluster. */
    boolean patients();

    /** Takes, per estimate, Σ over clusters of the squared sum of influences. */
    void conclude(double[] squares, long clusters);
}
