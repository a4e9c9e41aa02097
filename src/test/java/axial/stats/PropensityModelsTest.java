package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three arms, one confounded outcome, sometimes not seen: sums against the definition. */
class PropensityModelsTest {
    private static final int N = 150;
    private static final int CLUSTERS = 15;
    private static final MultinomialLogit MODEL = new MultinomialLogit(3, 3);

    private final double[][] x = new double[N][];
    private final int[] arm = new int[N];
    private final double[] y = new double[N];
    private final boolean[] followed = new boolean[N];
    private final double[] beta;
    private final double[][] e = new double[N][];

    PropensityModelsTest() {
        Random random = new Random(9);
        double[] truth = {0.2, 0.6, -0.4, -0.3, -0.5, 0.7};
        for (int i = 0; i < N; i++) {
            x[i] = new double[] {1, random.nextGaussian(), random.nextInt(2)};
            double[] p = MODEL.probabilities(truth, x[i]);
            double u = random.nextDouble();
            arm[i] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
            y[i] = 2 * x[i][1] + arm[i] + random.nextGaussian();
            followed[i] = random.nextDouble() < LogisticNewton.probability(1 + x[i][1] - 0.5 * arm[i]);
        }
        beta = maximum(MODEL, x, arm);
        for (int i = 0; i < N; i++) {
            e[i] = MODEL.probabilities(beta, x[i]);
        }
    }

    @Test
    void at_the_maximum_the_expected_counts_and_sums_of_every_arm_are_those_seen() {
        double[] gradient = new double[MODEL.sums()];
        for (int i = 0; i < N; i++) {
            MODEL.add(x[i], arm[i], e[i], (at, v) -> gradient[at] += v);
            assertEquals(1, Arrays.stream(e[i]).sum(), 1e-15);
        }
        assertArrayEquals(new double[6], Arrays.copyOf(gradient, 6), 1e-9);
        assertTrue(MODEL.minusLogLikelihood(gradient) < N * StrictMath.log(3));
    }

    @Test
    void two_arms_are_logistic_regression() {
        MultinomialLogit two = new MultinomialLogit(2, 3);
        double[] b = {0.3, -1, 0.5};
        double expected = LogisticNewton.probability(Matrices.dot(b, x[0]));
        assertEquals(expected, two.probabilities(b, x[0])[1], 1e-15);
        assertEquals(1, two.probabilities(new double[] {-1000, 0, 0}, x[0])[0]);
        double[] sums = new double[two.sums()];
        two.add(x[0], 1, two.probabilities(b, x[0]), (at, v) -> sums[at] += v);
        assertEquals(LogisticNewton.deviance(Matrices.dot(b, x[0]), true), two.minusLogLikelihood(sums), 1e-14);
    }

    @ParameterizedTest
    @EnumSource(PropensityWeight.class)
    void weighted_means_have_the_error_of_the_stacked_equations(PropensityWeight tilt) {
        TiltedMeans statistic = new TiltedMeans(MODEL, tilt, 2);
        double[] sums = new double[statistic.sums()];
        for (int i = 0; i < N; i++) {
            statistic.add(x[i], arm[i], e[i], y[i], (at, v) -> sums[at] += v);
        }
        TiltedMeans.Means means = statistic.of(sums);
        double[] theta = Arrays.copyOf(beta, 9);
        System.arraycopy(means.mean(), 0, theta, 6, 3);
        double expected = StackedEquations.error(
                (i, t) -> {
                    double[] at = MODEL.probabilities(Arrays.copyOf(t, 6), x[i]);
                    double[] psi = scores(i, at, 9);
                    psi[6 + arm[i]] = tilt.of(at, arm[i], 2) * (y[i] - t[6 + arm[i]]);
                    return psi;
                },
                theta,
                N,
                CLUSTERS,
                t -> t[8] - t[6]);
        double squares = squares(i -> means.influence(x[i], arm[i], e[i], y[i], 2, 0));
        Estimate difference = estimate(means.conclude(2, 0, squares, CLUSTERS));
        assertEquals(expected, difference.stdError(), 1e-8 * expected);
        assertEquals(CLUSTERS - 1, difference.df());
        assertTrue(means.effectiveSize()[1] <= N);
    }

    @ParameterizedTest
    @EnumSource(PropensityWeight.class)
    void augmented_means_have_the_error_of_the_stacked_equations(PropensityWeight tilt) {
        AugmentedMeans statistic = new AugmentedMeans(MODEL, tilt, 2, outcomes());
        double[] sums = new double[statistic.sums()];
        for (int i = 0; i < N; i++) {
            statistic.add(x[i], arm[i], e[i], y[i], (at, v) -> sums[at] += v);
        }
        AugmentedMeans.Means means = statistic.of(sums);
        double[] theta = new double[21];
        System.arraycopy(beta, 0, theta, 0, 6);
        double[] tau = {0, 0, 0};
        double[] h = {0, 0, 0};
        double[] rho = {0, 0, 0};
        double[] w = {0, 0, 0};
        for (int i = 0; i < N; i++) {
            for (int k = 0; k < 3; k++) {
                double m = Matrices.dot(x[i], statistic.outcome()[k].beta());
                h[k] += tilt.of(e[i], k, 2) * e[i][k];
                tau[k] += tilt.of(e[i], k, 2) * e[i][k] * m;
                w[k] += arm[i] == k ? tilt.of(e[i], k, 2) : 0;
                rho[k] += arm[i] == k ? tilt.of(e[i], k, 2) * (y[i] - m) : 0;
            }
        }
        for (int k = 0; k < 3; k++) {
            System.arraycopy(statistic.outcome()[k].beta(), 0, theta, 6 + 3 * k, 3);
            theta[15 + k] = tau[k] / h[k];
            theta[18 + k] = rho[k] / w[k];
            assertEquals(theta[15 + k] + theta[18 + k], means.mean(k), 1e-12);
        }
        double expected = StackedEquations.error(
                (i, t) -> augmented(tilt, i, t), theta, N, CLUSTERS, t -> t[17] + t[20] - t[15] - t[18]);
        double squares = squares(i -> means.influence(x[i], arm[i], e[i], y[i], 2, 0));
        assertEquals(expected, estimate(means.conclude(2, 0, squares, CLUSTERS)).stdError(), 1e-8 * expected);
    }

    @Test
    void an_outcome_that_the_regression_explains_wholly_is_estimated_without_error_whatever_the_weights() {
        double[] exact = new double[N];
        for (int i = 0; i < N; i++) {
            exact[i] = 3 * x[i][1] - x[i][2] + 2 * arm[i];
        }
        System.arraycopy(exact, 0, y, 0, N);
        AugmentedMeans statistic = new AugmentedMeans(MODEL, PropensityWeight.ALL, 2, outcomes());
        double[] sums = new double[statistic.sums()];
        for (int i = 0; i < N; i++) {
            statistic.add(x[i], arm[i], e[i], y[i], (at, v) -> sums[at] += v);
        }
        assertEquals(4, statistic.of(sums).mean(2) - statistic.of(sums).mean(0), 1e-10);
    }

    @Test
    void means_of_all_patients_from_those_followed_have_the_error_of_the_stacked_equations() {
        FollowedMeans statistic = new FollowedMeans(3, 4);
        double[][] z = new double[N][];
        int[] seen = new int[N];
        for (int i = 0; i < N; i++) {
            z[i] = new double[] {1, x[i][1], x[i][2], arm[i]};
            seen[i] = followed[i] ? 1 : 0;
        }
        MultinomialLogit follow = new MultinomialLogit(2, 4);
        double[] gamma = maximum(follow, z, seen);
        double[] sums = new double[statistic.sums()];
        double[] probability = new double[N];
        for (int i = 0; i < N; i++) {
            probability[i] = follow.probabilities(gamma, z[i])[1];
            statistic.add(
                    z[i],
                    arm[i],
                    followed[i],
                    probability[i],
                    followed[i] ? y[i] : Double.NaN,
                    (at, v) -> sums[at] += v);
        }
        FollowedMeans.Means means = statistic.of(sums);
        double[] theta = Arrays.copyOf(gamma, 7);
        System.arraycopy(means.mean(), 0, theta, 4, 3);
        double expected = StackedEquations.error(
                (i, t) -> {
                    double p = follow.probabilities(Arrays.copyOf(t, 4), z[i])[1];
                    double[] psi = new double[7];
                    for (int j = 0; j < 4; j++) {
                        psi[j] = z[i][j] * (seen[i] - p);
                    }
                    psi[4 + arm[i]] = followed[i] ? (y[i] - t[4 + arm[i]]) / p : 0;
                    return psi;
                },
                theta,
                N,
                CLUSTERS,
                t -> t[5] - t[4]);
        double squares = squares(i -> means.influence(z[i], arm[i], followed[i], probability[i], y[i], 1, 0));
        assertEquals(expected, estimate(means.conclude(1, 0, squares, CLUSTERS)).stdError(), 1e-8 * expected);
        assertEquals(2, FollowedMeans.inverse(0.5));
        assertEquals(1.2, FollowedMeans.stabilised(0.5, 0.6));
    }

    @Test
    void overlap_weights_of_two_arms_are_those_of_their_own_class() {
        MultinomialLogit two = new MultinomialLogit(2, 3);
        int[] side = Arrays.stream(arm).map(a -> a == 2 ? 1 : 0).toArray();
        double[] b = maximum(two, x, side);
        TiltedMeans statistic = new TiltedMeans(two, PropensityWeight.OVERLAP, 1);
        double[] sums = new double[statistic.sums()];
        double[] s = new double[4];
        double[][] d = new double[4][3];
        for (int i = 0; i < N; i++) {
            double[] p = two.probabilities(b, x[i]);
            statistic.add(x[i], side[i], p, y[i], (at, v) -> sums[at] += v);
            int from = side[i] == 1 ? 0 : 2;
            s[from] += 1 - p[side[i]];
            s[from + 1] += (1 - p[side[i]]) * y[i];
            for (int j = 0; j < 3; j++) {
                d[from][j] += p[0] * p[1] * x[i][j];
                d[from + 1][j] += p[0] * p[1] * x[i][j] * y[i];
            }
        }
        OverlapWeights own = OverlapWeights.of(
                new OverlapSums(two.information(sums, 0), s[0], s[1], s[2], s[3], d[0], d[1], d[2], d[3]));
        TiltedMeans.Means means = statistic.of(sums);
        assertEquals(own.difference(), means.mean()[1] - means.mean()[0], 1e-12);
        for (int i = 0; i < N; i++) {
            double[] p = two.probabilities(b, x[i]);
            double expected = own.influence(x[i], side[i] == 1, p[1], y[i]);
            assertEquals(expected, means.influence(x[i], side[i], p, y[i], 1, 0), 1e-12);
        }
    }

    @Test
    void separation_and_absurd_fits_are_told_from_good_ones() {
        double[][] ten = {{10, 0}, {0, 10}};
        double[] sd = {0, 1};
        assertEquals(LogisticDiagnosis.FINE, LogisticDiagnosis.of(new double[] {0, 1}, sd, ten, true, 50, 100));
        assertEquals(LogisticDiagnosis.ABSURD, LogisticDiagnosis.of(new double[] {0, 6}, sd, ten, true, 50, 100));
        assertEquals(
                LogisticDiagnosis.NOT_CONVERGED, LogisticDiagnosis.of(new double[] {0, 1}, sd, ten, false, 50, 100));
        assertEquals(LogisticDiagnosis.SEPARATED, LogisticDiagnosis.of(new double[] {0, 20}, sd, ten, true, 50, 100));
        assertEquals(LogisticDiagnosis.SEPARATED, LogisticDiagnosis.of(new double[] {0, 1}, sd, null, true, 50, 100));
        assertEquals(LogisticDiagnosis.SEPARATED, LogisticDiagnosis.of(new double[] {0, 1}, sd, ten, true, 1e-9, 100));
        double[][] flat = {{10, 0}, {0, 1e-4}};
        assertEquals(LogisticDiagnosis.SEPARATED, LogisticDiagnosis.of(new double[] {0, 1}, sd, flat, true, 50, 100));
    }

    @Test
    void a_covariate_that_decides_the_arm_is_found_out_on_the_way() {
        MultinomialLogit two = new MultinomialLogit(2, 2);
        double[] b = new double[2];
        LogisticDiagnosis found = LogisticDiagnosis.NOT_CONVERGED;
        for (int step = 0; step < 60 && found == LogisticDiagnosis.NOT_CONVERGED; step++) {
            double[] sums = new double[two.sums()];
            for (int i = -10; i < 10; i++) {
                double[] row = {1, i + 0.5};
                two.add(row, i < 0 ? 0 : 1, two.probabilities(b, row), (at, v) -> sums[at] += v);
            }
            double[] add = two.step(sums);
            b = add == null ? b : Matrices.plus(b, add);
            double[][] information = add == null ? null : two.information(sums, 2);
            found = LogisticDiagnosis.of(
                    b, new double[] {0, 5.8}, information, false, two.minusLogLikelihood(sums), 20);
        }
        assertEquals(LogisticDiagnosis.SEPARATED, found);
    }

    private double[] augmented(PropensityWeight tilt, int i, double[] t) {
        double[] at = MODEL.probabilities(Arrays.copyOf(t, 6), x[i]);
        double[] psi = scores(i, at, 21);
        for (int k = 0; k < 3; k++) {
            double m = 0;
            for (int j = 0; j < 3; j++) {
                m += x[i][j] * t[6 + 3 * k + j];
            }
            double w = tilt.of(at, k, 2);
            psi[15 + k] = w * at[k] * (m - t[15 + k]);
            if (arm[i] == k) {
                psi[18 + k] = w * (y[i] - m - t[18 + k]);
                for (int j = 0; j < 3; j++) {
                    psi[6 + 3 * k + j] = x[i][j] * (y[i] - m);
                }
            }
        }
        return psi;
    }

    private double[] scores(int i, double[] at, int size) {
        double[] psi = new double[size];
        for (int j = 0; j < 6; j++) {
            psi[j] = MODEL.score(x[i], arm[i], at, j);
        }
        return psi;
    }

    private LeastSquares[] outcomes() {
        LeastSquares[] outcomes = new LeastSquares[3];
        for (int k = 0; k < 3; k++) {
            CrossProducts sum = CrossProducts.none(3);
            for (int i = 0; i < N; i++) {
                sum = arm[i] == k ? sum.plus(CrossProducts.ofRow(x[i], y[i])) : sum;
            }
            outcomes[k] = LeastSquares.fit(sum);
        }
        return outcomes;
    }

    private static double squares(java.util.function.IntToDoubleFunction influence) {
        double squares = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            double sum = 0;
            for (int i = c; i < N; i += CLUSTERS) {
                sum += influence.applyAsDouble(i);
            }
            squares += sum * sum;
        }
        return squares;
    }

    static double[] maximum(MultinomialLogit model, double[][] rows, int[] arms) {
        double[] b = new double[model.coefficients()];
        for (int step = 0; step < 30; step++) {
            double[] sums = new double[model.sums()];
            for (int i = 0; i < rows.length; i++) {
                model.add(rows[i], arms[i], model.probabilities(b, rows[i]), (at, v) -> sums[at] += v);
            }
            double[] add = model.step(sums);
            assertNotNull(add);
            b = Matrices.plus(b, add);
        }
        return b;
    }

    @ParameterizedTest
    @EnumSource(PropensityWeight.class)
    void of_two_arms_a_weight_and_its_slope_are_those_of_many_arms(PropensityWeight weight) {
        for (double e : new double[] {0.01, 0.2, 0.49, 0.6, 0.97}) {
            for (int side = 0; side < 2; side++) {
                double[] both = {1 - e, e};
                double slope = weight.slope(both, side, 1)[0];
                assertEquals(weight.of(both, side, 1), weight.of(e, side == 1), 1e-12);
                assertEquals(slope, weight.slope(e, side == 1), 1e-12 * (1 + Math.abs(slope)));
            }
        }
    }
}
