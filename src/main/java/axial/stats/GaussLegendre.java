package axial.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Integrals over consecutive panels, twenty Gauss-Legendre points each. */
final class GaussLegendre {
    private static final int POINTS = 20;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int i = 0; i < POINTS; i++) {
            NODES[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    private GaussLegendre() {}

    /** Where to evaluate a function to integrate it from the first to the last of {@code breaks}, which ascend. */
    static double[] places(double[] breaks) {
        return inEach(breaks, (middle, half, i) -> middle + half * NODES[i]);
    }

    /** What each of these places counts. */
    static double[] weights(double[] breaks) {
        return inEach(breaks, (middle, half, i) -> half * WEIGHTS[i]);
    }

    private interface OfPanel {
        double at(double middle, double half, int point);
    }

    private static double[] inEach(double[] breaks, OfPanel of) {
        double[] all = new double[(breaks.length - 1) * POINTS];
        for (int panel = 0; panel + 1 < breaks.length; panel++) {
            double half = (breaks[panel + 1] - breaks[panel]) / 2;
            double middle = (breaks[panel + 1] + breaks[panel]) / 2;
            for (int i = 0; i < POINTS; i++) {
                all[panel * POINTS + i] = of.at(middle, half, i);
            }
        }
        return all;
    }
}
