package axial.stats;

import static axial.stats.Sample.estimate;
import static axial.stats.Sample.map;
import static axial.stats.Sample.moments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold whatever the data: seeded random data, no reference. */
class LawTest {
    @RepeatedTest(20)
    void swapping_the_arms_turns_the_sign(RepetitionInfo seed) {
        double[][] arms = arms(seed);
        Moments one = moments(arms[0]);
        Moments other = moments(arms[1]);
        same(
                estimate(WelchDifference.of(other, one)),
                estimate(WelchDifference.of(one, other)).times(-1));
        same(estimate(HedgesG.of(other, one)), estimate(HedgesG.of(one, other)).times(-1));
        Estimate rank = estimate(ProbabilityOfSuperiority.of(counts(arms[0]), counts(arms[1])));
        Estimate turned = estimate(ProbabilityOfSuperiority.of(counts(arms[1]), counts(arms[0])));
        assertEquals(1, rank.value() + turned.value(), 1e-12);
        assertEquals(rank.pValue(), turned.pValue(), 1e-12);
    }

    @RepeatedTest(20)
    void a_shift_leaves_the_difference_and_a_scale_leaves_g(RepetitionInfo seed) {
        double[][] arms = arms(seed);
        Moments one = moments(arms[0]);
        Moments other = moments(arms[1]);
        Estimate difference = estimate(WelchDifference.of(one, other));
        same(
                difference,
                estimate(WelchDifference.of(moments(map(arms[0], v -> v + 7)), moments(map(arms[1], v -> v + 7)))));
        Moments scaledOne = moments(map(arms[0], v -> 3 * v));
        Moments scaledOther = moments(map(arms[1], v -> 3 * v));
        same(difference.times(3), estimate(WelchDifference.of(scaledOne, scaledOther)));
        same(estimate(HedgesG.of(one, other)), estimate(HedgesG.of(scaledOne, scaledOther)));
    }

    @RepeatedTest(40)
    void the_interval_excludes_no_effect_exactly_when_p_is_below_a_twentieth(RepetitionInfo seed) {
        double[][] arms = arms(seed);
        Estimate mean = estimate(MeanChange.of(moments(arms[0])));
        assertEquals(mean.pValue() < 0.05, excludes(mean, 0));
        Estimate difference = estimate(WelchDifference.of(moments(arms[0]), moments(arms[1])));
        assertEquals(difference.pValue() < 0.05, excludes(difference, 0));
        Estimate rank = estimate(ProbabilityOfSuperiority.of(counts(arms[0]), counts(arms[1])));
        assertEquals(rank.pValue() < 0.05, excludes(rank, 0.5));
        Random random = new Random(seed.getCurrentRepetition());
        Estimate ratio = estimate(RiskRatio.of(1 + random.nextInt(29), 30, 1 + random.nextInt(39), 40));
        assertEquals(ratio.pValue() < 0.05, excludes(ratio, 1));
        assertTrue(ratio.low() < ratio.value() && ratio.value() < ratio.high());
    }

    @RepeatedTest(20)
    void a_regression_on_the_arm_alone_is_the_difference_of_the_means(RepetitionInfo seed) {
        double[][] arms = arms(seed);
        CrossProducts sum = CrossProducts.none(2);
        for (int arm = 0; arm < 2; arm++) {
            for (double y : arms[arm]) {
                sum = sum.plus(CrossProducts.ofRow(new double[] {1, 1 - arm}, y));
            }
        }
        Estimate coefficient = estimate(ClassicalInference.of(LeastSquares.fit(sum), 1));
        double sd = Moments.pooledSd(moments(arms[0]), moments(arms[1]));
        double error = sd * Math.sqrt(1.0 / arms[0].length + 1.0 / arms[1].length);
        assertEquals(moments(arms[0]).mean() - moments(arms[1]).mean(), coefficient.value(), 1e-12);
        assertEquals(error, coefficient.stdError(), 1e-12);
        assertEquals(arms[0].length + arms[1].length - 2, coefficient.df());
    }

    @Test
    void one_study_pools_to_itself() {
        RandomEffects pooled = RandomEffects.reml(List.of(new Study(0.4, 0.09)));
        assertEquals(0.4, pooled.pooled().value());
        assertEquals(Estimate.wald(0.4, Math.sqrt(0.09), Double.NaN), pooled.pooled());
        assertInstanceOf(NotEstimable.class, pooled.synthesis());
        assertEquals(0, pooled.tau2());
        assertEquals(100, pooled.weights().get(0), 1e-12);
        assertTrue(Double.isNaN(pooled.prediction().low()));
    }

    @RepeatedTest(20)
    void pooling_takes_no_notice_of_order_and_its_weights_add_to_a_hundred(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Study> studies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            studies.add(new Study(random.nextGaussian(), 0.05 + random.nextDouble()));
        }
        RandomEffects pooled = RandomEffects.reml(studies);
        java.util.Collections.reverse(studies);
        RandomEffects turned = RandomEffects.reml(studies);
        assertEquals(pooled.tau2(), turned.tau2(), 1e-10);
        same(pooled.pooled(), turned.pooled());
        assertEquals(100, pooled.weights().stream().mapToDouble(w -> w).sum(), 1e-9);
        assertTrue(pooled.prediction().low() <= pooled.pooled().low());
    }

    @Test
    void what_the_data_do_not_determine_is_not_estimated() {
        Moments one = moments(1);
        Moments flat = moments(2, 2, 2);
        assertInstanceOf(NotEstimable.class, MeanChange.of(one));
        assertInstanceOf(NotEstimable.class, MeanChange.of(flat));
        assertInstanceOf(NotEstimable.class, WelchDifference.of(one, flat));
        assertInstanceOf(NotEstimable.class, HedgesG.of(flat, flat));
        assertInstanceOf(NotEstimable.class, RiskRatio.of(0, 5, 2, 5));
        assertInstanceOf(NotEstimable.class, RiskRatio.of(2, 5, 5, 5));
        assertInstanceOf(NotEstimable.class, RiskDifference.newcombe(0, 0, 2, 5));
        assertInstanceOf(
                NotEstimable.class, ProbabilityOfSuperiority.of(Sample.counts(1, 2, 3), Sample.counts(4, 5, 6)));
    }

    @Test
    void verdicts_exclude_each_other_in_their_order() {
        assertEquals(NonInferiority.Verdict.INFERIOR, verdict(-3, 0.5));
        assertEquals(NonInferiority.Verdict.SUPERIOR, verdict(0.5, 0.2));
        assertEquals(NonInferiority.Verdict.EQUIVALENT, verdict(0.1, 0.2));
        assertEquals(NonInferiority.Verdict.NON_INFERIOR, verdict(0.8, 0.5));
        assertEquals(NonInferiority.Verdict.INCONCLUSIVE, verdict(0, 3));
    }

    private static NonInferiority.Verdict verdict(double benefit, double error) {
        return NonInferiority.of(Estimate.wald(benefit, error, 20), 1, 20).verdict();
    }

    private static boolean excludes(Estimate estimate, double none) {
        return estimate.low() > none || estimate.high() < none;
    }

    private static ValueCounts counts(double[] values) {
        return Sample.counts(Arrays.stream(values).mapToLong(Math::round).toArray());
    }

    private static double[][] arms(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        double[] one = Sample.normal(random, 5 + random.nextInt(30), -1, 2);
        return new double[][] {one, Sample.normal(random, 5 + random.nextInt(30), -2, 1.5)};
    }

    private static void same(Estimate expected, Estimate actual) {
        assertEquals(expected.value(), actual.value(), 1e-9);
        assertEquals(expected.stdError(), actual.stdError(), 1e-9);
        assertEquals(expected.low(), actual.low(), 1e-9);
        assertEquals(expected.high(), actual.high(), 1e-9);
        assertEquals(expected.pValue(), actual.pValue(), 1e-9);
    }
}
