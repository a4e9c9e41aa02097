package axial.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What clusters add to the CR2 variance of one coefficient and to its degrees of freedom; sums of these
 * are all that {@link ClusterRobust#conclude} needs. In the basis L of {@link ClusterRobust}, with
 * u = L'X'A X M c of a cluster and P the matrix of the quadratic form that the variance is: its diagonal
 * is ‖A X M c‖² − u'u, its other elements are −u'u of two clusters.
 *
 * <p>A cluster that nearly holds a direction of the design alone has a u that would drown what it has in
 * common with the others. Such clusters, never more than twice the columns, stand one by one.
 *
 * @param clusters how many clusters
 * @param meat Σ (c'M v)²: the variance
 * @param trace Σ of the diagonal of P
 * @param own Σ of the squares of the diagonal of P
 * @param squares Σ (u'u)² of clusters with a small part in the design
 * @param uu Σ u u' of clusters with a small part in the design
 * @param large u of each of the others
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record Contribution(
        long clusters, double meat, double trace, double own, double squares, double[][] uu, List<double[]> large)
        implements Serializable {

    /** The share of a direction of the design above which a cluster's part is not small. */
    private static final double SMALL = 0.5;

    public Contribution {
        large = List.copyOf(large);
    }

    static Contribution none(int columns) {
        return new Contribution(0, 0, 0, 0, 0, new double[columns][columns], List.of());
    }

    /**
     * Of one cluster.
     *
     * @param diagonal its element on the diagonal of P
     * @param share its largest share in any direction of the design
     */
    static Contribution ofCluster(double score, double diagonal, double share, double[] u) {
        double meat = score * score;
        double own = diagonal * diagonal;
        if (share > SMALL) {
            return new Contribution(1, meat, diagonal, own, 0, new double[u.length][u.length], List.of(u));
        }
        double m = Matrices.dot(u, u);
        return new Contribution(1, meat, diagonal, own, m * m, Matrices.outer(u), List.of());
    }

    /** The contribution of both together. */
    public Contribution plus(Contribution other) {
        return new Contribution(
                clusters + other.clusters,
                meat + other.meat,
                trace + other.trace,
                own + other.own,
                squares + other.squares,
                Matrices.plus(uu, other.uu),
                Stream.concat(large.stream(), other.large.stream()).toList());
    }

    /** Satterthwaite's (tr P)²/tr(P²). */
    double degreesOfFreedom() {
        double others = Matrices.squares(uu) - squares;
        double[][] ordered = large.toArray(double[][]::new);
        Arrays.sort(ordered, Arrays::compare);
        for (int g = 0; g < ordered.length; g++) {
            others += 2 * Matrices.dot(ordered[g], Matrices.times(uu, ordered[g]));
            for (int h = 0; h < g; h++) {
                double common = Matrices.dot(ordered[g], ordered[h]);
                others += 2 * common * common;
            }
        }
        return trace * trace / (own + others);
    }
}
