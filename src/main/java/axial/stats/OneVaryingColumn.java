package axial.stats;

import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A linear mixed model of which one column varies between clusters, at any ratio θ of its variance between clusters to
 * that within: V/σ² = I + θzz' of a cluster is inverted by one number, so all that a likelihood needs of a cluster are
 * z'z, z'X and z'y, which are taken once.
 *
 * <p>With m = θ/(1 + θz'z) and w = 1/(1 + θz'z): A = X'X − Σ m X'zz'X, and d(−2ℓ)/dθ = Σ w z'z − Σ w² z'X A⁻¹ X'z − Σ w²
 * (z'y − z'Xβ)²/σ̂² (Harville 1977, JASA 72:320). The likeliest θ is where that is zero, or 0 where it rises from there.
 */
final class OneVaryingColumn {
    private static final double START = 0.25;
    private static final double STRIDE = 8;
    private static final double LEAST = 1e-10;
    private static final double MOST = 1e12;
    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-16;
    private static final int MOST_EVALUATIONS = 200;

    private final CrossProducts total;
    private final double[] zz;
    private final double[][] zx;
    private final double[] zy;
    private int looks = 0;

    /**
     * A likelihood at one ratio.
     *
     * @param slope d(−2ℓ)/dθ
     */
    record At(ProfiledRestricted model, double slope) {}

    OneVaryingColumn(List<CrossProducts> clusters, int column) {
        CrossProducts sum = CrossProducts.none(clusters.get(0).columns());
        this.zz = new double[clusters.size()];
        this.zx = new double[clusters.size()][];
        this.zy = new double[clusters.size()];
        for (int k = 0; k < zz.length; k++) {
            CrossProducts cluster = clusters.get(k);
            sum = sum.plus(cluster);
            zz[k] = cluster.xx()[column][column];
            zx[k] = cluster.xx()[column];
            zy[k] = cluster.xy()[column];
        }
        this.total = sum;
    }

    /** The ratio at which the restricted likelihood is largest, sought from one in four. */
    double likeliest() {
        double from = START;
        boolean down = at(from).slope() > 0;
        double to = from;
        do {
            from = to;
            to = down ? to / STRIDE : to * STRIDE;
        } while (to > LEAST && to < MOST && at(to).slope() > 0 == down);
        if (to >= MOST) {
            return from;
        }
        if (to <= LEAST) {
            to = 0;
            if (!(at(to).slope() < 0)) {
                return 0;
            }
        }
        return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
                .solve(MOST_EVALUATIONS, ratio -> at(ratio).slope(), Math.min(from, to), Math.max(from, to));
    }

    /** How often a likelihood was worked out. */
    int looks() {
        return looks;
    }

    At at(double ratio) {
        looks++;
        int p = total.columns();
        double[][] xx = new double[p][];
        for (int i = 0; i < p; i++) {
            xx[i] = total.xx()[i].clone();
        }
        double[] xy = total.xy().clone();
        double yy = total.yy();
        double logDeterminant = 0;
        for (int k = 0; k < zz.length; k++) {
            double m = ratio / (1 + ratio * zz[k]);
            takeOff(zx[k], m, m * zy[k], xx, xy);
            yy -= m * zy[k] * zy[k];
            logDeterminant += StrictMath.log1p(ratio * zz[k]);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                xx[j][i] = xx[i][j];
            }
        }
        ProfiledRestricted model = ProfiledRestricted.of(new CrossProducts(total.n(), xx, xy, yy), logDeterminant);
        return new At(model, slope(model, ratio));
    }

    /** The lower triangle of what is explained of X'X, and of X'y. */
    private static void takeOff(double[] x, double m, double my, double[][] xx, double[] xy) {
        for (int i = 0; i < x.length; i++) {
            double factor = m * x[i];
            double[] row = xx[i];
            for (int j = 0; factor != 0 && j <= i; j++) {
                row[j] -= factor * x[j];
            }
            xy[i] -= my * x[i];
        }
    }

    private double slope(ProfiledRestricted model, double ratio) {
        double[] beta = model.beta();
        double slope = 0;
        for (int k = 0; k < zz.length; k++) {
            double w = 1 / (1 + ratio * zz[k]);
            double left = zy[k] - Matrices.dot(zx[k], beta);
            slope += w * zz[k] - w * w * (model.root().squareOf(zx[k]) + left * left / model.variance());
        }
        return slope;
    }
}
