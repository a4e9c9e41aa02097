package axial.stats;

import java.util.Arrays;
import java.util.List;

/**
 * A linear model whose coefficients of some columns vary between clusters: y = Xβ + Zb + e, Z columns of X,
 * b of a cluster normal with covariance D, by restricted maximum likelihood from cross-products per cluster
 * (Laird and Ware 1982, Biometrics 38:963); in the outcome's unit.
 *
 * <p>With the intercept alone (Z = column 0) the share of the variance between clusters is the intraclass
 * correlation. With intercept and arm it is the one-stage synthesis of clinics. V = σ²(I + ZΛZ') is
 * inverted in as few dimensions as Z has: I − ZL(I + L'Z'ZL)⁻¹L'Z', Λ = LL'.
 *
 * <p>Errors are model-based. Degrees of freedom are clusters − 1: exact where clusters are alike and the
 * coefficient varies between them, small otherwise. Not estimable with fewer than two clusters.
 */
public final class LinearMixedModel {
    private final List<CrossProducts> clusters;
    private final int[] random;
    private final double[][] ratios;
    private final ProfiledRestricted fit;

    private LinearMixedModel(List<CrossProducts> clusters, int[] random) {
        this.clusters = clusters;
        this.random = random;
        double[] start = new double[CovarianceElements.count(random.length)];
        for (int i = 0; i < random.length; i++) {
            start[CovarianceElements.count(i) + i] = 0.5;
        }
        double[] least = ProfiledRestricted.least(l -> at(root(l)).deviance(), start);
        double[][] root = root(least);
        this.ratios = Matrices.times(root, Matrices.transposed(root));
        this.fit = at(root);
    }

    /** Fits the model; the columns {@code random} vary between clusters. */
    public static LinearMixedModel fit(List<CrossProducts> clusters, int... random) {
        return new LinearMixedModel(clusters.stream().filter(c -> c.n() > 0).toList(), random.clone());
    }

    /** The coefficient of a column, averaged over clusters. */
    public Finding coefficient(int column) {
        return clusters.size() < 2
                ? new NotEstimable("fewer than two clusters")
                : fit.coefficient(column, clusters.size() - 1.0);
    }

    /** Variance within clusters. */
    public double residualVariance() {
        return fit.variance();
    }

    /** D: the covariance between clusters of the coefficients that vary, in the order they were named. */
    public double[][] between() {
        return Arrays.stream(ratios)
                .map(row -> Arrays.stream(row).map(v -> v * fit.variance()).toArray())
                .toArray(double[][]::new);
    }

    /** The intraclass correlation: the variance of the first random column over its sum with σ². */
    public double intraclassCorrelation() {
        return ratios[0][0] / (ratios[0][0] + 1);
    }

    /** −2 log restricted likelihood. */
    public double minusTwoLogLikelihood() {
        return fit.deviance();
    }

    private ProfiledRestricted at(double[][] root) {
        CrossProducts sum = CrossProducts.none(clusters.get(0).columns());
        double logDeterminant = 0;
        for (CrossProducts cluster : clusters) {
            double[][] k = inDirections(cluster, root);
            InverseRoot inner = InverseRoot.of(plusIdentity(k));
            logDeterminant += inner.logDeterminant();
            double[][] m = Matrices.times(Matrices.times(root, inner.inverse()), Matrices.transposed(root));
            sum = sum.plus(less(cluster, m));
        }
        return ProfiledRestricted.of(sum, logDeterminant);
    }

    /** X'X − X'Z M Z'X and the like for y. */
    private CrossProducts less(CrossProducts cluster, double[][] m) {
        double[][] xz = columns(cluster.xx());
        double[] zy = Arrays.stream(random).mapToDouble(r -> cluster.xy()[r]).toArray();
        double[] mzy = Matrices.times(m, zy);
        double[][] xx = Matrices.times(Matrices.times(xz, m), Matrices.transposed(xz));
        double[][] rest = new double[xx.length][];
        for (int i = 0; i < xx.length; i++) {
            rest[i] = Matrices.minus(cluster.xx()[i], xx[i]);
        }
        double[] xy = Matrices.minus(cluster.xy(), Matrices.times(xz, mzy));
        return new CrossProducts(cluster.n(), rest, xy, cluster.yy() - Matrices.dot(zy, mzy));
    }

    private double[][] inDirections(CrossProducts cluster, double[][] root) {
        double[][] zz = new double[random.length][];
        for (int i = 0; i < zz.length; i++) {
            zz[i] = columns(cluster.xx())[random[i]];
        }
        return Matrices.times(Matrices.times(Matrices.transposed(root), zz), root);
    }

    private double[][] columns(double[][] xx) {
        return Arrays.stream(xx)
                .map(row -> Arrays.stream(random).mapToDouble(r -> row[r]).toArray())
                .toArray(double[][]::new);
    }

    private double[][] root(double[] elements) {
        double[][] root = new double[random.length][random.length];
        for (int k = 0; k < elements.length; k++) {
            int[] at = CovarianceElements.at(k);
            root[at[0]][at[1]] = elements[k];
        }
        return root;
    }

    private static double[][] plusIdentity(double[][] k) {
        double[][] sum = new double[k.length][];
        for (int i = 0; i < k.length; i++) {
            sum[i] = k[i].clone();
            sum[i][i] += 1;
        }
        return sum;
    }
}
