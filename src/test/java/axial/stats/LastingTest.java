package axial.stats;

import static axial.stats.Sample.estimate;
import static axial.stats.Sample.moments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whether a change lasts: shares and differences between windows that the same patients were seen in. */
class LastingTest {
    @RepeatedTest(20)
    void fiellers_set_is_every_ratio_that_its_test_does_not_reject(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Estimate earlier = Estimate.wald(random.nextGaussian() * 2, 0.2 + random.nextDouble(), 30);
        Estimate later = Estimate.wald(random.nextGaussian(), 0.2 + random.nextDouble(), 30);
        double covariance = (random.nextDouble() - 0.3) * earlier.stdError() * later.stdError();
        RetentionRatio retention = RetentionRatio.of(earlier, later, covariance, 30);
        double t = StudentT.quantile(0.975, 30);
        for (double r = -20; r < 20; r += 0.0137) {
            double variance = square(later.stdError()) - 2 * r * covariance + r * r * square(earlier.stdError());
            boolean kept = Math.abs(later.value() - r * earlier.value()) <= t * Math.sqrt(variance);
            assertEquals(kept, retention.holds(r), "ratio " + r + " of " + retention);
        }
        assertTrue(retention.holds(retention.ratio().value()));
    }

    @Test
    void half_of_a_sure_change_is_left_with_an_interval_around_a_half() {
        PairedMoments pair = new PairedMoments(100, -2, -1, 4, 4, 2);
        RetentionRatio retention = RetentionRatio.of(pair);
        assertEquals(RetentionRatio.Shape.INTERVAL, retention.shape());
        assertEquals(0.5, retention.ratio().value());
        // Delta method: (0.04 − 0.02 + 0.01)/4, in standard errors.
        assertEquals(Math.sqrt(0.03) / 2, retention.ratio().stdError(), 1e-15);
        assertTrue(retention.low() < 0.5 && retention.high() > 0.5);
    }

    @Test
    void of_a_change_that_may_be_none_any_share_may_be_left() {
        Estimate unsure = Estimate.wald(0.1, 1, 50);
        assertEquals(
                RetentionRatio.Shape.EVERYTHING,
                RetentionRatio.of(unsure, Estimate.wald(0.2, 1, 50), 0, 50).shape());
        assertEquals(
                RetentionRatio.Shape.OUTSIDE,
                RetentionRatio.of(unsure, Estimate.wald(4, 1, 50), 0, 50).shape());
    }

    @Test
    void paired_moments_from_sums_are_those_of_the_values() {
        double[] a = {-2, -1, 0, -3, -4};
        double[] b = {-1, -1, 1, -2, -5};
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < 5; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        PairedMoments pair = PairedMoments.of(5, -10, -8, aa, bb, ab);
        assertEquals(moments(a).variance(), pair.earlierVariance(), 1e-14);
        assertEquals(moments(1, 0, 1, 1, -1).variance(), pair.growth().variance(), 1e-14);
        assertEquals(0.4, pair.growth().mean(), 1e-15);
    }

    @Test
    void the_decay_of_a_difference_is_welchs_difference_of_each_patients_growth() {
        Random random = new Random(2);
        double[][] grown = new double[2][];
        PairedMoments[] pairs = new PairedMoments[2];
        for (int arm = 0; arm < 2; arm++) {
            int n = 20 + 5 * arm;
            grown[arm] = new double[n];
            double[] sums = new double[5];
            for (int i = 0; i < n; i++) {
                double a = random.nextGaussian();
                double b = a / 2 + random.nextGaussian();
                grown[arm][i] = b - a;
                double[] terms = {a, b, a * a, b * b, a * b};
                sums = Matrices.plus(sums, terms);
            }
            pairs[arm] = PairedMoments.of(n, sums[0], sums[1], sums[2], sums[3], sums[4]);
        }
        Estimate expected = estimate(WelchDifference.of(moments(grown[0]), moments(grown[1])));
        Estimate decay = estimate(ContrastDecay.of(pairs[0], pairs[1]));
        assertEquals(expected.value(), decay.value(), 1e-12);
        assertEquals(expected.stdError(), decay.stdError(), 1e-12);
        assertEquals(expected.df(), decay.df(), 1e-9);
    }

    @Test
    void estimates_that_share_patients_differ_more_surely_than_apart() {
        Estimate earlier = Estimate.wald(2, 0.5, 40);
        Estimate later = Estimate.wald(1, 0.5, 40);
        Estimate decay = estimate(ContrastDecay.of(earlier, later, 0.15, 40));
        assertEquals(-1, decay.value());
        assertEquals(Math.sqrt(0.2), decay.stdError(), 1e-15);
        assertInstanceOf(NotEstimable.class, ContrastDecay.of(earlier, later, 0.25, 40));
    }

    private static double square(double v) {
        return v * v;
    }
}
