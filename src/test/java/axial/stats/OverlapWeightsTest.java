package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** The sandwich from sums against the sandwich of the stacked equations, written out as matrices. */
class OverlapWeightsTest {
    private static final int N = 80;
    private static final int CLUSTERS = 9;

    private final double[][] x = new double[N][];
    private final boolean[] arm = new boolean[N];
    private final double[] y = new double[N];

    OverlapWeightsTest() {
        Random random = new Random(4);
        for (int i = 0; i < N; i++) {
            x[i] = new double[] {1, random.nextGaussian(), random.nextInt(2)};
            arm[i] = random.nextDouble() < LogisticNewton.probability(0.8 * x[i][1] - 0.3);
            y[i] = x[i][1] + (arm[i] ? 0.5 : 0) + random.nextGaussian();
        }
    }

    @Test
    void the_standard_error_is_that_of_the_stacked_equations() {
        double[] e = propensities(maximum());
        OverlapWeights weights = OverlapWeights.of(sums(e));
        double squares = 0;
        for (int g = 0; g < CLUSTERS; g++) {
            double influence = 0;
            for (int i = g; i < N; i += CLUSTERS) {
                influence += weights.influence(x[i], arm[i], e[i], y[i]);
            }
            squares += influence * influence;
        }
        Estimate difference = estimate(weights.conclude(squares, CLUSTERS));
        assertEquals(stacked(e, weights), difference.stdError(), 1e-10);
        assertEquals(CLUSTERS - 1, difference.df());
        assertEquals(weights.mu1() - weights.mu0(), difference.value());
    }

    @Test
    void what_is_left_by_rounding_alone_is_no_error() {
        for (int i = 0; i < N; i++) {
            y[i] = arm[i] ? -1.7 : 0.3;
        }
        double[] e = propensities(maximum());
        OverlapWeights weights = OverlapWeights.of(sums(e));
        double squares = 0;
        for (int i = 0; i < N; i++) {
            squares += Math.pow(weights.influence(x[i], arm[i], e[i], y[i]), 2);
        }
        assertTrue(squares > 0, "rounding leaves nothing");
        assertInstanceOf(NotEstimable.class, weights.conclude(squares, N));
    }

    @Test
    void overlap_weights_balance_every_covariate_exactly() {
        double[] e = propensities(maximum());
        for (int column = 0; column < 3; column++) {
            double balance = 0;
            for (int i = 0; i < N; i++) {
                balance += x[i][column] * (arm[i] ? 1 - e[i] : -e[i]);
            }
            assertEquals(0, balance, 1e-9);
        }
    }

    @Test
    void a_singular_information_has_no_step() {
        assertNull(LogisticNewton.step(new double[] {1, 1}, new double[][] {{1, 1}, {1, 1}}));
    }

    @Test
    void a_probability_neither_overflows_nor_leaves_its_range() {
        assertEquals(0, LogisticNewton.probability(-1000));
        assertEquals(1, LogisticNewton.probability(1000));
        assertEquals(0.5, LogisticNewton.probability(0));
        assertEquals(StrictMath.log(2), LogisticNewton.deviance(0, true), 1e-15);
    }

    private double[] maximum() {
        double[] beta = new double[3];
        for (int step = 0; step < 30; step++) {
            double[] e = propensities(beta);
            double[] gradient = new double[3];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < 3; j++) {
                    gradient[j] += x[i][j] * ((arm[i] ? 1 : 0) - e[i]);
                }
            }
            double[] add = LogisticNewton.step(gradient, sums(e).information());
            assertNotNull(add);
            beta = Matrices.plus(beta, add);
        }
        return beta;
    }

    private double[] propensities(double[] beta) {
        double[] e = new double[N];
        for (int i = 0; i < N; i++) {
            e[i] = LogisticNewton.probability(Matrices.dot(x[i], beta));
        }
        return e;
    }

    private OverlapSums sums(double[] e) {
        double[][] information = new double[3][3];
        double[] s = new double[4];
        double[][] d = new double[4][3];
        for (int i = 0; i < N; i++) {
            double h = e[i] * (1 - e[i]);
            int side = arm[i] ? 0 : 2;
            s[side] += arm[i] ? 1 - e[i] : e[i];
            s[side + 1] += (arm[i] ? 1 - e[i] : e[i]) * y[i];
            for (int j = 0; j < 3; j++) {
                d[side][j] += h * x[i][j];
                d[side + 1][j] += h * x[i][j] * y[i];
                for (int k = 0; k < 3; k++) {
                    information[j][k] += h * x[i][j] * x[i][k];
                }
            }
        }
        return new OverlapSums(information, s[0], s[1], s[2], s[3], d[0], d[1], d[2], d[3]);
    }

    private double stacked(double[] e, OverlapWeights weights) {
        RealMatrix slope = MatrixUtils.createRealMatrix(5, 5);
        RealMatrix meat = MatrixUtils.createRealMatrix(5, 5);
        for (int g = 0; g < CLUSTERS; g++) {
            RealMatrix score = MatrixUtils.createRealMatrix(5, 1);
            for (int i = g; i < N; i += CLUSTERS) {
                double h = 1e-6;
                double[] theta = {0, 0, 0, weights.mu1(), weights.mu0()};
                score = score.add(MatrixUtils.createColumnRealMatrix(psi(i, e[i], theta)));
                for (int j = 0; j < 5; j++) {
                    double[] up = theta.clone();
                    double[] down = theta.clone();
                    up[j] += h;
                    down[j] -= h;
                    double[] change = Matrices.minus(psi(i, e[i], down), psi(i, e[i], up));
                    for (int r = 0; r < 5; r++) {
                        slope.addToEntry(r, j, change[r] / (2 * h));
                    }
                }
            }
            meat = meat.add(score.multiply(score.transpose()));
        }
        RealMatrix inverse = new LUDecomposition(slope).getSolver().getInverse();
        RealMatrix v = inverse.multiply(meat).multiply(inverse.transpose());
        double variance = v.getEntry(3, 3) + v.getEntry(4, 4) - 2 * v.getEntry(3, 4);
        return Math.sqrt(variance * CLUSTERS / (CLUSTERS - 1.0));
    }

    /** The stacked equations of one row, with β moved by the first three of theta from its maximum. */
    private double[] psi(int i, double at, double[] theta) {
        double eta = StrictMath.log(at / (1 - at)) + x[i][0] * theta[0] + x[i][1] * theta[1] + x[i][2] * theta[2];
        double e = LogisticNewton.probability(eta);
        double z = arm[i] ? 1 : 0;
        return new double[] {
            x[i][0] * (z - e),
            x[i][1] * (z - e),
            x[i][2] * (z - e),
            z * (1 - e) * (y[i] - theta[3]),
            (1 - z) * e * (y[i] - theta[4])
        };
    }
}
