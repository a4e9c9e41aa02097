package axial.stats;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Ratio of two event rates, arm over comparator; above one the arm has more events.
 *
 * <p>Exact given the total number of events (Przyborowski and Wilenski 1940, Biometrika 31:313): the
 * interval is Clopper and Pearson's for the arm's share, p sums all outcomes no likelier than the one
 * seen, as R's poisson.test. Not estimable without exposure or events in the comparator.
 */
public final class PoissonRateRatio {
    private PoissonRateRatio() {}

    /** The ratio; no standard error. */
    public static Finding of(long events, double exposure, long comparatorEvents, double comparatorExposure) {
        if (!(exposure > 0) || !(comparatorExposure > 0) || comparatorEvents < 1) {
            return new NotEstimable("no events in the comparator, or no exposure");
        }
        long total = events + comparatorEvents;
        double scale = comparatorExposure / exposure;
        double[] share = ExactProportion.clopperPearson(events, total, 0.95);
        double low = share[0] / (1 - share[0]) * scale;
        double high = share[1] / (1 - share[1]) * scale;
        double ratio = (double) events / comparatorEvents * scale;
        double p = likelihoodP(events, total, exposure / (exposure + comparatorExposure));
        return new Estimate(ratio, Double.NaN, Double.NaN, low, high, p);
    }

    private static double likelihoodP(long events, long total, double share) {
        BinomialDistribution law = new BinomialDistribution(null, Math.toIntExact(total), share);
        double most = law.probability((int) events) * (1 + 1e-7);
        double p = 0;
        for (int i = 0; i <= total; i++) {
            double probability = law.probability(i);
            p += probability <= most ? probability : 0;
        }
        return Math.min(1, p);
    }
}
