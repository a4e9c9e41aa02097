package axial.stats;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A funnel of clinics by a mean: within which limits a clinic that is like the others should lie, in the unit of the
 * means.
 *
 * <p>Limits are prediction limits, centre ± t(k−1) √(v+τ²), for a clinic's own sampling variance v and the variance τ²
 * between clinics. From twenty clinics on τ² and centre are Huber's (1964, Ann Math Stat 35:73, proposal 2, standardised
 * values clipped at 1.2816), so that a few clinics which differ do not widen the limits of all; with fewer, REML. The
 * published recipes clip too (Spiegelhalter 2005) but do not divide by what clipping takes from a normal variance, 0.6787,
 * and flag several times too many.
 *
 * @param centre mean over clinics
 * @param tau2 variance of true means between clinics, beyond chance
 * @param places one for each clinic, in the order given
 */
public record ClinicFunnel(double centre, double tau2, List<Place> places) {
    /** Fewer clinics than this are no benchmark. */
    public static final int FEWEST = 3;

    private static final int FEWEST_FOR_ROBUST = 20;
    private static final double CLIP = 1.2815515655446004;
    private static final double CLIPPED_VARIANCE = 0.6786594871416747;
    private static final double OUTER_TENTH = 1.6448536269514722;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Where one clinic stands.
     *
     * @param value its mean
     * @param low95 lower limit that one of forty clinics like the others falls below
     * @param low998 lower limit that one of a thousand falls below
     * @param shrunken what its true mean is expected to be: drawn to the centre by as much as its own mean is chance
     * @param shrunkenError standard error of that
     * @param outerTenth probability that its true mean lies in the outer tenth of clinics; zero where clinics do not vary
     */
    public record Place(
            double value,
            double low95,
            double high95,
            double low998,
            double high998,
            double shrunken,
            double shrunkenError,
            double outerTenth) {
        /** Whether it lies beyond the limits of 99.8 %. */
        public boolean isFarOut() {
            return value < low998 || value > high998;
        }

        /** Whether it lies beyond the limits of 95 %. */
        public boolean isOut() {
            return value < low95 || value > high95;
        }
    }

    /** The funnel of three or more clinics, each with its mean and the sampling variance of that. */
    public static ClinicFunnel of(List<Study> clinics) {
        if (clinics.size() < FEWEST) {
            throw new IllegalArgumentException("no benchmark of " + clinics.size() + " clinics");
        }
        double tau2 = clinics.size() < FEWEST_FOR_ROBUST ? BetweenStudyVariance.reml(clinics) : robust(clinics);
        double centre = centre(clinics, tau2);
        TDistribution t = new TDistribution(null, clinics.size() - 1.0);
        double t95 = t.inverseCumulativeProbability(0.975);
        double t998 = t.inverseCumulativeProbability(0.999);
        List<Place> places = clinics.stream()
                .map(clinic -> place(clinic, centre, tau2, t95, t998))
                .toList();
        return new ClinicFunnel(centre, tau2, places);
    }

    private static Place place(Study clinic, double centre, double tau2, double t95, double t998) {
        double spread = Math.sqrt(clinic.variance() + tau2);
        double own = tau2 / (clinic.variance() + tau2);
        double shrunken = centre + own * (clinic.effect() - centre);
        double error = Math.sqrt(own * clinic.variance());
        double edge = OUTER_TENTH * Math.sqrt(tau2);
        double outer = tau2 > 0
                ? NORMAL.cumulativeProbability((centre - edge - shrunken) / error)
                        + NORMAL.cumulativeProbability((shrunken - centre - edge) / error)
                : 0;
        return new Place(
                clinic.effect(),
                centre - t95 * spread,
                centre + t95 * spread,
                centre - t998 * spread,
                centre + t998 * spread,
                shrunken,
                error,
                outer);
    }

    /** The τ² at which clipped squares are as large on average as those of a normal variable; zero where they are less. */
    private static double robust(List<Study> clinics) {
        if (excess(clinics, 0) <= 0) {
            return 0;
        }
        double low = 0;
        double high = 1e-12;
        while (excess(clinics, high) > 0) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (excess(clinics, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double excess(List<Study> clinics, double tau2) {
        double centre = centre(clinics, tau2);
        double sum = 0;
        for (Study clinic : clinics) {
            double z = (clinic.effect() - centre) / Math.sqrt(clinic.variance() + tau2);
            sum += Math.min(z * z, CLIP * CLIP);
        }
        return sum / (clinics.size() - 1) - CLIPPED_VARIANCE;
    }

    /** The mean weighted by 1/(v+τ²), of values drawn to the clipping point where they lie beyond. */
    private static double centre(List<Study> clinics, double tau2) {
        double centre = WeightedStudies.at(clinics, tau2).mean();
        for (int i = 0; clinics.size() >= FEWEST_FOR_ROBUST && i < 50; i++) {
            double sum = 0;
            double weights = 0;
            for (Study clinic : clinics) {
                double spread = Math.sqrt(clinic.variance() + tau2);
                double off = Math.max(-CLIP * spread, Math.min(CLIP * spread, clinic.effect() - centre));
                sum += off / (spread * spread);
                weights += 1 / (spread * spread);
            }
            centre += sum / weights;
            if (Math.abs(sum / weights) <= 1e-14 * Math.abs(centre)) {
                break;
            }
        }
        return centre;
    }
}
