package axial.stats;

import static axial.stats.Sample.estimate;
import static axial.stats.Sample.moments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingFollowUpTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1.5, 0", "-2, 1", "0.7, 0.7"})
    void the_surface_is_the_mean_score_of_the_stacked_equations(double delta, double comparatorDelta) {
        Random random = new Random(6);
        int n = 90;
        int[] arm = new int[n];
        double[] y = new double[n];
        boolean[] seen = new boolean[n];
        double[][] sums = new double[2][4];
        for (int i = 0; i < n; i++) {
            arm[i] = random.nextInt(2);
            seen[i] = random.nextInt(4) > arm[i];
            y[i] = 2 * random.nextGaussian() - arm[i];
            double[] terms = {seen[i] ? 1 : 0, seen[i] ? 0 : 1, seen[i] ? y[i] : 0, seen[i] ? y[i] * y[i] : 0};
            sums[arm[i]] = Matrices.plus(sums[arm[i]], terms);
        }
        double[] theta = new double[4];
        double variance = 0;
        double[] shift = {comparatorDelta, delta};
        for (int k = 0; k < 2; k++) {
            double mean = sums[k][2] / sums[k][0];
            theta[k] = mean;
            theta[2 + k] = mean + shift[k] * sums[k][1] / (sums[k][0] + sums[k][1]);
            variance += (sums[k][3] - sums[k][0] * mean * mean) / (sums[k][0] * sums[k][0]);
        }
        double expected = StackedEquations.error(
                (i, t) -> {
                    double[] psi = new double[4];
                    psi[arm[i]] = seen[i] ? y[i] - t[arm[i]] : 0;
                    double filled = seen[i] ? y[i] : t[arm[i]] + shift[arm[i]];
                    psi[2 + arm[i]] = filled - t[2 + arm[i]];
                    return psi;
                },
                theta,
                n,
                n,
                t -> t[3] - t[2]);
        Estimate mar = Estimate.wald(theta[1] - theta[0], Math.sqrt(variance), n - 1.0);
        TippingSurface surface =
                new TippingSurface(mar, (long) sums[1][0], (long) sums[1][1], (long) sums[0][0], (long) sums[0][1]);
        Estimate at = surface.at(delta, comparatorDelta);
        assertEquals(theta[3] - theta[2], at.value(), 1e-12);
        assertEquals(expected, at.stdError() * Math.sqrt(n / (n - 1.0)), 1e-8);
    }

    @Test
    void a_surface_of_41_by_41_has_the_difference_as_if_missing_at_random_in_its_middle() {
        Estimate mar = Estimate.wald(-1, 0.3, 200);
        double[] deltas = new double[41];
        for (int i = 0; i < 41; i++) {
            deltas[i] = (i - 20) / 4.0;
        }
        Estimate[][] surface = new TippingSurface(mar, 80, 20, 70, 30).over(deltas, deltas);
        assertEquals(41, surface.length);
        assertEquals(41, surface[40].length);
        assertEquals(mar.value(), surface[20][20].value());
        assertEquals(mar.low(), surface[20][20].low(), 1e-15);
        assertEquals(-1 + 5 * 0.2 + 5 * 0.3, surface[40][0].value(), 1e-12);
    }

    @Test
    void the_conclusion_turns_where_the_interval_first_touches_zero() {
        TippingSurface surface = new TippingSurface(Estimate.wald(-1, 0.3, 200), 80, 20, 70, 30);
        double turn = surface.turn(e -> e.high() < 0, 10);
        assertEquals(0, surface.at(turn, 0).high(), 1e-9);
        assertTrue(turn > 0);
        assertEquals(Double.NaN, surface.turn(e -> e.high() < 0, -1));
    }

    @Test
    void jumping_to_reference_fills_the_arm_with_the_comparators_mean() {
        Moments arm = moments(-3, -2, -4, -3);
        Moments comparator = moments(-1, -2, 0, -1, -1);
        Estimate mar = estimate(WelchDifference.of(arm, comparator));
        JumpToReference jump = JumpToReference.of(mar, 4, 2);
        double filled = (4 * arm.mean() + 2 * comparator.mean()) / 6 - comparator.mean();
        assertEquals(filled, jump.anchored().value(), 1e-12);
        assertEquals(mar.stdError(), jump.anchored().stdError());
        assertTrue(jump.repeated().stdError() < mar.stdError() + Math.abs(mar.value()));
        assertEquals(mar, JumpToReference.of(mar, 4, 0).anchored());
        assertEquals(mar, JumpToReference.of(mar, 4, 0).repeated());
    }

    @Test
    void responders_lie_between_all_and_none_of_the_missing() {
        WorstCaseBounds bounds = WorstCaseBounds.responders(20, 30, 10, 15, 30, 20);
        assertEquals(20 / 40.0 - 35 / 50.0, bounds.low(), 1e-15);
        assertEquals(30 / 40.0 - 15 / 50.0, bounds.high(), 1e-15);
        // The bounds are far apart, so each end needs one tail of 5 %.
        double error = Math.sqrt(0.5 * 0.5 / 40 + 0.7 * 0.3 / 50);
        assertEquals(bounds.low() - 1.6448536269514722 * error, bounds.intervalLow(), 1e-6);
    }

    @Test
    void with_nobody_missing_the_bounds_are_the_difference_and_its_interval_by_z() {
        Moments arm = moments(1, 2, 3, 4);
        Moments comparator = moments(2, 4, 4, 6);
        WorstCaseBounds bounds = WorstCaseBounds.means(arm, 0, comparator, 0, 0, 10);
        assertEquals(bounds.low(), bounds.high());
        double error = Math.sqrt(arm.variance() / 4 + comparator.variance() / 4);
        assertEquals(-1.5 - 1.959963984540054 * error, bounds.intervalLow(), 1e-9);
        assertEquals(-1.5 + 1.959963984540054 * error, bounds.intervalHigh(), 1e-9);
    }

    @Test
    void means_lie_between_the_ends_of_the_instrument() {
        WorstCaseBounds bounds = WorstCaseBounds.means(moments(1, 2, 3), 1, moments(4, 5, 6), 2, 0, 10);
        assertEquals((6 + 0) / 4.0 - (15 + 20) / 5.0, bounds.low(), 1e-12);
        assertEquals((6 + 10) / 4.0 - 15 / 5.0, bounds.high(), 1e-12);
        Moments low = moments(1, 2, 3, 0);
        Moments high = moments(4, 5, 6, 10, 10);
        double error = Math.sqrt(low.meanVariance() + high.meanVariance());
        assertEquals(bounds.low() - 1.6448536269514722 * error, bounds.intervalLow(), 1e-3);
    }
}
