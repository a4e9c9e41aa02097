package axial.stats;

import org.jspecify.annotations.Nullable;

/**
 * (I − B)^(−½) of a cluster with a small part B = L'X'XL in a design, M = L L' = (ΣX'X)⁻¹ over all clusters, applied to a
 * vector by the binomial series Σ C(2k,k)/4ᵏ Bᵏ: no decomposition, a few products of a matrix and a vector.
 *
 * <p>The parts of all clusters add up to the identity, so of p columns there are never more than p/{@link #SMALL} clusters
 * with a part that is not small, however many clusters there are; the others take time in proportion to p² instead of p³.
 */
final class ClusterSeries {
    /** The largest trace of B, which is no less than its norm, at which a part is small. */
    private static final double SMALL = 0.5;

    private static final int MOST_TERMS = 120;

    /** The square of the share of the whole at which a term no longer counts. */
    private static final double VANISHED = 1e-35;

    private final double[][] root;
    private final double[][] xx;

    private ClusterSeries(double[][] root, double[][] xx) {
        this.root = root;
        this.xx = xx;
    }

    /**
     * Of a cluster; null where its part is not small.
     *
     * @param inverse M
     * @param root L
     */
    static @Nullable ClusterSeries of(double[][] inverse, double[][] root, double[][] xx) {
        double trace = 0;
        for (int i = 0; i < xx.length; i++) {
            trace += Matrices.dot(xx[i], inverse[i]);
        }
        return trace <= SMALL ? new ClusterSeries(root, xx) : null;
    }

    /** B v. */
    double[] times(double[] v) {
        return Matrices.transposedTimes(root, Matrices.times(xx, Matrices.times(root, v)));
    }

    /** (I − B)^(−½) v; null where the series does not end soon. */
    double @Nullable [] weighted(double[] v) {
        double[] sum = v.clone();
        double[] power = v;
        double coefficient = 1;
        double all = Matrices.dot(v, v);
        for (int k = 1; k <= MOST_TERMS; k++) {
            power = times(power);
            coefficient *= (2.0 * k - 1) / (2.0 * k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += coefficient * power[i];
            }
            if (coefficient * coefficient * Matrices.dot(power, power) <= VANISHED * all) {
                return sum;
            }
        }
        return null;
    }
}
