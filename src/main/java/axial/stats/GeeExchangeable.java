package axial.stats;

import java.util.List;

/**
 * Linear generalised estimating equations with exchangeable working correlation α and the sandwich error
 * of Liang and Zeger (1986, Biometrika 73:13), from cross-products per cluster; in the outcome's unit.
 *
 * <p>α = Σ over pairs of rᵢrⱼ / (φ · pairs), φ = Σr²/N; β solves ΣX'R⁻¹(y−Xβ) = 0. No small-sample
 * correction (CR0), interval by z, as geepack: with few clusters {@link ClusterRobust} is preferred.
 * Column 0 is the intercept.
 *
 * @param beta the coefficients
 * @param covariance their sandwich covariance
 * @param correlation α
 * @param scale φ
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeeExchangeable(double[] beta, double[][] covariance, double correlation, double scale) {
    private static final int MOST_STEPS = 1000;

    /** Fits the model to one or more clusters. */
    public static GeeExchangeable fit(List<CrossProducts> clusters) {
        double[] beta = solve(clusters, 0);
        double alpha = 0;
        for (int i = 0; i < MOST_STEPS; i++) {
            double next = correlation(clusters, beta);
            beta = solve(clusters, next);
            if (Math.abs(next - alpha) < 1e-14) {
                break;
            }
            alpha = next;
        }
        return new GeeExchangeable(beta, sandwich(clusters, beta, alpha), alpha, scale(clusters, beta));
    }

    /** A coefficient by z. */
    public Finding coefficient(int column) {
        double variance = covariance[column][column];
        return variance > 0
                ? Estimate.wald(beta[column], Math.sqrt(variance), Double.NaN)
                : new NotEstimable("no variation between clusters");
    }

    private static double[] solve(List<CrossProducts> clusters, double alpha) {
        return LeastSquares.fit(total(clusters, alpha)).beta();
    }

    private static CrossProducts total(List<CrossProducts> clusters, double alpha) {
        CrossProducts sum = CrossProducts.none(clusters.get(0).columns());
        for (CrossProducts cluster : clusters) {
            sum = sum.plus(weighted(cluster, alpha));
        }
        return sum;
    }

    /** X'R⁻¹X and the like, times 1−α: a row less α/(1+(n−1)α) of the sum of rows. */
    private static CrossProducts weighted(CrossProducts cluster, double alpha) {
        double factor = alpha / (1 + (cluster.n() - 1) * alpha);
        double[] one = cluster.xx()[0];
        int p = cluster.columns();
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        for (int i = 0; i < p; i++) {
            xy[i] = cluster.xy()[i] - factor * one[i] * cluster.xy()[0];
            for (int j = 0; j < p; j++) {
                xx[i][j] = cluster.xx()[i][j] - factor * one[i] * one[j];
            }
        }
        return new CrossProducts(cluster.n(), xx, xy, cluster.yy() - factor * cluster.xy()[0] * cluster.xy()[0]);
    }

    private static double correlation(List<CrossProducts> clusters, double[] beta) {
        double products = 0;
        double pairs = 0;
        for (CrossProducts cluster : clusters) {
            double sum = cluster.xy()[0] - Matrices.dot(cluster.xx()[0], beta);
            products += (sum * sum - squares(cluster, beta)) / 2;
            pairs += cluster.n() * (cluster.n() - 1.0) / 2;
        }
        return pairs > 0 ? products / pairs / scale(clusters, beta) : 0;
    }

    private static double scale(List<CrossProducts> clusters, double[] beta) {
        double sum = 0;
        long n = 0;
        for (CrossProducts cluster : clusters) {
            sum += squares(cluster, beta);
            n += cluster.n();
        }
        return sum / n;
    }

    private static double squares(CrossProducts cluster, double[] beta) {
        double[] left = Matrices.minus(cluster.xy(), Matrices.times(cluster.xx(), beta));
        return cluster.yy() - Matrices.dot(beta, cluster.xy()) - Matrices.dot(beta, left);
    }

    private static double[][] sandwich(List<CrossProducts> clusters, double[] beta, double alpha) {
        double[][] bread = InverseRoot.of(total(clusters, alpha).xx()).inverse();
        double[][] meat = new double[beta.length][beta.length];
        for (CrossProducts cluster : clusters) {
            CrossProducts own = weighted(cluster, alpha);
            double[] score = Matrices.minus(own.xy(), Matrices.times(own.xx(), beta));
            meat = Matrices.plus(meat, Matrices.outer(score));
        }
        return Matrices.times(Matrices.times(bread, meat), bread);
    }
}
