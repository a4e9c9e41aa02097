package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixedModelOracleTest {
    /** Reaction time of 18 people over ten days without sleep: Belenky et al. 2003, J Sleep Res 12:1. */
    private static final List<CrossProducts> SLEEP =
            OracleSums.rows("sleepstudy").stream().map(OracleSums::line).toList();

    @Test
    void intercepts_and_slopes_that_vary_between_people_meet_lme4() {
        LinearMixedModel model = LinearMixedModel.fit(SLEEP, 0, 1);
        Golden golden = new Golden("E14.lmm_sleepstudy");
        golden.agreesIterated("int", estimate(model.coefficient(0)).value());
        // lme4's search stops 6e-6 short of the closed form of the next test, which ours meets.
        golden.agrees("int_se", estimate(model.coefficient(0)).stdError(), 1e-5);
        golden.agreesIterated("days", estimate(model.coefficient(1)).value());
        golden.agreesIterated("days_se", estimate(model.coefficient(1)).stdError());
        assertEquals(17, estimate(model.coefficient(1)).df()); // as Kenward and Roger's
        // lme4 prints variances 612.100 and 35.072, covariance 9.604, residual 654.940.
        assertEquals(612.100, model.between()[0][0], 2e-2);
        assertEquals(35.072, model.between()[1][1], 2e-3);
        assertEquals(9.604, model.between()[1][0], 2e-2);
        assertEquals(654.940, model.residualVariance(), 1e-2);
    }

    @Test
    void with_alike_clusters_the_mean_line_has_the_error_of_the_lines_of_each() {
        LinearMixedModel model = LinearMixedModel.fit(SLEEP, 0, 1);
        for (int column = 0; column < 2; column++) {
            int place = column;
            double[] lines = SLEEP.stream()
                    .mapToDouble(person -> LeastSquares.fit(person).beta()[place])
                    .toArray();
            Estimate mean = estimate(MeanChange.of(Sample.moments(lines)));
            Estimate fitted = estimate(model.coefficient(column));
            assertEquals(mean.value(), fitted.value(), 1e-9 * mean.value());
            assertEquals(mean.stdError(), fitted.stdError(), 1e-7 * mean.stdError());
            assertEquals(mean.df(), fitted.df());
        }
    }

    @Test
    void the_intraclass_correlation_of_people_is_that_of_lme4() {
        LinearMixedModel model = LinearMixedModel.fit(SLEEP, 0);
        new Golden("E14.lmm_sleepstudy").agreesIterated("ICC_random_intercept", model.intraclassCorrelation());
    }

    @Test
    void equally_large_clusters_have_the_variances_of_the_analysis_of_variance() {
        Random random = new Random(5);
        List<CrossProducts> clusters = new ArrayList<>();
        double between = 0;
        double within = 0;
        double[] means = new double[12];
        for (int g = 0; g < 12; g++) {
            double level = 2 * random.nextGaussian();
            double[] y = Sample.normal(random, 6, level, 1);
            CrossProducts sum = CrossProducts.none(1);
            for (double v : y) {
                sum = sum.plus(CrossProducts.ofRow(new double[] {1}, v));
            }
            clusters.add(sum);
            means[g] = Sample.moments(y).mean();
            within += Sample.moments(y).variance() / 12;
        }
        between = Sample.moments(means).variance() - within / 6;
        LinearMixedModel model = LinearMixedModel.fit(clusters, 0);
        assertEquals(within, model.residualVariance(), 1e-6 * within);
        assertEquals(between, model.between()[0][0], 1e-6 * between);
        Estimate mean = estimate(model.coefficient(0));
        Estimate expected = estimate(MeanChange.of(Sample.moments(means)));
        assertEquals(expected.stdError(), mean.stdError(), 1e-6);
        assertEquals(expected.df(), mean.df());
    }

    @Test
    void practitioners_within_clinics_have_the_variances_of_the_nested_analysis_of_variance() {
        Random random = new Random(11);
        int k = 10;
        int m = 4;
        int n = 5;
        List<List<CrossProducts>> clinics = new ArrayList<>();
        double[] clinicMeans = new double[k];
        double msPractitioner = 0;
        double msResidual = 0;
        for (int c = 0; c < k; c++) {
            double clinic = 3 * random.nextGaussian();
            double[] means = new double[m];
            List<CrossProducts> practitioners = new ArrayList<>();
            for (int p = 0; p < m; p++) {
                double[] y = Sample.normal(random, n, clinic + 2 * random.nextGaussian(), 1);
                CrossProducts sum = CrossProducts.none(1);
                for (double v : y) {
                    sum = sum.plus(CrossProducts.ofRow(new double[] {1}, v));
                }
                practitioners.add(sum);
                means[p] = Sample.moments(y).mean();
                msResidual += Sample.moments(y).variance() / (k * m);
            }
            clinics.add(practitioners);
            clinicMeans[c] = Sample.moments(means).mean();
            msPractitioner += n * Sample.moments(means).variance() / k;
        }
        double msClinic = n * m * Sample.moments(clinicMeans).variance();
        NestedIntercepts nested = NestedIntercepts.fit(NestedSums.of(clinics));
        assertEquals(msResidual, nested.residual(), 1e-5);
        assertEquals((msPractitioner - msResidual) / n, nested.practitioner(), 1e-5);
        assertEquals((msClinic - msPractitioner) / (n * m), nested.clinic(), 1e-4);
        double all = nested.clinic() + nested.practitioner() + nested.residual();
        assertEquals(nested.clinic() / all, nested.clinicCorrelation());
        assertEquals(1 - nested.residual() / all, nested.practitionerCorrelation(), 1e-15);
    }

    @Test
    void practitioners_within_clinics_beside_covariates_meet_lme4_and_the_limits_of_dense_matrices() {
        // src/test/resources/oracle/nested-practitioners.R
        List<List<CrossProducts>> clinics = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
            clinics.add(new ArrayList<>());
        }
        List<CrossProducts> practitioners = new MadePractitioners().sums(40, 5, 20);
        for (int p = 0; p < 40; p++) {
            clinics.get((p + 1) % 8).add(practitioners.get(p));
        }
        NestedSums sums = NestedSums.of(clinics);
        NestedIntercepts nested = NestedIntercepts.fit(sums);
        assertEquals(1.9546375521, nested.practitioner(), 1e-5);
        assertEquals(0.00833224253182, nested.clinic(), 1e-5);
        assertEquals(4.03870426628, nested.residual(), 1e-5);
        assertEquals(1.29288250003, Sample.sd(nested.shrunken(sums)), 1e-5);
        RatioWithinClinics limits = assertInstanceOf(RatioWithinClinics.class, RatioWithinClinics.of(sums));
        assertEquals(4.02746283049, limits.within(), 1e-8);
        assertEquals(0.290525030759, limits.ratio().low(), 1e-8);
        assertEquals(0.981189065862, limits.ratio().high(), 1e-8);
    }

    @Test
    void estimating_equations_for_72_growing_pigs_meet_geepack() {
        // Lauridsen, Højsgaard and Sørensen 1999: weight on week, exchangeable within pigs, unequal counts.
        List<CrossProducts> pigs =
                OracleSums.rows("dietox").stream().map(OracleSums::line).toList();
        GeeExchangeable model = GeeExchangeable.fit(pigs);
        Golden golden = new Golden("E14.gee_dietox");
        golden.agreesIterated("int", estimate(model.coefficient(0)).value());
        golden.agreesIterated("int_se", estimate(model.coefficient(0)).stdError());
        golden.agreesIterated("time", estimate(model.coefficient(1)).value());
        golden.agreesIterated("time_se", estimate(model.coefficient(1)).stdError());
        golden.agreesIterated("alpha", model.correlation());
    }

    @Test
    void one_cluster_is_not_estimable() {
        assertInstanceOf(
                NotEstimable.class, LinearMixedModel.fit(SLEEP.subList(0, 1), 0).coefficient(0));
    }

    @Test
    void the_simplex_finds_the_least_and_asks_once_at_each_place() {
        List<List<Double>> asked = new ArrayList<>();
        double[] least = ProfiledRestricted.least(
                x -> {
                    asked.add(List.of(x[0], x[1]));
                    return 3 + (x[0] - 0.25) * (x[0] - 0.25) + 2 * (x[1] + 1) * (x[1] + 1);
                },
                new double[] {0.5, 0.5});
        assertEquals(0.25, least[0], 1e-6);
        assertEquals(-1, least[1], 1e-6);
        assertEquals(new HashSet<>(asked).size(), asked.size());
    }
}
