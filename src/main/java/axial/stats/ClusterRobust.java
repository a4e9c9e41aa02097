package axial.stats;

import java.io.Serializable;

/**
 * One coefficient of a linear model with the CR2 cluster-robust standard error (Bell and McCaffrey
 * 2002, Surv Methodol 28:169; Pustejovsky and Tipton 2018, JBES 36:672): identity working model,
 * Satterthwaite degrees of freedom; in the outcome's unit per unit of the column.
 *
 * <p>For cluster g, A = (I − X M X')^(−½) with M = (ΣX'X)⁻¹ and the pseudo-inverse where a cluster
 * absorbs a column. With M = L L' and L'X'X L = V S² V', all that is needed lies in p dimensions:
 * c'M X'A e = (L'c)' V(1−S²)^(−½)V' L'(X'y − X'Xβ); u = V S²(1−S²)^(−½)V' L'c. Under the working model
 * the variance is a quadratic form with a matrix P whose diagonal is (L'c)' V S²(1−S²)⁻¹(1−S²)V' L'c and
 * whose other elements are −u'u of two clusters; df = (tr P)²/tr(P²). See {@link Contribution}.
 *
 * <p>Other corrections than CR2 put another weight in the place of (1−S²)^(−½): see {@link
 * ClusterCorrection}.
 *
 * <p>Not estimable with fewer than two clusters, if earlier columns determine the column, or without
 * variation.
 */
public final class ClusterRobust implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double ROUNDING = 1e-13;

    private final double[][] root;
    private final double[][] inverse;
    private final double[] beta;
    private final double[] direction;
    private final double value;
    private final boolean estimable;
    private final double rounding;
    private final ClusterCorrection correction;
    private final long rows;

    /** For the coefficient of {@code column} in {@code fit}, by CR2. */
    public ClusterRobust(LeastSquares fit, int column) {
        this(fit, column, ClusterCorrection.CR2);
    }

    /** For the coefficient of {@code column} in {@code fit}, by the correction named. */
    public ClusterRobust(LeastSquares fit, int column, ClusterCorrection correction) {
        this(fit, unit(fit.beta().length, column), correction);
    }

    /** For a weighted sum of the coefficients, by CR2. */
    public ClusterRobust(LeastSquares fit, double[] contrast) {
        this(fit, contrast, ClusterCorrection.CR2);
    }

    private ClusterRobust(LeastSquares fit, double[] contrast, ClusterCorrection correction) {
        this.root = fit.root();
        this.inverse = fit.inverse();
        this.beta = fit.beta();
        this.direction = Matrices.transposedTimes(root, contrast);
        this.value = Matrices.dot(contrast, beta);
        this.estimable = fit.keeps(contrast);
        double left = fit.residualVariance();
        this.rounding = left > 0 ? ROUNDING * ROUNDING * (value * value + left) : Double.POSITIVE_INFINITY;
        this.correction = correction;
        this.rows = fit.df() + direction.length;
    }

    private static double[] unit(int columns, int column) {
        double[] unit = new double[columns];
        unit[column] = 1;
        return unit;
    }

    /** What one cluster adds. */
    public Contribution of(CrossProducts cluster) {
        ClusterSeries small =
                correction == ClusterCorrection.CR2 ? ClusterSeries.of(inverse, root, cluster.xx()) : null;
        double[] v = small == null ? null : small.weighted(direction);
        return small == null || v == null ? of(ClusterAxes.of(root, beta, cluster)) : of(small, v, cluster);
    }

    private Contribution of(ClusterSeries small, double[] v, CrossProducts cluster) {
        double[] u = small.times(v);
        double[] residual = Matrices.minus(cluster.xy(), Matrices.times(cluster.xx(), beta));
        double score = Matrices.dot(Matrices.times(root, v), residual);
        double diagonal = Matrices.dot(u, v) - Matrices.dot(u, u);
        return Contribution.ofCluster(score, diagonal, 0, u);
    }

    /** The sum of what clusters add, in their order. */
    public Contribution of(Iterable<CrossProducts> clusters) {
        Contribution sum = none();
        for (CrossProducts cluster : clusters) {
            sum = sum.plus(of(cluster));
        }
        return sum;
    }

    private Contribution of(ClusterAxes cluster) {
        double[] c = Matrices.times(cluster.axes(), direction);
        double score = 0;
        double diagonal = 0;
        double largest = 0;
        double[] u = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            double share = cluster.shares()[i];
            double weight = correction.weight(1 - share);
            score += c[i] * weight * cluster.residuals()[i];
            diagonal += c[i] * c[i] * share * (1 - share) * weight * weight;
            largest = Math.max(largest, share);
            u[i] = c[i] * share * weight;
        }
        return Contribution.ofCluster(score, diagonal, largest, Matrices.transposedTimes(cluster.axes(), u));
    }

    /** What a cluster of one row adds, without the decomposition. */
    public Contribution ofRow(double[] x, double y) {
        double[] z = Matrices.transposedTimes(root, x);
        double leverage = Matrices.dot(z, z);
        double weight = correction.weight(1 - leverage);
        double along = Matrices.dot(z, direction) * weight;
        double[] u = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            u[i] = z[i] * along;
        }
        double diagonal = along * along * (1 - leverage);
        return Contribution.ofCluster(along * (y - Matrices.dot(x, beta)), diagonal, leverage, u);
    }

    /** No cluster yet: the start of a sum. */
    public Contribution none() {
        return Contribution.none(direction.length);
    }

    /** The coefficient, from the sum over all clusters. */
    public Finding conclude(Contribution sum) {
        if (!estimable) {
            return new NotEstimable("the other covariates determine it");
        }
        if (sum.clusters() < 2) {
            return new NotEstimable("fewer than two clusters");
        }
        double df = sum.degreesOfFreedom();
        if (!(sum.meat() > rounding) || !(df > 0) || Double.isInfinite(df)) {
            return new NotEstimable("no variation left between clusters");
        }
        double factor = correction.factor(sum.clusters(), rows, direction.length);
        return Estimate.wald(value, Math.sqrt(factor * sum.meat()), df);
    }
}
