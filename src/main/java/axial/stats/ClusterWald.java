package axial.stats;

import java.util.Collection;
import org.apache.commons.math3.special.Beta;

/**
 * Whether several contrasts of a linear model are all zero, by their CR2 cluster-robust covariance V (Bell and
 * McCaffrey 2002; identity working model) and Hotelling's T² with G−1 degrees of freedom: with T² = c'V⁻¹c of q
 * contrasts, F = T² (G−q)/(q(G−1)) on q and G−q degrees of freedom (Pan and Wall 2002, Stat Med 21:1429, with the
 * clusters' degrees of freedom). Without clusters classical: V from the residual variance, F = T²/q on q and n−p.
 *
 * <p>The finding's value is F and its df the second degrees of freedom; there is no interval.
 */
public final class ClusterWald {
    private ClusterWald() {}

    /**
     * The test.
     *
     * @param contrasts one row each, a weight for each column of the model
     * @param clusters sums of each cluster; none for the classical test
     */
    public static Finding of(LeastSquares fit, double[][] contrasts, Collection<CrossProducts> clusters) {
        double[][] directions = new double[contrasts.length][];
        for (int i = 0; i < contrasts.length; i++) {
            if (!fit.keeps(contrasts[i])) {
                return new NotEstimable("the other covariates determine it");
            }
            directions[i] = Matrices.transposedTimes(fit.root(), contrasts[i]);
        }
        double q = contrasts.length;
        boolean classical = clusters.isEmpty();
        double df = classical ? fit.df() : clusters.size() - q;
        if (df < 1) {
            return new NotEstimable(classical ? "no degrees of freedom left" : "no more clusters than contrasts");
        }
        InverseRoot root = InverseRoot.of(classical ? classical(fit, directions) : robust(fit, directions, clusters));
        if (root.kept().length < q) {
            return new NotEstimable("no variation left between clusters");
        }
        double[] values = Matrices.times(contrasts, fit.beta());
        double t2 = Matrices.dot(values, root.solve(values));
        double f = classical ? t2 / q : t2 * df / (q * (clusters.size() - 1.0));
        return new Estimate(f, Double.NaN, df, Double.NaN, Double.NaN, upper(f, q, df));
    }

    private static double[][] classical(LeastSquares fit, double[][] directions) {
        double[][] v = new double[directions.length][directions.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                v[i][j] = fit.residualVariance() * Matrices.dot(directions[i], directions[j]);
            }
        }
        return v;
    }

    private static double[][] robust(LeastSquares fit, double[][] directions, Collection<CrossProducts> clusters) {
        double[][] v = new double[directions.length][directions.length];
        double[][] root = fit.root();
        double[][] inverse = fit.inverse();
        double[] beta = fit.beta();
        for (CrossProducts cluster : clusters) {
            ClusterSeries small = ClusterSeries.of(inverse, root, cluster.xx());
            double[] weighted = small == null ? null : small.weighted(residual(root, beta, cluster));
            Matrices.addOuter(
                    weighted == null
                            ? scores(ClusterAxes.of(fit, cluster), directions)
                            : Matrices.times(directions, weighted),
                    v);
        }
        return v;
    }

    private static double[] residual(double[][] root, double[] beta, CrossProducts cluster) {
        return Matrices.transposedTimes(root, Matrices.minus(cluster.xy(), Matrices.times(cluster.xx(), beta)));
    }

    /** c'M X'A e of one cluster, for each contrast; as in {@link ClusterRobust}. */
    private static double[] scores(ClusterAxes axes, double[][] directions) {
        double[] e = axes.residuals().clone();
        for (int i = 0; i < e.length; i++) {
            e[i] *= ClusterCorrection.CR2.weight(1 - axes.shares()[i]);
        }
        double[] scores = new double[directions.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Matrices.dot(Matrices.times(axes.axes(), directions[i]), e);
        }
        return scores;
    }

    private static double upper(double f, double q, double df) {
        return Beta.regularizedBeta(df / (df + q * f), df / 2, q / 2);
    }
}
