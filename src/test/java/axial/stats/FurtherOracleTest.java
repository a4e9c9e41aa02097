package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherOracleTest {
    @Test
    void e_values_are_those_of_vanderweele_and_ding() {
        Golden golden = new Golden("E13.evalue");
        golden.agrees("rr3.9", EValue.ofRiskRatio(3.9));
        golden.agrees("rr1.8", EValue.ofRiskRatio(1.8));
        golden.agrees("rr0.80", EValue.ofRiskRatio(0.80));
        golden.agrees("rr0.91", EValue.ofRiskRatio(0.91));
        golden.agrees("smd0.5", EValue.ofSmd(0.5));
        golden.agrees("smd0.5_lo_se.25", EValue.ofSmdLimit(0.5, 0.25));
        assertEquals(1, EValue.ofLimits(0.9, 1.4));
        assertEquals(EValue.ofRiskRatio(0.8), EValue.ofLimits(0.5, 0.8));
    }

    @Test
    void a_poisson_rate_has_garwoods_limits() {
        Estimate rate = estimate(PoissonRate.of(137, 24.19893));
        Golden golden = new Golden("E17.poisson");
        golden.agrees("rate", rate.value());
        golden.agrees("lo", rate.low());
        golden.agrees("hi", rate.high());
        assertEquals(new Golden("E17.garwood").value("k0_onesided95_hi"), PoissonRate.upper(0, 0.05), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 10})
    void counts_have_garwoods_limits(long events) {
        Golden golden = new Golden("E17.garwood");
        golden.agrees("k" + events + "_lo", PoissonRate.garwood(events, 0.95)[0]);
        golden.agrees("k" + events + "_hi", PoissonRate.garwood(events, 0.95)[1]);
    }

    @Test
    void a_ratio_of_poisson_rates_is_that_of_poisson_test() {
        Estimate ratio = estimate(PoissonRateRatio.of(11, 800, 21, 3011));
        Golden golden = new Golden("E17.poisson_ratio");
        golden.agrees("rr", ratio.value());
        golden.agrees("lo", ratio.low());
        golden.agrees("hi", ratio.high());
        golden.agrees("p", ratio.pValue());
    }

    @Test
    void the_score_interval_of_a_risk_ratio_is_koopmans_and_miettinen_and_nurminens() {
        Golden golden = new Golden("E09.rr_score");
        golden.agreesIterated("koopman_lo", RiskRatioScore.koopman(36, 40, 16, 80)[0]);
        golden.agreesIterated("koopman_hi", RiskRatioScore.koopman(36, 40, 16, 80)[1]);
        golden.agreesIterated("mn_lo", RiskRatioScore.miettinenNurminen(36, 40, 16, 80)[0]);
        golden.agreesIterated("mn_hi", RiskRatioScore.miettinenNurminen(36, 40, 16, 80)[1]);
    }

    @Test
    void an_individuals_chart_has_montgomerys_limits() {
        // Montgomery, Statistical Quality Control, Example 6.5: cost of processing a loan application.
        double[] costs = {
            310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304
        };
        XmrChart chart = XmrChart.of(costs, XmrChart.BY_D2);
        Golden golden = new Golden("E16.xmr");
        golden.agrees("cl", chart.centre());
        golden.agrees("mrbar", chart.movingRange());
        golden.agrees("ucl_d2_1.128", chart.high());
        golden.agrees("lcl_d2_1.128", chart.low());
        golden.agrees("ucl_2.66", XmrChart.of(costs, XmrChart.BY_WHEELER).high());
        golden.agrees("lcl_2.66", XmrChart.of(costs, XmrChart.BY_WHEELER).low());
        golden.agrees("mr_ucl_3.267", chart.rangeHigh());
    }

    @Test
    void runs_rules_are_those_of_anhoej() {
        Golden golden = new Golden("E16.runs_n24");
        golden.agrees("longest_run_max", ChartRules.longestRun(24));
        golden.agrees("crossings_min", ChartRules.fewestCrossings(24));
    }

    @Test
    void chart_rules_mark_the_points_that_make_the_sign() {
        XmrChart chart = new XmrChart(0, 1, -3, 3, 3.267);
        double[] values = {1, 2, 3, 4, 5, 6, 7, -2.5, 0.1, -2.5};
        assertArrayEquals(marks("0001111000"), ChartRules.outside(values, chart));
        assertArrayEquals(marks("1111111000"), ChartRules.shift(values, chart));
        assertArrayEquals(marks("1111111000"), ChartRules.trend(values));
        assertArrayEquals(marks("0000000101"), ChartRules.nearLimits(values, chart));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 20, 30})
    void funnel_limits_are_exact_poisson(int expected) {
        Golden golden = new Golden("E15.funnel_poisson");
        golden.agrees("E" + expected + "_ll95", FunnelLimits.poisson(expected, 0.95)[0]);
        golden.agrees("E" + expected + "_ul95", FunnelLimits.poisson(expected, 0.95)[1]);
        golden.agrees("E" + expected + "_ll998", FunnelLimits.poisson(expected, 0.998)[0]);
        golden.agrees("E" + expected + "_ul998", FunnelLimits.poisson(expected, 0.998)[1]);
    }

    @Test
    void overdispersion_is_that_of_cqc_and_of_shmi() {
        double[] observed = {100, 150, 180, 80, 120, 225};
        double[] expected = {108, 112, 165, 95, 100, 220};
        Golden golden = new Golden("E15.funnel_od");
        golden.agrees("cqc_phi", FunnelLimits.squareRoot(observed, expected).phi());
        golden.agrees("cqc_tau2", FunnelLimits.squareRoot(observed, expected).tau2());
        golden.agrees("shmi_phi", FunnelLimits.logarithm(observed, expected).phi());
        golden.agrees("shmi_tau2", FunnelLimits.logarithm(observed, expected).tau2());
    }

    @Test
    void imputations_pool_as_in_mice() {
        double[] estimates = {0.123, 0.098, 0.145, 0.110, 0.131};
        RubinPool pool = RubinPool.of(estimates, new double[] {0.0025, 0.0027, 0.0024, 0.0026, 0.0025}, 198);
        Golden golden = new Golden("E14.rubin");
        golden.agrees("qbar", pool.estimate().value());
        golden.agrees("ubar", pool.within());
        golden.agrees("b", pool.between());
        golden.agrees("t", pool.estimate().stdError() * pool.estimate().stdError());
        golden.agrees("df", pool.estimate().df());
        golden.agrees("r", pool.increase());
        golden.agrees("fmi", pool.missingInformation());
    }

    @Test
    void power_is_that_of_power_t_test() {
        Golden golden = new Golden("E18.power");
        golden.agreesIterated("n_per_arm_d.5_80", Power.patientsPerArm(0.5, 0.8));
        // R's root finder stops at a relative 1e-6 here: SciPy's noncentral t gives ours a power of 0.8.
        golden.agrees("mde_n50_80", Power.detectable(50, 0.8), 2e-6);
        assertEquals(0.8, Power.of(50, Power.detectable(50, 0.8)), 1e-12);
    }

    @Test
    void propensity_weights_tilt_to_their_population() {
        assertEquals(4, PropensityWeight.ALL.of(0.25, true), 1e-15);
        assertEquals(1, PropensityWeight.TREATED.of(0.25, true), 1e-15);
        assertEquals(1 / 3.0, PropensityWeight.TREATED.of(0.25, false), 1e-15);
        assertEquals(0.75, PropensityWeight.OVERLAP.of(0.25, true), 1e-15);
        assertEquals(0.25, PropensityWeight.OVERLAP.of(0.25, false), 1e-15);
        assertEquals(1 / 3.0, PropensityWeight.MATCHING.of(0.25, false), 1e-15);
        assertEquals(2 * StrictMath.log(2), PropensityWeight.ENTROPY.of(0.5, true), 1e-15);
        assertEquals(10, PropensityWeight.effectiveSize(20, 40), 1e-15);
    }

    @Test
    void balance_names_its_standard_deviation() {
        assertEquals(1 / Math.sqrt(2.5), Balance.byBoth(3, 2, 4, 1), 1e-15);
        assertEquals(0.5, Balance.byArm(3, 2, 4), 1e-15);
        assertTrue(Double.isNaN(Balance.byArm(3, 2, 0)));
    }

    private static boolean[] marks(String text) {
        boolean[] marks = new boolean[text.length()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = text.charAt(i) == '1';
        }
        return marks;
    }
}
