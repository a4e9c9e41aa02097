package axial.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** The place where a continuous function crosses zero (Brent 1973), to the last digits of a double. */
final class Root {
    private static final int MOST_EVALUATIONS = 2000;

    private Root() {}

    /** The root in [low, high]; the end that is nearer to zero where the function does not change sign. */
    static double between(DoubleUnaryOperator f, double low, double high) {
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (atLow * atHigh >= 0) {
            return Math.abs(atLow) <= Math.abs(atHigh) ? low : high;
        }
        return new BrentSolver(1e-15, 1e-300, 1e-300).solve(MOST_EVALUATIONS, f::applyAsDouble, low, high);
    }
}
