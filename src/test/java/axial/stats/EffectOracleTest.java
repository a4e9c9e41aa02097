package axial.stats;

import static axial.stats.Sample.estimate;
import static axial.stats.Sample.moments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EffectOracleTest {
    /** Miles per gallon, manual then automatic: Henderson and Velleman 1981, Biometrics 37:391. */
    private static final double[] MANUAL = {21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4};

    private static final double[] AUTOMATIC = {
        21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2, 13.3, 19.2
    };

    @Test
    void hedges_g_of_borensteins_example_has_the_exact_correction_and_metafors_variance() {
        Moments arm = new Moments(50, 103, 5.5 * 5.5);
        Moments comparator = new Moments(50, 100, 4.5 * 4.5);
        Golden golden = new Golden("E01.hedges_g");
        golden.agrees("J_exact", HedgesG.exactJ(98));
        golden.agrees("g_exact", estimate(HedgesG.of(arm, comparator)).value());
        golden.agrees("metafor_yi", HedgesG.study(arm, comparator).effect());
        golden.agrees("metafor_vi_LS", HedgesG.study(arm, comparator).variance());
    }

    @Test
    void the_three_variances_in_use_and_the_approximate_correction_are_borensteins_and_metafors() {
        Moments arm = new Moments(50, 103, 5.5 * 5.5);
        Moments comparator = new Moments(50, 100, 4.5 * 4.5);
        double exact = HedgesG.exactJ(98);
        double d = estimate(HedgesG.of(arm, comparator)).value() / exact;
        double j = HedgesG.approximateJ(98);
        Golden golden = new Golden("E01.hedges_g");
        golden.agrees("d", d);
        golden.agrees("J_approx", j);
        golden.agrees("g_approx", j * d);
        golden.agrees("v_d", SmdVariance.FROM_D.of(d, 1, 50, 50));
        golden.agrees("v_g_approx", SmdVariance.FROM_D.of(j * d, j, 50, 50));
        golden.agrees("metafor_vi_LS", SmdVariance.LARGE_SAMPLE.of(exact * d, exact, 50, 50));
        // Review Manager's formula has no golden row: 0.04 + g²/192.12.
        assertEquals(
                0.04 + exact * d * exact * d / 192.12, SmdVariance.REVIEW_MANAGER.of(exact * d, exact, 50, 50), 1e-15);
    }

    @Test
    void cohens_d_of_the_cars_is_g_without_the_correction_as_in_effectsize() {
        Estimate g = estimate(HedgesG.of(moments(AUTOMATIC), moments(MANUAL)));
        double j = HedgesG.exactJ(30);
        Golden golden = new Golden("E02.cohens_d");
        golden.agrees("est", g.value() / j);
        golden.agreesIterated("lo", g.low() / j);
        golden.agreesIterated("hi", g.high() / j);
    }

    @Test
    void glass_delta_of_the_cars_divides_by_the_comparators_deviation_as_in_effectsize() {
        Estimate delta = estimate(GlassDelta.of(moments(AUTOMATIC), moments(MANUAL)));
        Golden golden = new Golden("E03.glass_delta");
        golden.agrees("est", delta.value());
        golden.agreesIterated("lo", delta.low());
        golden.agreesIterated("hi", delta.high());
    }

    @Test
    void rank_biserial_correlation_of_the_cars_has_fishers_interval_as_in_effectsize() {
        Estimate r = estimate(RankBiserial.of(Sample.counts(tenths(AUTOMATIC)), Sample.counts(tenths(MANUAL))));
        Golden golden = new Golden("E04.rank_biserial");
        golden.agrees("est", r.value());
        golden.agrees("lo", r.low());
        golden.agrees("hi", r.high());
        Golden probability = new Golden("E04.p_superiority_np");
        probability.agrees("est", RankBiserial.asProbability(r).value());
        probability.agrees("lo", RankBiserial.asProbability(r).low());
        probability.agrees("hi", RankBiserial.asProbability(r).high());
    }

    @Test
    void cliffs_delta_of_the_effsize_example_is_minus_a_quarter() {
        ValueCounts treatment = Sample.counts(10, 10, 20, 20, 20, 30, 30, 30, 40, 50);
        ValueCounts control = Sample.counts(10, 20, 30, 40, 40, 50);
        new Golden("E04.cliff_delta")
                .agrees("delta", estimate(RankBiserial.of(treatment, control)).value());
    }

    @Test
    void hedges_g_of_the_cars_has_the_noncentral_t_interval_of_effectsize() {
        Estimate g = estimate(HedgesG.of(moments(AUTOMATIC), moments(MANUAL)));
        Golden golden = new Golden("E02.hedges_g");
        golden.agrees("est", g.value());
        golden.agreesIterated("lo", g.low());
        golden.agreesIterated("hi", g.high());
    }

    @Test
    void probability_of_superiority_of_the_cars_is_that_of_effectsize() {
        ValueCounts automatic = Sample.counts(tenths(AUTOMATIC));
        Estimate p = estimate(ProbabilityOfSuperiority.of(automatic, Sample.counts(tenths(MANUAL))));
        new Golden("E04.p_superiority_np").agrees("est", p.value());
    }

    @Test
    void brunner_and_munzels_own_example_is_met() {
        // Brunner and Munzel 2000, pain scores after surgery (n 14 and 11); lawstat prints
        // statistic 3.1375, df 17.683, p 0.005786, estimate 0.788961, interval 0.5952169 to 0.9827052.
        ValueCounts y = Sample.counts(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1);
        ValueCounts n = Sample.counts(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4);
        Estimate p = estimate(ProbabilityOfSuperiority.of(n, y));
        assertEquals(0.788961, p.value(), 5e-7);
        assertEquals(17.683, p.df(), 5e-4);
        assertEquals(0.5952169, p.low(), 5e-8);
        assertEquals(0.9827052, p.high(), 5e-8);
        assertEquals(0.005786, p.pValue(), 5e-7);
    }

    @Test
    void mean_change_of_students_sleep_data_is_the_paired_t_test() {
        // Student 1908: hours of sleep gained, first drug less second.
        Estimate mean = estimate(MeanChange.of(moments(-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4)));
        Golden golden = new Golden("E05.paired");
        golden.agrees("mean_diff", mean.value());
        golden.agrees("se", mean.stdError());
        golden.agrees("df", mean.df());
        golden.agrees("t", mean.value() / mean.stdError());
    }

    @Test
    void welch_and_both_one_sided_tests_meet_the_worked_equivalence_example() {
        Moments one = new Moments(95, 5.25, 0.95 * 0.95);
        Moments other = new Moments(89, 5.22, 0.83 * 0.83);
        Golden golden = new Golden("E10.tost_eskine");
        Estimate difference = estimate(WelchDifference.of(one, other));
        golden.agrees("diff", difference.value());
        golden.agrees("se", difference.stdError());
        golden.agrees("df", difference.df());
        NonInferiority.Conclusion below = NonInferiority.of(difference, 0.384, difference.df());
        NonInferiority.Conclusion above = NonInferiority.of(difference.times(-1), 0.384, difference.df());
        golden.agrees("p_lo", below.pValue());
        golden.agrees("p_hi", above.pValue());
        Equivalence both = Equivalence.of(difference, 0.384);
        golden.agrees("t_lo", both.tLow());
        golden.agrees("p_lo", both.pLow());
        golden.agrees("t_hi", both.tHigh());
        golden.agrees("p_hi", both.pHigh());
        golden.agrees("ci90_lo", both.low());
        golden.agrees("ci90_hi", both.high());
        assertEquals(NonInferiority.Verdict.EQUIVALENT, below.verdict());
        assertInstanceOf(Estimate.class, difference);
    }

    private static long[] tenths(double[] values) {
        return Arrays.stream(values).mapToLong(v -> Math.round(10 * v)).toArray();
    }
}
