package axial.stats;

import static axial.stats.Sample.estimate;

import org.junit.jupiter.api.Test;

/**
 * Weight after treatment on weight before and treatment in 72 girls with anorexia: Hand, Daly, McConway,
 * Lunn and Ostrowski 1993, A Handbook of Small Data Sets, set 285 (pounds; before, after).
 */
class AncovaOracleTest {
    private static final double[][] BEHAVIOURAL = {
        {80.5, 82.2},
        {84.9, 85.6},
        {81.5, 81.4},
        {82.6, 81.9},
        {79.9, 76.4},
        {88.7, 103.6},
        {94.9, 98.4},
        {76.3, 93.4},
        {81, 73.4},
        {80.5, 82.1},
        {85, 96.7},
        {89.2, 95.3},
        {81.3, 82.4},
        {76.5, 72.5},
        {70, 90.9},
        {80.4, 71.3},
        {83.3, 85.4},
        {83, 81.6},
        {87.7, 89.1},
        {84.2, 83.9},
        {86.4, 82.7},
        {76.5, 75.7},
        {80.2, 82.6},
        {87.8, 100.4},
        {83.3, 85.2},
        {79.7, 83.6},
        {84.5, 84.6},
        {80.8, 96.2},
        {87.4, 86.7}
    };
    private static final double[][] CONTROL = {
        {80.7, 80.2},
        {89.4, 80.1},
        {91.8, 86.4},
        {74, 86.3},
        {78.1, 76.1},
        {88.3, 78.1},
        {87.3, 75.1},
        {75.1, 86.7},
        {80.6, 73.5},
        {78.4, 84.6},
        {77.6, 77.4},
        {88.7, 79.5},
        {81.3, 89.6},
        {78.1, 81.4},
        {70.5, 81.8},
        {77.3, 77.3},
        {85.2, 84.2},
        {86, 75.4},
        {84.1, 79.5},
        {79.7, 73},
        {85.5, 88.3},
        {84.4, 84.7},
        {79.6, 81.4},
        {77.5, 81.2},
        {72.3, 88.2},
        {89, 78.8}
    };
    private static final double[][] FAMILY = {
        {83.8, 95.2}, {83.3, 94.3}, {86, 91.5}, {82.5, 91.9}, {86.7, 100.3}, {79.6, 76.7}, {76.9, 76.8},
        {94.2, 101.6}, {73.4, 94.9}, {80.5, 75.2}, {81.6, 77.8}, {82.1, 95.5}, {77.6, 90.7}, {83.5, 92.5},
        {89.9, 93.8}, {86, 91.7}, {87.3, 98}
    };
    private static final double[][][] ARMS = {BEHAVIOURAL, CONTROL, FAMILY};

    private final Golden golden = new Golden("E06.ancova");

    @Test
    void the_adjusted_differences_and_their_classical_errors_are_those_of_least_squares() {
        LeastSquares fit = LeastSquares.fit(sums(new double[] {0, 0, 0}, false));
        String[] names = {"(Intercept)", "TreatCont", "TreatFT", "Prewt"};
        for (int column = 0; column < names.length; column++) {
            Estimate coefficient = estimate(ClassicalInference.of(fit, column));
            golden.agrees(names[column] + "_est", coefficient.value());
            golden.agrees(names[column] + "_se", coefficient.stdError());
        }
        golden.agrees("sigma", Math.sqrt(fit.residualVariance()));
        golden.agrees("FT_minus_Cont", fit.beta()[2] - fit.beta()[1]);
    }

    @Test
    void patients_as_clusters_give_hc2_by_cr2_and_hc3_by_cr3() {
        LeastSquares fit = LeastSquares.fit(sums(new double[] {0, 0, 0}, false));
        golden.agrees("TreatCont_HC2", robust(fit, 1, ClusterCorrection.CR2));
        golden.agrees("TreatFT_HC2", robust(fit, 2, ClusterCorrection.CR2));
        golden.agrees("TreatCont_HC3", robust(fit, 1, ClusterCorrection.CR3));
        golden.agrees("TreatFT_HC3", robust(fit, 2, ClusterCorrection.CR3));
    }

    @Test
    void interactions_with_centred_baseline_give_lins_estimates() {
        // Lin 2013, Ann Appl Stat 7:295: the arm's coefficient at the mean baseline of all.
        double mean = 0;
        for (double[][] arm : ARMS) {
            for (double[] girl : arm) {
                mean += girl[0] / 72;
            }
        }
        LeastSquares fit = LeastSquares.fit(sums(new double[] {mean, mean, mean}, true));
        golden.agrees("lin_interacted_TreatCont", fit.beta()[1]);
        golden.agrees("lin_interacted_TreatFT", fit.beta()[2]);
    }

    private static double robust(LeastSquares fit, int column, ClusterCorrection correction) {
        ClusterRobust robust = new ClusterRobust(fit, column, correction);
        Contribution sum = robust.none();
        for (int arm = 0; arm < 3; arm++) {
            for (double[] girl : ARMS[arm]) {
                sum = sum.plus(robust.ofRow(row(arm, girl[0], false), girl[1]));
            }
        }
        return estimate(robust.conclude(sum)).stdError();
    }

    private static CrossProducts sums(double[] centre, boolean interacted) {
        CrossProducts sum = CrossProducts.none(interacted ? 6 : 4);
        for (int arm = 0; arm < 3; arm++) {
            for (double[] girl : ARMS[arm]) {
                sum = sum.plus(CrossProducts.ofRow(row(arm, girl[0] - centre[arm], interacted), girl[1]));
            }
        }
        return sum;
    }

    private static double[] row(int arm, double before, boolean interacted) {
        double control = arm == 1 ? 1 : 0;
        double family = arm == 2 ? 1 : 0;
        return interacted
                ? new double[] {1, control, family, before, control * before, family * before}
                : new double[] {1, control, family, before};
    }
}
