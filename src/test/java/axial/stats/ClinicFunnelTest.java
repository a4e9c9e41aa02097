package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Does the funnel cry wolf? Clinics made by chance; {@code -Daxial.funnels=1000} for the full number. */
class ClinicFunnelTest {
    private static final int FUNNELS = Integer.getInteger("axial.funnels", 60);
    private static final int CLINICS = 200;
    private static final double TAU = 0.2;

    private static List<Study> clinics(Random random, double shift) {
        List<Study> clinics = new ArrayList<>();
        for (int c = 0; c < CLINICS; c++) {
            double variance = 1.0 / (20 + random.nextInt(180));
            double moved = c < CLINICS / 20 ? shift : 0;
            double mean = moved + TAU * random.nextGaussian() + Math.sqrt(variance) * random.nextGaussian();
            clinics.add(new Study(mean, variance));
        }
        return clinics;
    }

    @Test
    void ofClinicsThatAreAllInControlTwoInAThousandLieFarOut() {
        Random random = new Random(1);
        long out = 0;
        for (int f = 0; f < FUNNELS; f++) {
            out += ClinicFunnel.of(clinics(random, 0)).places().stream()
                    .filter(ClinicFunnel.Place::isFarOut)
                    .count();
        }
        double percent = 100.0 * out / FUNNELS / CLINICS;
        assertTrue(percent >= 0.1 && percent <= 0.5, percent + " % outside the limits of 99.8 %");
    }

    @Test
    void theWinsorisedRecipeWouldFlagSeveralTimesAsMany() {
        Random random = new Random(2);
        long out = 0;
        for (int f = 0; f < FUNNELS; f++) {
            List<Study> clinics = clinics(random, 0);
            double tau2 = winsorised(clinics);
            double centre = WeightedStudies.at(clinics, 0).mean();
            out += clinics.stream()
                    .filter(c -> Math.abs(c.effect() - centre) > 3.0902 * Math.sqrt(c.variance() + tau2))
                    .count();
        }
        double percent = 100.0 * out / FUNNELS / CLINICS;
        assertTrue(percent > 1, percent + " % outside by the published recipe");
    }

    @Test
    void clinicsThatDifferAreFoundAsOftenAsByTheWinsorisedRecipeAtEqualFalseAlarms() {
        assertTrue(
                power(clinics -> ClinicFunnel.of(clinics).tau2()) >= power(ClinicFunnelTest::winsorised) - 0.01,
                "power is lower");
    }

    /** The share of clinics shifted by 4 τ that stand out more than all but 0.2 % of those in control. */
    private static double power(ToDoubleFunction<List<Study>> tau2) {
        Random random = new Random(3);
        List<Double> inControl = new ArrayList<>();
        List<Double> shifted = new ArrayList<>();
        for (int f = 0; f < FUNNELS; f++) {
            List<Study> clinics = clinics(random, 4 * TAU);
            double between = tau2.applyAsDouble(clinics);
            double centre = ClinicFunnel.of(clinics).centre();
            for (int c = 0; c < CLINICS; c++) {
                double spread = Math.sqrt(clinics.get(c).variance() + between);
                double z = Math.abs(clinics.get(c).effect() - centre) / spread;
                (c < CLINICS / 20 ? shifted : inControl).add(z);
            }
        }
        inControl.sort(null);
        double limit = inControl.get((int) (0.998 * inControl.size()));
        return shifted.stream().filter(z -> z > limit).count() / (double) shifted.size();
    }

    /** τ² by z-scores winsorised at the tenth at each end, with no correction (Spiegelhalter 2005). */
    private static double winsorised(List<Study> clinics) {
        double centre = WeightedStudies.at(clinics, 0).mean();
        double[] z = clinics.stream()
                .mapToDouble(c -> (c.effect() - centre) / Math.sqrt(c.variance()))
                .toArray();
        double[] sorted = Arrays.stream(z).sorted().toArray();
        double low = sorted[z.length / 10];
        double high = sorted[z.length - 1 - z.length / 10];
        double phi = Arrays.stream(z)
                .map(v -> Math.max(low, Math.min(high, v)))
                .map(v -> v * v)
                .average()
                .orElseThrow();
        double sum = clinics.stream().mapToDouble(c -> 1 / c.variance()).sum();
        double squares = clinics.stream()
                .mapToDouble(c -> 1 / c.variance() / c.variance())
                .sum();
        return Math.max(0, (z.length * phi - (z.length - 1)) / (sum - squares / sum));
    }

    @Test
    void fewClinicsHaveTheLimitsOfTheirRandomEffects() {
        List<Study> clinics = IntStream.of(1, 2, 3, 5, 9)
                .mapToObj(n -> new Study(-2 + 0.3 * n, 1.0 / n))
                .toList();
        RandomEffects pooled = RandomEffects.reml(clinics);
        ClinicFunnel funnel = ClinicFunnel.of(clinics);
        assertEquals(pooled.pooled().value(), funnel.centre(), 1e-12);
        assertEquals(pooled.tau2(), funnel.tau2(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> ClinicFunnel.of(clinics.subList(0, 2)));
    }

    @Test
    void aShrunkenMeanLiesBetweenTheClinicsOwnAndTheCentre() {
        ClinicFunnel funnel = ClinicFunnel.of(clinics(new Random(4), 4 * TAU));
        for (ClinicFunnel.Place place : funnel.places()) {
            assertTrue(Math.abs(place.shrunken() - funnel.centre()) <= Math.abs(place.value() - funnel.centre()));
            assertTrue(place.outerTenth() >= 0 && place.outerTenth() <= 1);
            assertTrue(place.low998() < place.low95() && place.high95() < place.high998());
        }
    }
}
