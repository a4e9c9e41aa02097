package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * Rank-biserial correlation, the same as Cliff's delta (1993, Psychol Bull 114:494): P(Y₁&gt;Y₀) −
 * P(Y₁&lt;Y₀), between −1 and 1; above zero the arm has higher values.
 *
 * <p>Interval: Fisher's z, atanh r ± 1.96 √((n₁+n₀+1)/(3 n₁n₀)), as effectsize; exact only without
 * effect and ties, so {@link ProbabilityOfSuperiority} is preferred for inference. Not estimable if an
 * arm is empty or the arms do not overlap.
 */
public final class RankBiserial {
    private RankBiserial() {}

    /** The correlation; no standard error and no p. */
    public static Finding of(ValueCounts arm, ValueCounts comparator) {
        if (arm.n() < 1 || comparator.n() < 1) {
            return new NotEstimable("an arm is empty");
        }
        double r = delta(arm, comparator);
        if (Math.abs(r) >= 1) {
            return new NotEstimable("the arms do not overlap");
        }
        double product = 3.0 * arm.n() * comparator.n();
        double reach = StudentT.quantile(0.975, Double.NaN) * Math.sqrt((arm.n() + comparator.n() + 1) / product);
        double z = FastMath.atanh(r);
        return Estimate.interval(r, Double.NaN, FastMath.tanh(z - reach), FastMath.tanh(z + reach));
    }

    /** The same as a probability of superiority: (1+r)/2. */
    public static Estimate asProbability(Estimate r) {
        return Estimate.interval((1 + r.value()) / 2, Double.NaN, (1 + r.low()) / 2, (1 + r.high()) / 2);
    }

    private static double delta(ValueCounts arm, ValueCounts comparator) {
        double above = 0;
        for (int i = 0; i < arm.values().length; i++) {
            for (int j = 0; j < comparator.values().length; j++) {
                int sign = Long.compare(arm.values()[i], comparator.values()[j]);
                above += sign * (double) arm.counts()[i] * comparator.counts()[j];
            }
        }
        return above / arm.n() / comparator.n();
    }
}
