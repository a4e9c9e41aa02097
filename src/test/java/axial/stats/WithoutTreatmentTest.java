package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regression to the mean, and the contrast within clinics. */
class WithoutTreatmentTest {
    @ParameterizedTest
    @CsvSource({"5, 4, 2, 0.5", "8, 4, 2, 0.9", "0, 4, 2, 0.3"})
    void patients_let_in_above_a_cut_fall_by_the_integral_of_the_bivariate_normal(
            double cut, double mean, double deviation, double correlation) {
        // E(Y₂ − Y₁ | Y₁ > c) = ∫(ρ−1)(y−μ) f(y) dy / P(Y₁ > c), by quadrature.
        double[] breaks = new double[41];
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = cut + (mean + 10 * deviation - cut) * i / 40;
        }
        double mass = integral(y -> density((y - mean) / deviation), breaks);
        double fall = integral(y -> (correlation - 1) * (y - mean) * density((y - mean) / deviation), breaks);
        assertEquals(fall / mass, RegressionToTheMean.expectedAbove(cut, mean, deviation, correlation), 1e-10);
    }

    private static double integral(DoubleUnaryOperator f, double[] breaks) {
        double[] values = Arrays.stream(GaussLegendre.places(breaks)).map(f).toArray();
        return Matrices.dot(GaussLegendre.weights(breaks), values);
    }

    @Test
    void a_start_above_the_usual_falls_back_by_the_unreliable_part() {
        assertEquals(-0.8, RegressionToTheMean.expected(6, 4, 0.6), 1e-15);
        RegressionToTheMean split = RegressionToTheMean.split(Estimate.wald(-2, 0.25, 60), -0.8);
        assertEquals(-1.2, split.rest().value(), 1e-15);
        assertEquals(0.25, split.rest().stdError());
        assertEquals(split.raw().value(), split.expected() + split.rest().value(), 1e-15);
    }

    @Test
    void the_contrast_within_clinics_is_that_of_a_column_for_each_clinic() {
        Random random = new Random(12);
        int clinics = 6;
        CrossProducts withDummies = CrossProducts.none(clinics + 1);
        List<CrossProducts> byClinic = new ArrayList<>();
        for (int g = 0; g < clinics; g++) {
            CrossProducts own = CrossProducts.none(2);
            for (int i = 0; i < 8 + 3 * g; i++) {
                double arm = random.nextDouble() < (g + 1) / 8.0 ? 1 : 0;
                double y = arm + 2 * g + random.nextGaussian();
                own = own.plus(CrossProducts.ofRow(new double[] {1, arm}, y));
                double[] row = new double[clinics + 1];
                row[0] = arm;
                row[g + 1] = 1;
                withDummies = withDummies.plus(CrossProducts.ofRow(row, y));
            }
            byClinic.add(Mundlak.withMean(own, 1));
        }
        LeastSquares expected = LeastSquares.fit(withDummies);
        LeastSquares within = LeastSquares.fit(OracleSums.total(byClinic));
        assertEquals(expected.beta()[0], within.beta()[1], 1e-12);
        ClusterRobust robust = new ClusterRobust(within, 1);
        Contribution sum = robust.none();
        for (CrossProducts clinic : byClinic) {
            sum = sum.plus(robust.of(clinic));
        }
        assertEquals(within.beta()[1], estimate(robust.conclude(sum)).value());
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2);
    }
}
