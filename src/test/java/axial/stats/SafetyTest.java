package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.stats.CaseCrossover.MatchedSet;
import axial.stats.ClusterRateRatio.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafetyTest {
    /** Five windows per patient; made up, analysed by R 4.2.2: survival 3.5 clogit and stats::mantelhaen.test. */
    private static final List<MatchedSet> SETS = List.of(
            new MatchedSet(5, 1, true, 6),
            new MatchedSet(5, 1, false, 5),
            new MatchedSet(5, 2, true, 5),
            new MatchedSet(5, 2, false, 4),
            new MatchedSet(5, 3, true, 4),
            new MatchedSet(5, 3, false, 2),
            new MatchedSet(5, 4, false, 1));

    @Test
    void no_event_in_50276_manipulations_is_up_to_six_in_a_hundred_thousand() {
        // Thiel et al. 2007, Spine 32:2375, by the rule of three: 6 per 100,000 manipulations, 1 per 10,000
        // consultations.
        assertEquals(5.96e-5, RareEvents.upperLimit(0, 50_276, 0.95), 5e-8);
        assertEquals(1.04e-4, RareEvents.upperLimit(0, 28_807, 0.95), 5e-7);
        assertEquals(new Golden("E17.garwood").value("k0_onesided95_hi"), RareEvents.upperLimit(0, 1, 0.95), 1e-10);
        assertEquals(new Golden("E17.garwood").value("k3_hi"), RareEvents.upperLimit(3, 1, 0.975), 1e-10);
    }

    @Test
    void forty_thousand_sessions_had_a_four_percent_chance_to_show_one_in_a_million() {
        assertEquals(0.0392, RareEvents.chanceToSee(1e-6, 40_000), 5e-5);
        assertEquals(9.22e-5, RareEvents.upperLimit(0, 40_000, 0.975), 5e-8);
        double rate = RareEvents.seenWith(0.8, 40_000);
        assertEquals(0.8, RareEvents.chanceToSee(rate, 40_000), 1e-12);
        assertEquals(40_000, RareEvents.exposureNeeded(0.8, rate), 1e-6);
    }

    @Test
    void one_to_four_windows_meet_conditional_logistic_regression_and_the_exact_test_of_r() {
        CaseCrossover ratios = CaseCrossover.ratios(SETS);
        assertEquals(2.29335227490912, ratios.conditional().value(), 1e-8);
        assertEquals(0.940657080556516, ratios.conditional().low(), 1e-4); // R's root finder stops there
        assertEquals(5.685066077738898, ratios.conditional().high(), 1e-3);
        assertEquals(2 * 0.0349534298156843, ratios.conditional().pValue(), 1e-10);
        assertEquals(ratios.conditional(), CaseCrossover.of(SETS));
    }

    @Test
    void the_mantel_haenszel_ratio_and_its_interval_are_those_of_r() {
        Estimate ratio = CaseCrossover.ratios(SETS).mantelHaenszel();
        assertEquals(2.04347826086956, ratio.value(), 1e-12);
        assertEquals(0.953278250246932, ratio.low(), 1e-12);
        assertEquals(4.380466460411558, ratio.high(), 1e-12);
    }

    @Test
    void one_control_window_is_mcnemars_exact_test_with_clopper_and_pearsons_odds() {
        CaseCrossover pairs =
                CaseCrossover.ratios(List.of(new MatchedSet(2, 1, true, 12), new MatchedSet(2, 1, false, 5)));
        double[] share = ExactProportion.clopperPearson(12, 17, 0.95);
        assertEquals(12 / 5.0, pairs.conditional().value(), 1e-12);
        assertEquals(12 / 5.0, pairs.mantelHaenszel().value(), 1e-12);
        assertEquals(share[0] / (1 - share[0]), pairs.conditional().low(), 1e-9);
        assertEquals(share[1] / (1 - share[1]), pairs.conditional().high(), 1e-9);
    }

    @Test
    void patients_always_or_never_exposed_say_nothing() {
        MatchedSet always = new MatchedSet(5, 5, true, 100);
        MatchedSet never = new MatchedSet(5, 0, false, 100);
        assertInstanceOf(NotEstimable.class, CaseCrossover.of(List.of(always, never)));
        List<MatchedSet> more = new ArrayList<>(SETS);
        more.addAll(List.of(always, never));
        assertEquals(CaseCrossover.of(SETS), CaseCrossover.of(more));
    }

    @Test
    void without_an_unexposed_case_the_ratio_is_infinite_with_a_finite_lower_limit() {
        Estimate ratio = estimate(CaseCrossover.of(List.of(new MatchedSet(5, 1, true, 6))));
        assertEquals(Double.POSITIVE_INFINITY, ratio.value());
        assertEquals(Double.POSITIVE_INFINITY, ratio.high());
        assertTrue(ratio.low() > 1);
        assertEquals(
                0,
                estimate(CaseCrossover.of(List.of(new MatchedSet(5, 1, false, 6))))
                        .low());
    }

    @Test
    void a_ratio_of_rates_by_clusters_has_the_error_of_the_stacked_equations() {
        Random random = new Random(8);
        List<Cluster> clusters = new ArrayList<>();
        double[] sums = new double[4];
        for (int g = 0; g < 25; g++) {
            double[] c = {random.nextInt(5), 10 + random.nextInt(50), random.nextInt(4), 10 + random.nextInt(50)};
            clusters.add(new Cluster(c[0], c[1], c[2], c[3]));
            sums = Matrices.plus(sums, c);
        }
        double[] theta = {sums[0] / sums[1], sums[2] / sums[3]};
        double expected = StackedEquations.error(
                (i, t) -> {
                    Cluster c = clusters.get(i);
                    return new double[] {
                        c.events() - t[0] * c.exposure(), c.comparatorEvents() - t[1] * c.comparatorExposure()
                    };
                },
                theta,
                25,
                25,
                t -> StrictMath.log(t[0] / t[1]));
        Estimate ratio = estimate(ClusterRateRatio.of(clusters));
        assertEquals(theta[0] / theta[1], ratio.value(), 1e-12);
        assertEquals(expected, ratio.stdError(), 1e-8);
        assertInstanceOf(NotEstimable.class, ClusterRateRatio.of(List.of(new Cluster(0, 5, 1, 5))));
    }
}
