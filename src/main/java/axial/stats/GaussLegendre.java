package axial.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Integral over consecutive panels, twenty Gauss-Legendre points each. */
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

    /** ∫ f from the first to the last of {@code breaks}, which ascend. */
    static double integrate(DoubleUnaryOperator f, double[] breaks) {
        double sum = 0;
        for (int panel = 1; panel < breaks.length; panel++) {
            double half = (breaks[panel] - breaks[panel - 1]) / 2;
            double middle = (breaks[panel] + breaks[panel - 1]) / 2;
            for (int i = 0; half > 0 && i < POINTS; i++) {
                sum += half * WEIGHTS[i] * f.applyAsDouble(middle + half * NODES[i]);
            }
        }
        return sum;
    }
}
