package axial.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Events per unit of exposure, with the exact interval of Garwood (1936, Biometrika 28:437): χ²
 * quantiles with 2k and 2k+2 degrees of freedom, halved. No standard error and no p.
 */
public final class PoissonRate {
    private PoissonRate() {}

    /** The rate; not estimable without exposure. */
    public static Finding of(long events, double exposure) {
        if (!(exposure > 0)) {
            return new NotEstimable("no exposure");
        }
        double[] count = garwood(events, 0.95);
        return Estimate.interval(events / exposure, Double.NaN, count[0] / exposure, count[1] / exposure);
    }

    /** Lower and upper limit of the expected count. */
    public static double[] garwood(long events, double level) {
        double tail = (1 - level) / 2;
        return new double[] {lower(events, tail), upper(events, tail)};
    }

    /** The expected count under which as many events or more have probability {@code tail}. */
    static double lower(double events, double tail) {
        return events <= 0 ? 0 : gammaQuantile(events, tail);
    }

    /** The expected count under which as many events or fewer have probability {@code tail}. */
    static double upper(double events, double tail) {
        return gammaQuantile(events + 1, 1 - tail);
    }

    private static double gammaQuantile(double shape, double p) {
        double high = shape + 10;
        while (Gamma.regularizedGammaP(shape, high) < p) {
            high *= 2;
        }
        return Root.between(x -> Gamma.regularizedGammaP(shape, x) - p, 0, high);
    }
}
