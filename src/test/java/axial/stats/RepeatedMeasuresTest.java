package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedMeasuresTest {
    private static final List<String> COLUMNS =
            List.of("one", "black", "white", "female", "treated", "visit1", "visit2", "visit3", "visit4");
    private static final RepeatedMeasuresDesign FEV =
            new RepeatedMeasuresDesign(4, List.of(true, false, false, false, true));

    /** SAS PROC MIXED, REML, unstructured, ddfm=satterthwaite, as printed: estimate, error, df. */
    private static final Map<String, double[]> SAS = Map.of(
            "Intercept", new double[] {30.7774, 0.8865, 219},
            "TRT", new double[] {3.7745, 1.0741, 146},
            "VIS2", new double[] {4.8396, 0.8016, 144},
            "VIS3", new double[] {10.3422, 0.8227, 156},
            "VIS4", new double[] {15.0537, 1.3129, 138},
            "VIS2*TRT", new double[] {-0.04231, 1.1292, 139},
            "VIS3*TRT", new double[] {-0.6939, 1.1876, 158},
            "VIS4*TRT", new double[] {0.6240, 1.8510, 130});

    private static final MixedModelRepeatedMeasures MODEL = MixedModelRepeatedMeasures.fit(FEV, fev());

    @Test
    void lung_function_at_four_visits_meets_the_reference_fit_by_restricted_likelihood() {
        Golden golden = new Golden("E14.mmrm_us_reml");
        Map<String, Finding> found = new LinkedHashMap<>();
        found.put("(Intercept)", MODEL.coefficient(0, 0));
        found.put("RACEBlack or African American", MODEL.coefficient(1, 0));
        found.put("RACEWhite", MODEL.coefficient(2, 0));
        found.put("SEXFemale", MODEL.coefficient(3, 0));
        found.put("ARMCDTRT", MODEL.coefficient(4, 0));
        for (int visit = 2; visit <= 4; visit++) {
            found.put("AVISITVIS" + visit, MODEL.growth(0, 0, visit - 1));
            found.put("ARMCDTRT:AVISITVIS" + visit, MODEL.growth(4, 0, visit - 1));
        }
        found.forEach((name, finding) -> {
            golden.agreesWithin(name + "_est", estimate(finding).value(), 1e-4);
            golden.agreesWithin(name + "_se", estimate(finding).stdError(), 1e-4);
        });
        golden.agrees("minus2REML", MODEL.minusTwoLogLikelihood());
    }

    @Test
    void the_maximum_is_that_of_an_optimiser_without_derivatives() {
        // R 4.2.2, optim on the Cholesky factor of the covariance, from the same data: −2ℓ, coefficients, variances.
        assertEquals(3386.4498769368, MODEL.minusTwoLogLikelihood(), 1e-9);
        double[] byVisit = {30.7774063520, 35.6170104926, 41.1195729998, 45.8311926044};
        double[] treated = {3.7744141900, 3.7323246984, 3.0806079198, 4.3985376792};
        double[] variances = {40.5544394, 26.5714412, 14.89795526, 95.55652183};
        for (int t = 0; t < 4; t++) {
            assertEquals(byVisit[t], estimate(MODEL.coefficient(0, t)).value(), 1e-7);
            assertEquals(treated[t], estimate(MODEL.coefficient(4, t)).value(), 1e-7);
            assertEquals(variances[t], MODEL.residualCovariance()[t][t], 1e-5);
        }
    }

    @Test
    void estimates_errors_and_degrees_of_freedom_are_those_that_sas_prints() {
        sas("Intercept", MODEL.coefficient(0, 0));
        sas("TRT", MODEL.coefficient(4, 0));
        for (int visit = 2; visit <= 4; visit++) {
            sas("VIS" + visit, MODEL.growth(0, 0, visit - 1));
            sas("VIS" + visit + "*TRT", MODEL.growth(4, 0, visit - 1));
        }
        double[][] sigma = MODEL.residualCovariance();
        assertEquals(40.5509, sigma[0][0], 1e-4 * 40.5509);
        assertEquals(26.5692, sigma[1][1], 1e-4 * 26.5692);
        assertEquals(14.8970, sigma[2][2], 1e-4 * 14.8970);
        assertEquals(95.5528, sigma[3][3], 1e-4 * 95.5528);
    }

    /**
     * SAS stopped at −2ℓ = 3386.44987722, above the maximum (see the test before this), so that its third
     * and fourth decimals are not the model's: 3e-4 of the unit, and the degrees of freedom rounded.
     */
    private static void sas(String name, Finding finding) {
        double[] printed = SAS.get(name);
        assertEquals(printed[0], estimate(finding).value(), 3e-4, name);
        assertEquals(printed[1], estimate(finding).stdError(), 2e-4, name);
        assertEquals(printed[2], estimate(finding).df(), 0.51, name);
    }

    @Test
    void two_windows_without_gaps_are_the_paired_t_test_of_students_sleep_data() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        List<PatternSums> patients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            patients.add(PatternSums.ofPatient(new double[] {1}, new double[] {second[i], first[i]}));
        }
        MixedModelRepeatedMeasures model =
                MixedModelRepeatedMeasures.fit(RepeatedMeasuresDesign.full(2, 1), List.of(total(patients)));
        Estimate change = estimate(model.growth(0, 0, 1));
        Golden golden = new Golden("E05.paired");
        golden.agrees("mean_diff", change.value());
        golden.agrees("se", change.stdError());
        golden.agrees("t", change.value() / change.stdError());
        golden.agrees("df", change.df());
    }

    @Test
    void one_window_is_least_squares() {
        Random random = new Random(7);
        CrossProducts rows = CrossProducts.none(3);
        List<PatternSums> patients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double[] x = {1, random.nextInt(2), random.nextGaussian()};
            double y = x[1] - x[2] + random.nextGaussian();
            rows = rows.plus(CrossProducts.ofRow(x, y));
            patients.add(PatternSums.ofPatient(x, new double[] {y}));
        }
        Estimate expected = estimate(ClassicalInference.of(LeastSquares.fit(rows), 1));
        Estimate actual =
                estimate(MixedModelRepeatedMeasures.fit(RepeatedMeasuresDesign.full(1, 3), List.of(total(patients)))
                        .coefficient(1, 0));
        assertEquals(expected.value(), actual.value(), 1e-12);
        assertEquals(expected.stdError(), actual.stdError(), 1e-9);
        assertEquals(37, actual.df(), 1e-6);
    }

    @Test
    void no_other_covariance_near_by_is_likelier() {
        double best = MODEL.minusTwoLogLikelihood();
        for (int k = 0; k < 10; k++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[][] moved = new double[4][];
                for (int i = 0; i < 4; i++) {
                    moved[i] = MODEL.residualCovariance()[i].clone();
                }
                int[] at = CovarianceElements.at(k);
                moved[at[0]][at[1]] += step;
                moved[at[1]][at[0]] = moved[at[0]][at[1]];
                assertTrue(new RestrictedLikelihood(FEV, fev(), moved).value() > best);
            }
        }
    }

    @Test
    void windows_never_seen_together_are_not_estimable() {
        List<PatternSums> patterns = List.of(
                PatternSums.ofPatient(new double[] {1}, new double[] {1, Double.NaN}),
                PatternSums.ofPatient(new double[] {1}, new double[] {Double.NaN, 2}));
        MixedModelRepeatedMeasures model = MixedModelRepeatedMeasures.fit(RepeatedMeasuresDesign.full(2, 1), patterns);
        NotEstimable why = assertInstanceOf(NotEstimable.class, model.growth(0, 0, 1));
        assertEquals("no patient was seen in both windows 1 and 2", why.reason());
    }

    @Test
    void a_column_that_others_determine_is_not_estimable_and_the_rest_is() {
        Random random = new Random(3);
        List<PatternSums> patients = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double arm = i % 2;
            patients.add(PatternSums.ofPatient(
                    new double[] {1, arm, 1 - arm}, new double[] {arm + random.nextGaussian(), random.nextGaussian()}));
        }
        MixedModelRepeatedMeasures model =
                MixedModelRepeatedMeasures.fit(RepeatedMeasuresDesign.full(2, 3), List.of(total(patients)));
        assertInstanceOf(Estimate.class, model.coefficient(1, 0));
        assertInstanceOf(NotEstimable.class, model.coefficient(2, 0));
    }

    private static PatternSums total(List<PatternSums> patients) {
        return patients.stream().reduce(PatternSums::plus).orElseThrow();
    }

    private static List<PatternSums> fev() {
        Map<String, double[][]> products = new HashMap<>();
        for (String[] row : OracleSums.rows("fev-patterns")) {
            double[][] sums = products.computeIfAbsent(row[0], p -> new double[9][9]);
            int i = COLUMNS.indexOf(row[1]);
            int j = COLUMNS.indexOf(row[2]);
            sums[i][j] = Double.parseDouble(row[3]);
            sums[j][i] = sums[i][j];
        }
        List<PatternSums> patterns = new ArrayList<>();
        new java.util.TreeMap<>(products).forEach((name, sums) -> {
            boolean[] seen = new boolean[4];
            for (int t = 0; t < 4; t++) {
                seen[t] = name.charAt(t) == '1';
            }
            patterns.add(new PatternSums(seen, Math.round(sums[0][0]), sums));
        });
        return patterns;
    }
}
