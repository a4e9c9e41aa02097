package axial.stats;

import java.io.Serializable;

/**
 * What clusters add to the CR2 variance of one coefficient and to its degrees of freedom; sums of these
 * are all that {@link ClusterRobust#conclude} needs. In the basis L of {@link ClusterRobust}.
 *
 * @param clusters how many clusters
 * @param meat Σ (c'M v)²: the variance
 * @param a Σ a, with a = ‖A X M c‖² of the cluster
 * @param aa Σ a²
 * @param m Σ m, with m = u'u
 * @param am Σ a m
 * @param uu Σ u u', with u = L'X'A X M c
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record Contribution(long clusters, double meat, double a, double aa, double m, double am, double[][] uu)
        implements Serializable {

    static Contribution ofCluster(double score, double a, double[] u) {
        double m = Matrices.dot(u, u);
        return new Contribution(1, score * score, a, a * a, m, a * m, Matrices.outer(u));
    }

    /** The contribution of both together. */
    public Contribution plus(Contribution other) {
        return new Contribution(
                clusters + other.clusters,
                meat + other.meat,
                a + other.a,
                aa + other.aa,
                m + other.m,
                am + other.am,
                Matrices.plus(uu, other.uu));
    }
}
