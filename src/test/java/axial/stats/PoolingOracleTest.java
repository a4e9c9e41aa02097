package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingOracleTest {
    /** Colditz et al. 1994, JAMA 271:698: vaccinated with and without tuberculosis, then not vaccinated. */
    private static final double[][] BCG = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    /** Normand 1999, Stat Med 18:321, Table II: n, mean, SD of length of stay, specialist then routine care. */
    private static final double[][] STAY = {
        {155, 55, 47, 156, 75, 64},
        {31, 27, 7, 32, 29, 4},
        {75, 64, 17, 71, 119, 29},
        {18, 66, 20, 18, 137, 48},
        {8, 14, 8, 13, 18, 11},
        {57, 19, 7, 52, 18, 4},
        {34, 52, 45, 33, 41, 34},
        {110, 21, 16, 183, 31, 27},
        {60, 30, 27, 52, 23, 20}
    };

    @Test
    void thirteen_vaccine_trials_pool_as_in_metafor() {
        pools("E08.meta_bcg", logRiskRatios());
    }

    @Test
    void nine_stroke_trials_pool_as_in_metafor_as_standardised_differences() {
        pools("E08.meta_normand_smd", standardised());
    }

    @Test
    void nine_stroke_trials_pool_as_in_metafor_in_days() {
        pools("E08.meta_normand_md", inDays());
    }

    /** Hartung and Knapp's factor is above 1 in all three, so the floor does not show. */
    private static void pools(String name, List<Study> studies) {
        RandomEffects pooled = RandomEffects.reml(studies);
        Golden golden = new Golden(name + "_knha");
        golden.agreesIterated("mu", pooled.pooled().value());
        golden.agreesIterated("se", pooled.pooled().stdError());
        golden.agreesIterated("ci_lo", pooled.pooled().low());
        golden.agreesIterated("ci_hi", pooled.pooled().high());
        golden.agreesIterated("tau2", pooled.tau2());
        golden.agreesIterated("I2", pooled.i2Percent());
        golden.agrees("Q", pooled.q());
        golden.agreesIterated("pi_lo", pooled.prediction().low());
        golden.agreesIterated("pi_hi", pooled.prediction().high());
        hts(golden, pooled.pooled(), pooled);
        byZ(new Golden(name + "_z"), pooled);
    }

    /** Before Hartung and Knapp: interval and prediction interval by z. */
    private static void byZ(Golden golden, RandomEffects pooled) {
        golden.agreesIterated("mu", pooled.wald().value());
        golden.agreesIterated("se", pooled.wald().stdError());
        golden.agreesIterated("ci_lo", pooled.wald().low());
        golden.agreesIterated("ci_hi", pooled.wald().high());
        golden.agreesIterated("tau2", pooled.tau2());
        golden.agreesIterated("I2", pooled.i2Percent());
        golden.agrees("Q", pooled.q());
        Estimate prediction = PredictionInterval.of(pooled.wald(), pooled.tau2(), Double.NaN);
        golden.agreesIterated("pi_lo", prediction.low());
        golden.agreesIterated("pi_hi", prediction.high());
        hts(golden, pooled.wald(), pooled);
    }

    private static void hts(Golden golden, Estimate mean, RandomEffects pooled) {
        Estimate prediction =
                Sample.estimate(PredictionInterval.higginsThompsonSpiegelhalter(mean, pooled.tau2(), pooled.k()));
        golden.agreesIterated("hts_pi_lo", prediction.low());
        golden.agreesIterated("hts_pi_hi", prediction.high());
    }

    @Test
    void other_estimators_of_the_variance_between_trials_are_those_of_metafor() {
        Golden golden = new Golden("E08.meta_bcg_other");
        golden.agrees("DL_tau2", BetweenStudyVariance.dersimonianLaird(logRiskRatios()));
        double pauleMandel = BetweenStudyVariance.pauleMandel(logRiskRatios());
        golden.agrees("PM_tau2", pauleMandel, 2e-4); // metafor's root finder stops at an absolute 1.2e-4
        assertEquals(12, WeightedStudies.at(logRiskRatios(), pauleMandel).q(), 1e-10);
        golden.agrees("HE_tau2", BetweenStudyVariance.hedges(logRiskRatios()));
        golden.agreesIterated("ML_tau2", BetweenStudyVariance.ml(logRiskRatios()));
        golden.agrees("SJ_tau2", BetweenStudyVariance.sidikJonkman(logRiskRatios()));
    }

    @Test
    void each_estimator_of_the_variance_gives_its_own_mean_and_error_by_z() {
        List<Study> trials = logRiskRatios();
        pooledAt("DL", BetweenStudyVariance.dersimonianLaird(trials), 1e-8);
        pooledAt("PM", BetweenStudyVariance.pauleMandel(trials), 1e-4); // see above
        pooledAt("ML", BetweenStudyVariance.ml(trials), 1e-6);
        pooledAt("HE", BetweenStudyVariance.hedges(trials), 1e-8);
        pooledAt("SJ", BetweenStudyVariance.sidikJonkman(trials), 1e-8);
    }

    private static void pooledAt(String name, double tau2, double relative) {
        RandomEffects pooled = RandomEffects.at(logRiskRatios(), tau2);
        Golden golden = new Golden("E08.meta_bcg_other");
        golden.agrees(name + "_mu", pooled.pooled().value(), relative);
        golden.agrees(name + "_se", pooled.waldStdError(), relative);
    }

    @Test
    void the_interval_of_the_variance_between_trials_profiles_q() {
        double[] interval = BetweenStudyVariance.qProfile(logRiskRatios());
        // metafor's root finder stops at an absolute 1.2e-4.
        new Golden("E08.meta_bcg_z").agrees("tau2_QP_lo", interval[0], 1e-3);
        new Golden("E08.meta_bcg_z").agrees("tau2_QP_hi", interval[1], 1e-3);
        // Quantiles of chi square with 12 degrees of freedom.
        assertEquals(
                23.336664158645,
                WeightedStudies.at(logRiskRatios(), interval[0]).q(),
                1e-9);
        assertEquals(
                4.403788506981, WeightedStudies.at(logRiskRatios(), interval[1]).q(), 1e-9);
    }

    @Test
    void three_like_studies_do_not_make_the_interval_narrower_than_z() {
        RandomEffects pooled =
                RandomEffects.reml(List.of(new Study(0.30, 0.01), new Study(0.31, 0.01), new Study(0.29, 0.01)));
        Golden golden = new Golden("E08.meta_homogeneous_trap");
        golden.agrees("se_adhoc", pooled.pooled().stdError());
        golden.agrees("ci_adhoc_lo", pooled.pooled().low());
        golden.agrees("ci_adhoc_hi", pooled.pooled().high());
        assertEquals(0, pooled.tau2());
        golden.agrees("se_z", pooled.waldStdError());
        Estimate unfloored = Estimate.wald(0.3, pooled.waldStdError() * Math.sqrt(pooled.hartungKnapp()), 2);
        golden.agrees("se_knha", unfloored.stdError());
        golden.agrees("ci_knha_lo", unfloored.low());
        golden.agrees("ci_knha_hi", unfloored.high());
    }

    @Test
    void two_studies_have_one_degree_of_freedom() {
        RandomEffects pooled = RandomEffects.reml(List.of(new Study(1, 0.5), new Study(3, 0.5)));
        Golden golden = new Golden("E08.meta_k2");
        golden.agrees("mu", pooled.pooled().value());
        golden.agrees("se", pooled.pooled().stdError());
        golden.agrees("ci_lo", pooled.pooled().low());
        golden.agrees("ci_hi", pooled.pooled().high());
        golden.agrees("tau2", pooled.tau2());
    }

    private static List<Study> logRiskRatios() {
        return Arrays.stream(BCG)
                .map(t -> new Study(
                        StrictMath.log(t[0] / (t[0] + t[1]) / (t[2] / (t[2] + t[3]))),
                        1 / t[0] - 1 / (t[0] + t[1]) + 1 / t[2] - 1 / (t[2] + t[3])))
                .toList();
    }

    private static List<Study> standardised() {
        return Arrays.stream(STAY)
                .map(t -> HedgesG.study(
                        new Moments((long) t[0], t[1], t[2] * t[2]), new Moments((long) t[3], t[4], t[5] * t[5])))
                .toList();
    }

    private static List<Study> inDays() {
        return Arrays.stream(STAY)
                .map(t -> new Study(t[1] - t[4], t[2] * t[2] / t[0] + t[5] * t[5] / t[3]))
                .toList();
    }
}
