package axial.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Laws that every release keeps, each on ten thousand random data sets of whole scores; seeded. */
class CoherenceTest {
    private static final int SETS = 10_000;

    /** Changes of two arms on a scale of eleven points, of unequal size and spread. */
    private record Trial(long[] arm, long[] comparator, Random random) {
        Moments one() {
            return moments(arm, 1);
        }

        Moments other() {
            return moments(comparator, 1);
        }

        static Moments moments(long[] values, double unit) {
            return Sample.moments(
                    Arrays.stream(values).mapToDouble(v -> unit * v).toArray());
        }
    }

    private static void inEvery(long seed, Consumer<Trial> law) {
        Random random = new Random(seed);
        for (int i = 0; i < SETS; i++) {
            long[] arm = scores(random, 2 + random.nextInt(25), random.nextInt(7) - 6);
            law.accept(new Trial(arm, scores(random, 2 + random.nextInt(25), random.nextInt(7) - 6), random));
        }
    }

    private static long[] scores(Random random, int n, int around) {
        long[] scores = new long[n];
        for (int i = 0; i < n; i++) {
            scores[i] = around + Math.round(2 * random.nextGaussian());
        }
        return scores;
    }

    @Test
    void swapping_the_arms_flips_the_signs() {
        inEvery(1, trial -> {
            ValueCounts one = Sample.counts(trial.arm);
            ValueCounts other = Sample.counts(trial.comparator);
            flipped(WelchDifference.of(trial.one(), trial.other()), WelchDifference.of(trial.other(), trial.one()));
            flipped(RankBiserial.of(one, other), RankBiserial.of(other, one));
            flipped(QuantileShift.of(one, other, 0.5), QuantileShift.of(other, one, 0.5));
            int a = trial.random.nextInt(20);
            int b = trial.random.nextInt(30);
            flipped(RiskDifference.newcombe(a, 19, b, 29), RiskDifference.newcombe(b, 29, a, 19));
            assertEquals(
                    HedgesG.study(trial.one(), trial.other()).effect(),
                    -HedgesG.study(trial.other(), trial.one()).effect(),
                    1e-15);
            Finding rank = ProbabilityOfSuperiority.of(one, other);
            Finding turned = ProbabilityOfSuperiority.of(other, one);
            assertEquals(rank instanceof Estimate, turned instanceof Estimate);
            if (rank instanceof Estimate p && turned instanceof Estimate q) {
                assertEquals(1, p.value() + q.value(), 1e-12);
                assertEquals(1, p.low() + q.high(), 1e-11);
            }
        });
    }

    private static void flipped(Finding one, Finding other) {
        if (one instanceof Estimate a) {
            Estimate b = assertInstanceOf(Estimate.class, other);
            assertEquals(a.value(), -b.value(), 1e-12);
            assertEquals(a.low(), -b.high(), 1e-11);
            assertEquals(a.high(), -b.low(), 1e-11);
        } else {
            assertInstanceOf(NotEstimable.class, other);
        }
    }

    @Test
    void another_unit_leaves_g_and_its_variance_and_the_p_of_every_test() {
        inEvery(2, trial -> {
            double unit = 0.1 + 10 * trial.random.nextDouble();
            Moments one = Trial.moments(trial.arm, unit);
            Moments other = Trial.moments(trial.comparator, unit);
            if (!(Moments.pooledSd(one, other) > 1e-6)) {
                return;
            }
            Study study = HedgesG.study(trial.one(), trial.other());
            Study scaled = HedgesG.study(one, other);
            assertEquals(study.effect(), scaled.effect(), 1e-11 * (1 + Math.abs(study.effect())));
            assertEquals(study.variance(), scaled.variance(), 1e-11 * study.variance());
            if (WelchDifference.of(trial.one(), trial.other()) instanceof Estimate difference) {
                Estimate again = Sample.estimate(WelchDifference.of(one, other));
                assertEquals(difference.pValue(), again.pValue(), 1e-9);
                assertEquals(unit * difference.value(), again.value(), 1e-9);
            }
        });
    }

    @Test
    void the_interval_leaves_out_no_effect_exactly_when_p_is_below_a_twentieth() {
        inEvery(3, trial -> {
            agree(MeanChange.of(trial.one()), 0);
            agree(WelchDifference.of(trial.one(), trial.other()), 0);
            agree(ProbabilityOfSuperiority.of(Sample.counts(trial.arm), Sample.counts(trial.comparator)), 0.5);
            agree(RiskRatio.of(1 + trial.random.nextInt(18), 20, 1 + trial.random.nextInt(28), 30), 1);
            List<Study> studies = new ArrayList<>();
            for (int i = 0; i < 3 + trial.random.nextInt(6); i++) {
                studies.add(new Study(0.5 + trial.random.nextGaussian(), 0.05 + trial.random.nextDouble()));
            }
            agree(
                    RandomEffects.at(studies, BetweenStudyVariance.dersimonianLaird(studies))
                            .synthesis(),
                    0);
            CrossProducts rows = rows(trial);
            agree(ClassicalInference.of(LeastSquares.fit(rows), 1), 0);
        });
    }

    private static void agree(Finding finding, double none) {
        if (finding instanceof Estimate e) {
            assertEquals(e.pValue() < 0.05, e.low() > none || e.high() < none, e.toString());
            assertTrue(e.low() <= e.value() && e.value() <= e.high());
        }
    }

    @Test
    void equivalence_holds_exactly_when_the_ninety_percent_interval_is_inside() {
        inEvery(4, trial -> {
            double margin = 0.2 + 3 * trial.random.nextDouble();
            if (WelchDifference.of(trial.one(), trial.other()) instanceof Estimate difference) {
                Equivalence both = Equivalence.of(difference, margin);
                assertEquals(both.pValue() < 0.05, both.low() > -margin && both.high() < margin);
                assertEquals(both.holds(), both.pValue() < 0.05);
                NonInferiority.Conclusion conclusion = NonInferiority.of(difference, margin, difference.df());
                assertEquals(conclusion.pValue() < 0.025, difference.low() > -margin);
                boolean notWorse = conclusion.verdict() == NonInferiority.Verdict.NON_INFERIOR;
                assertTrue(!notWorse || conclusion.pValue() < 0.025);
                boolean equivalent = conclusion.verdict() == NonInferiority.Verdict.EQUIVALENT;
                assertTrue(!equivalent || both.holds());
            }
        });
    }

    @Test
    void a_mixed_model_of_two_windows_without_gaps_is_the_paired_t_test() {
        int[] estimated = {0};
        inEvery(5, trial -> {
            int n = trial.arm.length;
            double[] grown = new double[n];
            PatternSums sums = null;
            for (int i = 0; i < n; i++) {
                double later = trial.arm[i] / 2 + Math.round(2 * trial.random.nextGaussian());
                grown[i] = later - trial.arm[i];
                PatternSums patient = PatternSums.ofPatient(new double[] {1}, new double[] {trial.arm[i], later});
                sums = sums == null ? patient : sums.plus(patient);
            }
            assertNotNull(sums);
            MixedModelRepeatedMeasures model =
                    MixedModelRepeatedMeasures.fit(RepeatedMeasuresDesign.full(2, 1), List.of(sums));
            if (n > 3 && model.growth(0, 0, 1) instanceof Estimate change) {
                Estimate paired = Sample.estimate(MeanChange.of(Sample.moments(grown)));
                assertEquals(paired.value(), change.value(), 1e-9);
                assertEquals(paired.stdError(), change.stdError(), 1e-7 * paired.stdError());
                assertEquals(n - 1, change.df(), 1e-4 * n);
                estimated[0]++;
            }
        });
        assertTrue(estimated[0] > 8 * SETS / 10, "only " + estimated[0]);
    }

    @Test
    void one_clinic_pooled_is_the_clinic_to_the_last_bit() {
        inEvery(6, trial -> {
            Study study = HedgesG.study(trial.one(), trial.other());
            if (Double.isNaN(study.effect())) {
                return;
            }
            RandomEffects pooled = RandomEffects.reml(List.of(study));
            assertEquals(study.effect(), pooled.pooled().value());
            assertEquals(Math.sqrt(study.variance()), pooled.pooled().stdError());
            assertEquals(0, pooled.tau2());
            assertInstanceOf(NotEstimable.class, pooled.synthesis());
        });
    }

    @Test
    void overlap_weights_of_two_arms_balance_every_covariate() {
        MultinomialLogit model = new MultinomialLogit(2, 3);
        int[] fitted = {0};
        inEvery(7, trial -> {
            int n = 40;
            double[][] x = new double[n][];
            int[] arm = new int[n];
            for (int i = 0; i < n; i++) {
                x[i] = new double[] {1, trial.random.nextGaussian(), trial.random.nextInt(2)};
                arm[i] = trial.random.nextDouble() < LogisticNewton.probability(0.6 * x[i][1] - 0.2) ? 1 : 0;
            }
            double[] beta = fitted(model, x, arm);
            if (beta.length == 0) {
                return; // separated
            }
            double[] difference = new double[3];
            double weight = 0;
            for (int i = 0; i < n; i++) {
                double[] e = model.probabilities(beta, x[i]);
                double w = PropensityWeight.OVERLAP.of(e, arm[i], 1);
                weight += arm[i] == 1 ? w : 0;
                for (int j = 0; j < 3; j++) {
                    difference[j] += (arm[i] == 1 ? w : -w) * x[i][j];
                }
            }
            for (double d : difference) {
                assertEquals(0, d / weight, 1e-10);
            }
            fitted[0]++;
        });
        assertTrue(fitted[0] > 95 * SETS / 100, "only " + fitted[0]);
    }

    private static double[] fitted(MultinomialLogit model, double[][] x, int[] arm) {
        double[] beta = new double[model.coefficients()];
        for (int step = 0; step < 25; step++) {
            double[] sums = new double[model.sums()];
            for (int i = 0; i < x.length; i++) {
                model.add(x[i], arm[i], model.probabilities(beta, x[i]), (at, v) -> sums[at] += v);
            }
            double[] add = model.step(sums);
            if (add == null) {
                return new double[0];
            }
            beta = Matrices.plus(beta, add);
            if (Arrays.stream(add).map(Math::abs).max().orElse(0) < 1e-12) {
                return beta;
            }
        }
        return new double[0];
    }

    @Test
    void the_sums_of_strata_are_those_of_the_whole() {
        inEvery(8, trial -> {
            CrossProducts whole = rows(trial);
            CrossProducts[] strata = {CrossProducts.none(3), CrossProducts.none(3), CrossProducts.none(3)};
            each(trial, (x, y) -> {
                int stratum = trial.random.nextInt(3);
                strata[stratum] = strata[stratum].plus(CrossProducts.ofRow(x, y));
            });
            CrossProducts sum = strata[0].plus(strata[1]).plus(strata[2]);
            assertEquals(whole.n(), sum.n());
            assertEquals(whole.yy(), sum.yy());
            assertArrayEquals(whole.xy(), sum.xy());
            assertArrayEquals(whole.xx(), sum.xx());
            assertArrayEquals(
                    LeastSquares.fit(whole).beta(), LeastSquares.fit(sum).beta());
        });
    }

    private static CrossProducts rows(Trial trial) {
        CrossProducts[] sum = {CrossProducts.none(3)};
        each(trial, (x, y) -> sum[0] = sum[0].plus(CrossProducts.ofRow(x, y)));
        return sum[0];
    }

    /** Columns 1, arm and a whole covariate that follows from the place of the patient. */
    private static void each(Trial trial, java.util.function.BiConsumer<double[], Double> row) {
        for (int i = 0; i < trial.arm.length; i++) {
            row.accept(new double[] {1, 1, i * 7 % 5}, (double) trial.arm[i]);
        }
        for (int i = 0; i < trial.comparator.length; i++) {
            row.accept(new double[] {1, 0, i * 3 % 4}, (double) trial.comparator[i]);
        }
    }
}
