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
    private final List<Cluster> clusters;
    private final int[] random;
    private final double[][] ratios;
    private final ProfiledRestricted fit;

    /** A cluster: its sums, and of them what has the columns Z: Z'X, Z'Z and Z'y. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cluster(CrossProducts sums, double[][] zx, double[][] zz, double[] zy) {
        static Cluster of(CrossProducts sums, int[] random) {
            double[][] xz = Arrays.stream(sums.xx())
                    .map(row -> Arrays.stream(random).mapToDouble(r -> row[r]).toArray())
                    .toArray(double[][]::new);
            double[][] zz = Arrays.stream(random).mapToObj(r -> xz[r]).toArray(double[][]::new);
            double[] zy = Arrays.stream(random).mapToDouble(r -> sums.xy()[r]).toArray();
            return new Cluster(sums, Matrices.transposed(xz), zz, zy);
        }

        /** Adds X'X − X'Z M Z'X and the like for y; gives that of y with itself. */
        double addLess(double[][] m, double[][] xx, double[] xy) {
            double[] mzy = Matrices.times(m, zy);
            double[] weights = new double[zx.length];
            double[] explained = new double[xy.length];
            for (int i = 0; i < xy.length; i++) {
                double explainedY = 0;
                for (int k = 0; k < weights.length; k++) {
                    weights[k] = 0;
                    for (int l = 0; l < weights.length; l++) {
                        weights[k] += m[l][k] * zx[l][i];
                    }
                    explainedY += zx[k][i] * mzy[k];
                }
                Matrices.setTransposedTimes(zx, weights, explained);
                addDifference(xx[i], sums.xx()[i], explained);
                xy[i] += sums.xy()[i] - explainedY;
            }
            return sums.yy() - Matrices.dot(zy, mzy);
        }

        private static void addDifference(double[] to, double[] one, double[] other) {
            for (int j = 0; j < to.length; j++) {
                to[j] += one[j] - other[j];
            }
        }
    }

    private LinearMixedModel(List<CrossProducts> clusters, int[] random) {
        this.clusters = clusters.stream().map(sums -> Cluster.of(sums, random)).toList();
        this.random = random;
        if (random.length == 1) {
            OneVaryingColumn one = new OneVaryingColumn(clusters, random[0]);
            double ratio = one.likeliest();
            this.ratios = new double[][] {{ratio}};
            this.fit = one.at(ratio).model();
        } else {
            double[][] root = likeliest();
            this.ratios = Matrices.times(root, Matrices.transposed(root));
            this.fit = at(root);
        }
    }

    private double[][] likeliest() {
        double[] start = new double[CovarianceElements.count(random.length)];
        for (int i = 0; i < random.length; i++) {
            start[CovarianceElements.count(i) + i] = 0.5;
        }
        return root(ProfiledRestricted.least(l -> at(root(l)).deviance(), start));
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
        int p = clusters.get(0).sums().columns();
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        double yy = 0;
        long n = 0;
        double logDeterminant = 0;
        double[][] turned = Matrices.transposed(root);
        for (Cluster cluster : clusters) {
            double[][] k = Matrices.times(Matrices.times(turned, cluster.zz()), root);
            InverseRoot inner = InverseRoot.of(plusIdentity(k));
            logDeterminant += inner.logDeterminant();
            yy += cluster.addLess(Matrices.times(Matrices.times(root, inner.inverse()), turned), xx, xy);
            n += cluster.sums().n();
        }
        return ProfiledRestricted.of(new CrossProducts(n, xx, xy, yy), logDeterminant);
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
