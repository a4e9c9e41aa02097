package axial.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.stats.Estimate;
import axial.stats.TippingSurface;
import axial.stats.Verdict;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quick verdict of the tipping grid against the verdict of the rows. */
class TippingVerdictTest {
    @Test
    void the_verdict_of_a_grid_point_is_that_of_a_row_in_ten_thousand_cases() {
        Random random = new Random(8);
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (int i = 0; i < 10_000; i++) {
            double df = 3 + 40 * random.nextDouble();
            double margin = i % 3 == 0 ? Double.NaN : random.nextDouble() * 2;
            double mcid = i % 5 == 0 ? Double.NaN : random.nextDouble() * 2;
            double sign = random.nextBoolean() ? 1 : -1;
            Estimate difference = Estimate.wald(random.nextGaussian(), 0.02 + random.nextDouble(), df);
            Verdict quick = new Tipping.Verdict(sign, mcid, margin, df).of(difference);
            assertEquals(Verdict.of(difference.times(sign), mcid, margin), quick);
            met.add(quick);
        }
        assertTrue(met.size() >= 6, met.toString());
    }

    @Test
    void a_surface_of_41_by_41_over_a_million_patients_takes_less_than_a_second() {
        Estimate difference = Estimate.wald(-0.2, 0.05, 11);
        Tipping.Verdict verdict = new Tipping.Verdict(-1, 2, 1, 11);
        double[] deltas = new double[41];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = (i - 20) / 5.0;
        }
        long start = System.nanoTime();
        Estimate[][] surface = new TippingSurface(difference, 700_000, 100_000, 650_000, 150_000).over(deltas, deltas);
        int verdicts = 0;
        for (Estimate[] row : surface) {
            for (Estimate e : row) {
                verdicts += verdict.of(e) == Verdict.NOT_ESTIMABLE ? 0 : 1;
            }
        }
        assertEquals(41 * 41, verdicts);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 1, () -> "it took " + seconds + " s");
    }
}
