package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The oracle of dense matrices is in {@link MixedModelOracleTest}. */
class RatioWithinClinicsTest {
    /** Five clinics with four practitioners of unequal size, of whom each gives one of the two treatments. */
    private static NestedSums world(Random random, double ratio) {
        List<List<CrossProducts>> clinics = new ArrayList<>();
        for (int c = 0; c < 5; c++) {
            double clinic = 2 * random.nextGaussian();
            List<CrossProducts> practitioners = new ArrayList<>();
            for (int p = 0; p < 4; p++) {
                double own = clinic + Math.sqrt(ratio) * random.nextGaussian();
                CrossProducts sum = CrossProducts.none(3);
                for (int i = 0; i < 3 + 6 * p; i++) {
                    double[] x = {1, p % 2, random.nextGaussian()};
                    sum = sum.plus(CrossProducts.ofRow(x, own - x[1] + 0.7 * x[2] + random.nextGaussian()));
                }
                practitioners.add(sum);
            }
            clinics.add(practitioners);
        }
        return NestedSums.of(clinics);
    }

    @Test
    void the_limits_hold_a_planted_ratio_though_nobody_gives_both_treatments_and_clinics_differ_more() {
        int worlds = 2000;
        Random random = new Random(7);
        for (double planted : new double[] {0.25, 0.05}) {
            int held = 0;
            for (int w = 0; w < worlds; w++) {
                VarianceRatio found = assertInstanceOf(
                                RatioWithinClinics.class, RatioWithinClinics.of(world(random, planted)))
                        .ratio();
                held += found.low() <= planted && planted <= found.high() ? 1 : 0;
            }
            double three = 3 * Math.sqrt(0.95 * 0.05 / worlds);
            assertTrue(Math.abs((double) held / worlds - 0.95) < three, held + " of " + worlds + " at " + planted);
        }
    }

    @Test
    void one_clinic_without_covariates_has_the_limits_of_the_groups_means() {
        List<CrossProducts> practitioners = new MadePractitioners().sums(9, 3, 20);
        List<CrossProducts> means = new ArrayList<>();
        List<VarianceRatio.Group> groups = new ArrayList<>();
        double squares = 0;
        long n = 0;
        for (CrossProducts one : practitioners) {
            double[][] xx = {{one.n()}};
            means.add(new CrossProducts(one.n(), xx, new double[] {one.xy()[0]}, one.yy()));
            groups.add(new VarianceRatio.Group(one.n(), one.xy()[0] / one.n()));
            squares += one.yy() - one.xy()[0] * one.xy()[0] / one.n();
            n += one.n();
        }
        RatioWithinClinics found =
                assertInstanceOf(RatioWithinClinics.class, RatioWithinClinics.of(NestedSums.of(List.of(means))));
        VarianceRatio expected = VarianceRatio.of(groups, squares / (n - 9), n - 9.0);
        assertEquals(squares / (n - 9), found.within(), 1e-9);
        assertEquals(expected.low(), found.ratio().low(), 1e-9);
        assertEquals(expected.high(), found.ratio().high(), 1e-8);
    }

    @Test
    void clinics_with_one_practitioner_each_say_nothing_of_practitioners() {
        List<List<CrossProducts>> clinics =
                new MadePractitioners().sums(6, 40, 5).stream().map(List::of).toList();
        assertNull(RatioWithinClinics.of(NestedSums.of(clinics)));
    }
}
