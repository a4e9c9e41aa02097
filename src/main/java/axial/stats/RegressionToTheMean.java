package axial.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * How much of a change within one arm is to be expected without any treatment, because patients come when
 * they are at their worst; in the instrument's unit, later minus earlier (Barnett, van der Pols and Dobson
 * 2005, Int J Epidemiol 34:215). Natural recovery is not in it.
 *
 * @param raw the change seen
 * @param expected the part due to regression to the mean
 * @param rest what is left, with the error of the change seen: the expectation is taken as known
 */
public record RegressionToTheMean(Estimate raw, double expected, Estimate rest) {

    /**
     * Of patients whose mean at the start and usual mean are known: −(1−ρ)(start − usual), ρ the
     * correlation of two measurements of an unchanged patient.
     */
    public static double expected(double start, double usual, double correlation) {
        return -(1 - correlation) * (start - usual);
    }

    /**
     * Of patients let in above a cut-off, scores normal in the population they come from:
     * −σ(1−ρ) φ(z)/(1−Φ(z)), z = (cut − mean)/σ (their equation 1).
     */
    public static double expectedAbove(double cut, double mean, double deviation, double correlation) {
        double z = (cut - mean) / deviation;
        double density = FastMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return -deviation * (1 - correlation) * density / StudentT.upper(z, Double.NaN);
    }

    /** Splits a change. */
    public static RegressionToTheMean split(Estimate raw, double expected) {
        Estimate rest = Estimate.wald(raw.value() - expected, raw.stdError(), raw.df());
        return new RegressionToTheMean(raw, expected, rest);
    }
}
