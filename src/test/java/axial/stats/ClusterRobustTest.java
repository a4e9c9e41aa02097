package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CR2 from sums against CR2 from the definition: all rows at once, A = (I−H)^(−½) by eigenvalues. */
class ClusterRobustTest {
    private static final int COLUMN = 1;

    private record Data(double[][] x, double[] y, int[] cluster, int clusters) {

        CrossProducts total() {
            return products(-1);
        }

        CrossProducts products(int which) {
            CrossProducts sum = CrossProducts.none(x[0].length);
            for (int i = 0; i < y.length; i++) {
                sum = which < 0 || cluster[i] == which ? sum.plus(CrossProducts.ofRow(x[i], y[i])) : sum;
            }
            return sum;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sums_give_the_variance_and_degrees_of_freedom_of_the_definition(long seed) {
        Data data = data(seed, true, false);
        LeastSquares fit = LeastSquares.fit(data.total());
        agree(definition(data, fit.kept()), robust(data, fit));
    }

    @Test
    void a_cluster_that_alone_has_a_column_is_absorbed_by_it() {
        for (long seed = 11; seed < 17; seed++) {
            Data data = data(seed, true, true);
            LeastSquares fit = LeastSquares.fit(data.total());
            agree(definition(data, fit.kept()), robust(data, fit));
        }
    }

    @Test
    void degrees_of_freedom_keep_their_digits_where_one_cluster_nearly_tells_the_difference_alone() {
        for (long seed = 31; seed < 37; seed++) {
            Data data = data(seed, false, true);
            for (int i = 0; i < data.y.length; i++) {
                data.x[i][5] = data.cluster[i] == 2 ? 0 : data.x[i][1] + 3e-3 * Math.sin(7 * i);
            }
            LeastSquares fit = LeastSquares.fit(data.total());
            agree(definition(data, fit.kept()), robust(data, fit));
        }
    }

    @Test
    void columns_that_earlier_ones_determine_are_left_out_in_order() {
        LeastSquares fit = LeastSquares.fit(data(3, true, false).total());
        assertEquals(
                List.of(0, 1, 2, 3, 5),
                java.util.Arrays.stream(fit.kept()).boxed().toList());
        assertEquals(0, fit.beta()[4]);
        assertInstanceOf(NotEstimable.class, ClassicalInference.of(fit, 4));
        assertInstanceOf(NotEstimable.class, robust(data(3, true, false), fit, 4));
    }

    @Test
    void what_is_left_by_rounding_alone_is_no_error() {
        Data made = data(4, false, false);
        double[] explained = new double[made.y.length];
        for (int i = 0; i < explained.length; i++) {
            explained[i] = 0.1 + 0.7 * made.x[i][COLUMN] - 1.3 * made.x[i][2];
        }
        Data data = new Data(made.x, explained, made.cluster, made.clusters);
        LeastSquares fit = LeastSquares.fit(data.total());
        assertInstanceOf(NotEstimable.class, robust(data, fit, COLUMN));
        assertInstanceOf(NotEstimable.class, ClassicalInference.of(fit, COLUMN));
    }

    @Test
    void clusters_that_tell_nothing_of_the_difference_leave_no_error() {
        double[][] x = {{1, 0, 1, 0}, {1, 1, 0, 1}, {1, 1, 0, 0}, {1, 1, 0, 1}, {1, 0, 1, 0}, {1, 0, 0, 0}};
        Data data = new Data(x, new double[] {6, -2, -16, 11, -17, 41}, new int[] {1, 1, 0, 2, 2, 2}, 3);
        LeastSquares fit = LeastSquares.fit(data.total());
        assertInstanceOf(NotEstimable.class, robust(data, fit, COLUMN));
    }

    @Test
    void a_cluster_of_one_row_has_the_same_closed_form() {
        Data data = data(5, false, false);
        ClusterRobust robust = new ClusterRobust(LeastSquares.fit(data.total()), COLUMN);
        for (int i = 0; i < data.y.length; i++) {
            Contribution row = robust.ofRow(data.x[i], data.y[i]);
            Contribution cluster = robust.of(CrossProducts.ofRow(data.x[i], data.y[i]));
            assertEquals(cluster.meat(), row.meat(), 1e-12 * Math.abs(cluster.meat()) + 1e-16);
            assertEquals(cluster.trace(), row.trace(), 1e-12);
            assertEquals(cluster.own(), row.own(), 1e-12);
            assertEquals(cluster.squares(), row.squares(), 1e-12);
            assertEquals(Matrices.squares(cluster.uu()), Matrices.squares(row.uu()), 1e-12);
            assertEquals(cluster.large().size(), row.large().size());
        }
    }

    @Test
    void the_axes_of_a_cluster_hold_its_part_of_the_design() {
        for (long seed = 21; seed < 27; seed++) {
            Data data = data(seed, true, true);
            LeastSquares fit = LeastSquares.fit(data.total());
            double sum = 0;
            for (int c = 0; c < data.clusters(); c++) {
                CrossProducts cluster = data.products(c);
                ClusterAxes axes = ClusterAxes.of(fit, cluster);
                RealMatrix root = MatrixUtils.createRealMatrix(fit.root());
                RealMatrix part = root.transpose()
                        .multiply(MatrixUtils.createRealMatrix(cluster.xx()))
                        .multiply(root);
                RealMatrix turned = MatrixUtils.createRealMatrix(axes.axes());
                RealMatrix back = turned.transpose()
                        .multiply(MatrixUtils.createRealDiagonalMatrix(axes.shares()))
                        .multiply(turned);
                assertEquals(0, back.subtract(part).getNorm(), 1e-10);
                sum += part.getTrace();
            }
            assertEquals(fit.kept().length, sum, 1e-9, "all clusters together are the whole design");
        }
    }

    @Test
    void rows_as_clusters_give_hc2() {
        Data data = data(6, false, false);
        LeastSquares fit = LeastSquares.fit(data.total());
        ClusterRobust robust = new ClusterRobust(fit, COLUMN);
        Contribution sum = robust.none();
        double hc2 = 0;
        for (int i = 0; i < data.y.length; i++) {
            sum = sum.plus(robust.ofRow(data.x[i], data.y[i]));
            double[] mx = Matrices.times(fit.inverse(), data.x[i]);
            double e = data.y[i] - Matrices.dot(data.x[i], fit.beta());
            hc2 += mx[COLUMN] * mx[COLUMN] * e * e / (1 - Matrices.dot(data.x[i], mx));
        }
        assertEquals(Math.sqrt(hc2), estimate(robust.conclude(sum)).stdError(), 1e-12);
    }

    @Test
    void one_cluster_is_not_estimable() {
        Data data = data(6, false, false);
        ClusterRobust robust = new ClusterRobust(LeastSquares.fit(data.total()), COLUMN);
        assertInstanceOf(NotEstimable.class, robust.conclude(robust.of(data.total())));
        assertFalse(robust.conclude(robust.none()) instanceof Estimate);
    }

    private static Estimate robust(Data data, LeastSquares fit) {
        return estimate(robust(data, fit, COLUMN));
    }

    private static Finding robust(Data data, LeastSquares fit, int column) {
        ClusterRobust robust = new ClusterRobust(fit, column);
        Contribution sum = robust.none();
        for (int g = 0; g < data.clusters; g++) {
            sum = sum.plus(robust.of(data.products(g)));
        }
        return robust.conclude(sum);
    }

    private static void agree(double[] definition, Estimate actual) {
        assertEquals(definition[0], actual.value(), 1e-10);
        assertEquals(definition[1], actual.stdError(), 1e-10);
        assertEquals(definition[2], actual.df(), 1e-9 * definition[2]);
    }

    /** Estimate, standard error and degrees of freedom from explicit n by n matrices. */
    private static double[] definition(Data data, int[] kept) {
        int n = data.y.length;
        RealMatrix x = MatrixUtils.createRealMatrix(data.x).getSubMatrix(all(n), kept);
        RealMatrix m =
                new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
        RealMatrix residualMaker =
                MatrixUtils.createRealIdentityMatrix(n).subtract(x.multiply(m).multiply(x.transpose()));
        RealVector y = MatrixUtils.createRealVector(data.y);
        RealVector e = residualMaker.operate(y);
        double variance = 0;
        List<RealVector> forms = new ArrayList<>();
        for (int g = 0; g < data.clusters; g++) {
            int[] rows = rows(data, g);
            RealMatrix xg = x.getSubMatrix(rows, all(kept.length));
            RealMatrix identity = MatrixUtils.createRealIdentityMatrix(rows.length);
            RealMatrix a = inverseRoot(identity.subtract(xg.multiply(m).multiply(xg.transpose())));
            RealVector w = a.multiply(xg).multiply(m).getColumnVector(COLUMN);
            RealVector form = residualMaker.getSubMatrix(all(n), rows).operate(w);
            variance += Math.pow(form.dotProduct(y), 2);
            forms.add(form);
        }
        double trace = 0;
        double squares = 0;
        for (RealVector one : forms) {
            trace += one.dotProduct(one);
            for (RealVector other : forms) {
                squares += Math.pow(one.dotProduct(other), 2);
            }
        }
        double value = m.multiply(x.transpose()).operate(y).getEntry(COLUMN);
        assertEquals(0, e.dotProduct(x.getColumnVector(COLUMN)), 1e-9);
        return new double[] {value, Math.sqrt(variance), trace * trace / squares};
    }

    private static RealMatrix inverseRoot(RealMatrix matrix) {
        RealMatrix even = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        EigenDecomposition eigen = new EigenDecomposition(even);
        double[] weights = eigen.getRealEigenvalues();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] > 1e-9 ? 1 / Math.sqrt(weights[i]) : 0;
        }
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(weights))
                .multiply(eigen.getVT());
    }

    private static int[] all(int n) {
        return java.util.stream.IntStream.range(0, n).toArray();
    }

    private static int[] rows(Data data, int cluster) {
        return java.util.stream.IntStream.range(0, data.y.length)
                .filter(i -> data.cluster[i] == cluster)
                .toArray();
    }

    /** Clusters of 1, 4, 7, ... rows; column 4 repeats two others; column 5 may be one cluster's dummy. */
    private static Data data(long seed, boolean alias, boolean dummy) {
        Random random = new Random(seed);
        int clusters = 7;
        List<double[]> x = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int g = 0; g < clusters; g++) {
            double level = random.nextGaussian();
            for (int i = 0; i < 1 + 3 * g; i++) {
                double arm = random.nextInt(3) == 0 ? 1 : 0;
                double b = random.nextGaussian() + level;
                double c = random.nextInt(4) - 1.5;
                double last = dummy ? (g == 2 ? 1 : 0) : level + random.nextGaussian();
                x.add(new double[] {1, arm, b, c, alias ? b - 2 * c + 1 : b * c, last});
                of.add(g);
            }
        }
        double[] y = x.stream()
                .mapToDouble(r -> 0.5 * r[1] + r[2] + random.nextGaussian())
                .toArray();
        int[] cluster = of.stream().mapToInt(Integer::intValue).toArray();
        return new Data(x.toArray(double[][]::new), y, cluster, clusters);
    }
}
