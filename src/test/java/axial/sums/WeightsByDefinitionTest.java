package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.evidence.Evidence;
import axial.stats.StackedEquations;
import axial.sums.MadePatients.Row;
import axial.tables.EstimateRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

/** From visits to weighted differences, against the definitions written out in plain doubles with numeric sandwiches. */
class WeightsByDefinitionTest {
    private static final double NEAR = 1e-6;

    private static Evidence evidence(String cluster, List<Row> rows) throws Exception {
        var job = MadePatients.job(cluster);
        return InMemory.of(job, MadePatients.visits(job, rows)).evidence();
    }

    private static Map<String, EstimateRow> found(Evidence evidence) {
        Map<String, EstimateRow> found = new HashMap<>();
        evidence.estimates()
                .forEach(row -> found.put(row.question() + "/" + row.estimator() + "/" + row.metric(), row));
        return found;
    }

    private static void assertFound(Map<String, EstimateRow> found, String key, double value, double error) {
        EstimateRow row = Objects.requireNonNull(found.get(key), key);
        assertEquals(value, row.estimate(), Math.abs(value) * NEAR, key);
        assertEquals(error, row.stdError(), error * 10 * NEAR, key + " standard error");
    }

    /** The probability of each arm at coefficients laid out by arm, arm 0 left out. */
    static double[] probabilities(double[] beta, double[] x, int arms) {
        double[] e = new double[arms];
        double sum = 0;
        for (int k = 0; k < arms; k++) {
            double eta = 0;
            for (int j = 0; j < x.length && k > 0; j++) {
                eta += beta[(k - 1) * x.length + j] * x[j];
            }
            e[k] = Math.exp(eta);
            sum += e[k];
        }
        for (int k = 0; k < arms; k++) {
            e[k] /= sum;
        }
        return e;
    }

    /** The score of one row, by arm. */
    private static double[] score(double[] beta, double[] x, int label, int arms) {
        double[] e = probabilities(beta, x, arms);
        double[] score = new double[beta.length];
        for (int i = 0; i < score.length; i++) {
            score[i] = x[i % x.length] * ((label == i / x.length + 1 ? 1 : 0) - e[i / x.length + 1]);
        }
        return score;
    }

    /** The maximum of the likelihood, by Newton with numeric slopes. */
    static double[] maximum(List<double[]> x, int[] labels, int arms) {
        int p = (arms - 1) * x.get(0).length;
        double[] beta = new double[p];
        for (int step = 0; step < 60; step++) {
            double[] gradient = total(beta, x, labels, arms);
            double[][] slope = new double[p][p];
            for (int j = 0; j < p; j++) {
                double[] up = beta.clone();
                double[] down = beta.clone();
                up[j] += 1e-5;
                down[j] -= 1e-5;
                double[] high = total(up, x, labels, arms);
                double[] low = total(down, x, labels, arms);
                for (int i = 0; i < p; i++) {
                    slope[i][j] = (low[i] - high[i]) / 2e-5;
                }
            }
            double[] move = new LUDecomposition(new Array2DRowRealMatrix(slope))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient))
                    .toArray();
            for (int i = 0; i < p; i++) {
                beta[i] += move[i];
            }
        }
        return beta;
    }

    private static double[] total(double[] beta, List<double[]> x, int[] labels, int arms) {
        double[] sum = new double[beta.length];
        for (int i = 0; i < labels.length; i++) {
            double[] score = score(beta, x.get(i), labels[i], arms);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += score[j];
            }
        }
        return sum;
    }

    private static double[] joined(double[] first, double... rest) {
        double[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    /** Weighted means of arms with their sandwich: weight of (propensities, arm). */
    private static double[] weighted(List<Row> rows, int arms, Weight weight, int one, int other) {
        List<double[]> x = rows.stream().map(Row::x).toList();
        double[] beta = maximum(x, rows.stream().mapToInt(Row::arm).toArray(), arms);
        double[] w = new double[arms];
        double[] wy = new double[arms];
        for (Row row : rows) {
            double own = weight.of(probabilities(beta, row.x(), arms), row.arm());
            w[row.arm()] += own;
            wy[row.arm()] += own * row.change();
        }
        double[] mean = new double[arms];
        Arrays.setAll(mean, k -> wy[k] / w[k]);
        int p = beta.length;
        double error = StackedEquations.error(
                (i, theta) -> {
                    Row row = rows.get(i);
                    double[] b = Arrays.copyOf(theta, p);
                    double[] psi = joined(score(b, row.x(), row.arm(), arms), new double[arms]);
                    psi[p + row.arm()] = weight.of(probabilities(b, row.x(), arms), row.arm())
                            * (row.change() - theta[p + row.arm()]);
                    return psi;
                },
                joined(beta, mean),
                rows.size(),
                MadePatients.CLINICS,
                theta -> theta[p + one] - theta[p + other]);
        return new double[] {mean[one] - mean[other], error};
    }

    private interface Weight {
        double of(double[] e, int arm);
    }

    @Test
    void among_all_and_among_the_treated_means_are_hajek_s_with_stacked_errors() throws Exception {
        List<Row> rows = MadePatients.rows(new Random(11), 360, 2, 0);
        Map<String, EstimateRow> found = found(evidence("clinic_id", rows));
        double[] all = weighted(rows, 2, (e, arm) -> 1 / e[arm], 1, 0);
        assertFound(found, "one/inverse_probability/mean_difference", all[0], all[1]);
        double[] treated = weighted(rows, 2, (e, arm) -> e[1] / e[arm], 1, 0);
        assertFound(found, "one/treated_weighted/mean_difference", treated[0], treated[1]);
        double[] overlap = weighted(rows, 2, (e, arm) -> 1 - e[arm], 1, 0);
        assertFound(found, "one/overlap_weighted/mean_difference", overlap[0], overlap[1]);
    }

    @Test
    void the_doubly_robust_difference_is_that_of_its_stacked_equations() throws Exception {
        List<Row> rows = MadePatients.rows(new Random(12), 360, 2, 0);
        List<double[]> x = rows.stream().map(Row::x).toList();
        double[] beta = maximum(x, rows.stream().mapToInt(Row::arm).toArray(), 2);
        double[] theta = joined(beta, regression(rows, 0));
        theta = joined(theta, regression(rows, 1));
        double[] sums = new double[6];
        for (Row row : rows) {
            double w = 1 / probabilities(beta, row.x(), 2)[row.arm()];
            sums[0] += fitted(theta, row, 0);
            sums[1] += fitted(theta, row, 1);
            sums[2 + row.arm()] += w * (row.change() - fitted(theta, row, row.arm()));
            sums[4 + row.arm()] += w;
        }
        double n = rows.size();
        double[] means = {sums[0] / n, sums[1] / n, sums[2] / sums[4], sums[3] / sums[5]};
        ToDoubleFunction<double[]> difference = t -> t[13] + t[15] - t[12] - t[14];
        double[] at = joined(theta, means);
        double error = StackedEquations.error(
                (i, t) -> augmented(rows.get(i), t), at, rows.size(), MadePatients.CLINICS, difference);
        Map<String, EstimateRow> found = found(evidence("clinic_id", rows));
        assertFound(found, "one/augmented/mean_difference", difference.applyAsDouble(at), error);
    }

    private static double fitted(double[] theta, Row row, int arm) {
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            sum += theta[4 + 4 * arm + j] * row.x()[j];
        }
        return sum;
    }

    private static double[] augmented(Row row, double[] t) {
        double[] beta = Arrays.copyOf(t, 4);
        double[] psi = joined(score(beta, row.x(), row.arm(), 2), new double[12]);
        double residual = row.change() - fitted(t, row, row.arm());
        for (int j = 0; j < 4; j++) {
            psi[4 + 4 * row.arm() + j] = row.x()[j] * residual;
        }
        psi[12] = fitted(t, row, 0) - t[12];
        psi[13] = fitted(t, row, 1) - t[13];
        double w = 1 / probabilities(beta, row.x(), 2)[row.arm()];
        psi[14 + row.arm()] = w * (residual - t[14 + row.arm()]);
        return psi;
    }

    private static double[] regression(List<Row> rows, int arm) {
        double[][] xx = new double[4][4];
        double[] xy = new double[4];
        rows.stream().filter(row -> row.arm() == arm).forEach(row -> {
            for (int i = 0; i < 4; i++) {
                xy[i] += row.x()[i] * row.change();
                for (int j = 0; j < 4; j++) {
                    xx[i][j] += row.x()[i] * row.x()[j];
                }
            }
        });
        return new LUDecomposition(new Array2DRowRealMatrix(xx))
                .getSolver()
                .solve(new ArrayRealVector(xy))
                .toArray();
    }

    @Test
    void three_arms_at_once_are_weighted_by_the_multinomial_overlap() throws Exception {
        List<Row> rows = MadePatients.rows(new Random(13), 420, 3, 0);
        double[] found = weighted(
                rows,
                3,
                (e, arm) ->
                        1 / e[arm] / Arrays.stream(e).map(share -> 1 / share).sum(),
                1,
                0);
        assertFound(
                found(evidence("clinic_id", rows)),
                "one/overlap_weighted_all_arms/mean_difference",
                found[0],
                found[1]);
    }

    @Test
    void those_who_were_followed_stand_for_those_like_them_who_were_not() throws Exception {
        List<Row> rows = MadePatients.rows(new Random(14), 400, 2, 0.25);
        List<double[]> x = rows.stream().map(row -> joined(row.x(), row.arm())).toList();
        double[] beta =
                maximum(x, rows.stream().mapToInt(row -> row.followed() ? 1 : 0).toArray(), 2);
        double[] sums = new double[4];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).followed()) {
                double w = 1 / probabilities(beta, x.get(i), 2)[1];
                sums[rows.get(i).arm()] += w;
                sums[2 + rows.get(i).arm()] += w * rows.get(i).change();
            }
        }
        double[] at = joined(beta, sums[2] / sums[0], sums[3] / sums[1]);
        double error = StackedEquations.error(
                (i, t) -> {
                    Row row = rows.get(i);
                    double[] b = Arrays.copyOf(t, 5);
                    double[] psi = joined(score(b, x.get(i), row.followed() ? 1 : 0, 2), 0, 0);
                    if (row.followed()) {
                        psi[5 + row.arm()] = (row.change() - t[5 + row.arm()]) / probabilities(b, x.get(i), 2)[1];
                    }
                    return psi;
                },
                at,
                rows.size(),
                MadePatients.CLINICS,
                t -> t[6] - t[5]);
        assertFound(found(evidence("clinic_id", rows)), "one/followed_weighted/mean_difference", at[6] - at[5], error);
    }

    @Test
    void swapping_the_sides_turns_every_sign_and_nothing_else() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Map<String, EstimateRow> found =
                    found(evidence("clinic_id", MadePatients.rows(new Random(seed), 150, 3, 0.2)));
            for (String key : List.of(
                    "inverse_probability/mean_difference",
                    "augmented/mean_difference",
                    "overlap_weighted/mean_difference",
                    "overlap_weighted_all_arms/mean_difference",
                    "within_clinic/adjusted_difference",
                    "within_clinic/between_clinic_difference",
                    "followed_weighted/mean_difference")) {
                EstimateRow one = Objects.requireNonNull(found.get("one/" + key), key);
                EstimateRow other = Objects.requireNonNull(found.get("other/" + key), key);
                assertEquals(one.status(), other.status(), key);
                if (one.status() == EstimateRow.Status.ESTIMATED) {
                    assertEquals(one.estimate(), -other.estimate(), 1e-8, key);
                    assertEquals(one.stdError(), other.stdError(), 1e-8, key);
                    assertEquals(one.ciLow(), -other.ciHigh(), 1e-7, key);
                }
            }
            EstimateRow least = Objects.requireNonNull(found.get("one/worst_case/mean_difference_least"));
            EstimateRow most = Objects.requireNonNull(found.get("other/worst_case/mean_difference_most"));
            assertEquals(least.estimate(), -most.estimate(), 1e-10);
        }
    }

    @Test
    void overlap_weights_of_two_arms_balance_every_covariate() throws Exception {
        for (int seed = 100; seed < 120; seed++) {
            Evidence evidence = evidence("clinic_id", MadePatients.rows(new Random(seed), 150, 2, 0.1));
            var balance = evidence.balance();
            assertEquals(8, balance.size(), "two numbers, and every level of two categories");
            balance.forEach(row -> assertEquals(0, row.overlap().smd(), 1e-10, row.covariate()));
            assertTrue(
                    balance.stream().anyMatch(row -> Math.abs(row.unweighted().smd()) > 0.05));
        }
    }

    @Test
    void the_bins_of_propensity_and_the_strata_of_follow_up_add_up_to_the_whole() throws Exception {
        for (int seed = 200; seed < 210; seed++) {
            Evidence evidence = evidence("clinic_id", MadePatients.rows(new Random(seed), 200, 2, 0.3));
            Map<String, EstimateRow> found = found(evidence);
            long n = Objects.requireNonNull(found.get("one/ancova/adjusted_difference"))
                    .nArm();
            var bins = evidence.overlap().stream()
                    .filter(r -> r.question().equals("one")
                            && r.side().equals("arm")
                            && r.measure().equals("propensity"))
                    .toList();
            if (bins.stream().noneMatch(r -> r.n() < 0)) {
                assertEquals(n, bins.stream().mapToLong(r -> r.n()).sum());
            }
            for (String by : List.of("clinic_id", "baseline")) {
                var strata = evidence.missing().stream()
                        .filter(r -> r.question().equals("one") && r.arm().equals("manipulation"))
                        .toList();
                var all = strata.stream()
                        .filter(r -> r.by().equals("all"))
                        .findFirst()
                        .orElseThrow();
                var parts = strata.stream().filter(r -> r.by().equals(by)).toList();
                assertTrue(parts.size() > 1, by);
                if (parts.stream().noneMatch(r -> r.eligible() < 0)) {
                    assertEquals(
                            all.eligible(),
                            parts.stream().mapToLong(r -> r.eligible()).sum(),
                            by);
                    assertEquals(
                            all.followed(),
                            parts.stream().mapToLong(r -> r.followed()).sum(),
                            by);
                }
            }
        }
    }

    @Test
    void patients_may_be_the_clusters() throws Exception {
        EstimateRow row = found(evidence("none", MadePatients.rows(new Random(5), 200, 2, 0)))
                .get("one/inverse_probability/mean_difference");
        assertNotNull(row);
        assertEquals(199, row.df(), 0);
    }
}
