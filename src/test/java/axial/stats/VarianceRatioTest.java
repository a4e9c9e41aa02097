package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.FDistribution;
import org.junit.jupiter.api.Test;

class VarianceRatioTest {
    @Test
    void groups_of_one_size_have_the_limits_of_the_analysis_of_variance() {
        // Searle, Casella and McCulloch 1992, 3.6: (F/F_U - 1)/n and (F/F_L - 1)/n.
        List<VarianceRatio.Group> groups = new ArrayList<>();
        double[] means = {1.2, 3.4, 2.2, 5.1, 0.3};
        for (double mean : means) {
            groups.add(new VarianceRatio.Group(6, mean));
        }
        double middle = (1.2 + 3.4 + 2.2 + 5.1 + 0.3) / 5;
        double between = 0;
        for (double mean : means) {
            between += 6 * (mean - middle) * (mean - middle) / 4;
        }
        FDistribution law = new FDistribution(4, 25);
        VarianceRatio found = VarianceRatio.of(groups, 2.5, 25);
        double f = between / 2.5;
        assertEquals((f / law.inverseCumulativeProbability(0.975) - 1) / 6, found.low(), 1e-8);
        assertEquals((f / law.inverseCumulativeProbability(0.025) - 1) / 6, found.high(), 1e-7);
    }

    @Test
    void the_limits_hold_a_planted_ratio_in_nineteen_of_twenty_worlds_of_unequal_groups() {
        int worlds = 4000;
        int held = 0;
        Random random = new Random(5);
        for (int w = 0; w < worlds; w++) {
            List<VarianceRatio.Group> groups = new ArrayList<>();
            double squares = 0;
            int df = 0;
            for (int g = 0; g < 10; g++) {
                int n = 3 + 7 * g;
                double own = Math.sqrt(0.1) * random.nextGaussian();
                double sum = 0;
                double sumSquares = 0;
                for (int i = 0; i < n; i++) {
                    double y = own + random.nextGaussian();
                    sum += y;
                    sumSquares += y * y;
                }
                groups.add(new VarianceRatio.Group(n, sum / n));
                squares += sumSquares - sum * sum / n;
                df += n - 1;
            }
            VarianceRatio found = VarianceRatio.of(groups, squares / df, df);
            held += found.low() <= 0.1 && 0.1 <= found.high() ? 1 : 0;
        }
        double three = 3 * Math.sqrt(0.95 * 0.05 / worlds);
        assertTrue(Math.abs((double) held / worlds - 0.95) < three, held + " of " + worlds);
    }
}
