package axial.stats;

import static axial.stats.Sample.counts;
import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WhoGainsTest {
    /** Fifteen p values of thrombolysis: Benjamini and Hochberg 1995, section 4. */
    private static final double[] THROMBOLYSIS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000
    };

    @Test
    void holm_and_benjamini_and_hochberg_adjust_the_thrombolysis_trial_as_r_and_reject_three_and_four() {
        double[] holm = {0.0015, 0.0056, 0.0247, 0.1140, 0.2211, 0.2780, 0.2780, 0.2780, 0.3213, 1, 1, 1, 1, 1, 1};
        double[] hochberg = {
            0.0015,
            0.0030,
            0.0095,
            0.035625,
            0.0603,
            0.0638571428571429,
            0.0638571428571429,
            0.0645,
            0.0765,
            0.4860,
            0.5811818181818181,
            0.7148749999999999,
            0.7532307692307693,
            0.8132142857142857,
            1
        };
        assertArrayEquals(holm, Multiplicity.holm(THROMBOLYSIS), 1e-12);
        assertArrayEquals(hochberg, Multiplicity.benjaminiHochberg(THROMBOLYSIS), 1e-12);
        assertEquals(3, rejected(Multiplicity.holm(THROMBOLYSIS)));
        assertEquals(4, rejected(Multiplicity.benjaminiHochberg(THROMBOLYSIS)));
    }

    @Test
    void adjusted_values_stay_with_their_questions() {
        assertArrayEquals(new double[] {0.06, 0.03, 0.06}, Multiplicity.holm(new double[] {0.04, 0.01, 0.03}), 1e-15);
        assertArrayEquals(new double[0], Multiplicity.holm(new double[0]));
    }

    private static long rejected(double[] p) {
        return Arrays.stream(p).filter(v -> v <= 0.05).count();
    }

    @Test
    void quantiles_are_values_or_halfway_between_two() {
        ValueCounts tally = counts(1, 2, 3, 4);
        assertEquals(2.5, QuantileShift.quantile(tally, 0.5));
        assertEquals(1.5, QuantileShift.quantile(tally, 0.25));
        assertEquals(3, QuantileShift.quantile(counts(1, 3, 7), 0.5));
        assertEquals(1, QuantileShift.quantile(counts(1, 3, 7), 0.1));
    }

    @RepeatedTest(10)
    void an_arm_that_moved_by_a_constant_moved_every_quantile_by_it(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        long[] values = LongStream.generate(() -> random.nextInt(100)).limit(60).toArray();
        long[] moved = LongStream.of(values).map(v -> v - 7).toArray();
        for (double p : new double[] {0.25, 0.5, 0.75}) {
            Estimate shift = estimate(QuantileShift.of(counts(moved), counts(values), p));
            assertEquals(-7, shift.value());
            assertTrue(shift.low() <= -7 && shift.high() >= -7);
            assertEquals(
                    7,
                    estimate(QuantileShift.of(counts(values), counts(moved), p)).value());
        }
    }

    @Test
    void the_interval_of_a_median_comes_from_the_second_and_ninth_of_ten() {
        // P(2 ≤ B ≤ 8) = 0.979 for ten tosses; the other arm does not vary.
        ValueCounts ten = counts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        ValueCounts still = counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Estimate shift = estimate(QuantileShift.of(ten, still, 0.5));
        assertEquals(5.5, shift.value());
        assertEquals(2, shift.low());
        assertEquals(9, shift.high());
    }

    @Test
    void a_quantile_that_ties_hold_in_place_on_both_sides_has_no_interval() {
        long[] same = LongStream.generate(() -> 3).limit(60).toArray();
        long[] nearly = same.clone();
        nearly[0] = 2;
        assertInstanceOf(NotEstimable.class, QuantileShift.of(counts(nearly), counts(same), 0.5));
    }

    @Test
    void a_median_of_five_has_no_interval() {
        assertInstanceOf(NotEstimable.class, QuantileShift.of(counts(1, 2, 3, 4, 5), counts(1, 2, 3, 4, 5), 0.5));
        assertInstanceOf(Estimate.class, QuantileShift.of(counts(1, 2, 3, 4, 5, 6), counts(1, 2, 3, 4, 5, 6), 0.5));
    }

    @Test
    void responders_fall_as_the_threshold_rises_and_each_point_has_newcombes_difference() {
        ValueCounts arm = counts(-4, -3, -3, -2, -1, 0, 1);
        ValueCounts comparator = counts(-2, -1, -1, 0, 0, 0, 2);
        ResponderCurve curve = ResponderCurve.of(arm, comparator, new long[] {1, 2, 3, 4}, true);
        assertEquals("5 4 3 1", joined(curve, true));
        assertEquals("3 1 0 0", joined(curve, false));
        assertEquals(RiskDifference.newcombe(4, 7, 1, 7), curve.points().get(1).difference());
        assertEquals(
                2,
                ResponderCurve.of(arm, comparator, new long[] {1}, false)
                                .points()
                                .get(0)
                                .arm()
                        + ResponderCurve.of(arm, comparator, new long[] {1}, false)
                                .points()
                                .get(0)
                                .comparator());
    }

    private static String joined(ResponderCurve curve, boolean arm) {
        return curve.points().stream()
                .map(p -> Long.toString(arm ? p.arm() : p.comparator()))
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
