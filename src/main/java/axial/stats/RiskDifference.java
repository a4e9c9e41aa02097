package axial.stats;

/**
 * Difference of two proportions, arm minus comparator, between −1 and 1; above zero the arm has more
 * responders.
 *
 * <p>Interval: hybrid score, method 10 of Newcombe (1998, Stat Med 17:873), no continuity correction.
 * No standard error and no p. Not estimable if an arm is empty.
 */
public final class RiskDifference {
    private RiskDifference() {}

    /** The difference with its hybrid score interval. */
    public static Finding newcombe(long eventsArm, long nArm, long eventsComparator, long nComparator) {
        if (nArm < 1 || nComparator < 1) {
            return new NotEstimable("an arm is empty");
        }
        double p1 = (double) eventsArm / nArm;
        double p0 = (double) eventsComparator / nComparator;
        double[] one = WilsonScore.of(eventsArm, nArm, 0.95);
        double[] other = WilsonScore.of(eventsComparator, nComparator, 0.95);
        double low = p1 - p0 - root(p1 - one[0], other[1] - p0);
        double high = p1 - p0 + root(one[1] - p1, p0 - other[0]);
        return Estimate.interval(p1 - p0, Double.NaN, low, high);
    }

    private static double root(double one, double other) {
        return Math.sqrt(one * one + other * other);
    }
}
