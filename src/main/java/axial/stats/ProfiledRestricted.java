package axial.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A linear mixed model at given ratios of its variances to the residual variance, which is profiled out:
 * −2ℓ = log|V/σ²| + log|A| + (N−p)(1 + log(2πσ̂²)), σ̂² = (y'Wy − β'X'Wy)/(N−p), A = X'WX (Bates et al.
 * 2015, J Stat Softw 67:1, eq. 41).
 *
 * @param deviance −2ℓ restricted
 * @param root of A, with L L' = A⁻¹
 * @param beta the coefficients
 * @param variance the residual variance σ̂²
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProfiledRestricted(double deviance, InverseRoot root, double[] beta, double variance) {
    private static final int MOST_EVALUATIONS = 20_000;
    private static final int ROUNDS = 3;

    static ProfiledRestricted of(CrossProducts weighted, double logDeterminant) {
        InverseRoot root = InverseRoot.of(weighted.xx());
        double[] first = root.solve(weighted.xy());
        double[] left = Matrices.minus(weighted.xy(), Matrices.times(weighted.xx(), first));
        double[] beta = Matrices.plus(first, root.solve(left));
        double free = weighted.n() - root.kept().length;
        double variance = (weighted.yy() - Matrices.dot(beta, weighted.xy())) / free;
        double sum = logDeterminant + root.logDeterminant() + free * (1 + StrictMath.log(2 * Math.PI * variance));
        return new ProfiledRestricted(sum, root, beta, variance);
    }

    /** A coefficient by t with the degrees of freedom given. */
    Finding coefficient(int column, double df) {
        double error = variance * root.inverse()[column][column];
        if (Arrays.stream(root.kept()).noneMatch(k -> k == column)) {
            return new NotEstimable("the other covariates determine it");
        }
        return error > 0 && df >= 1
                ? Estimate.wald(beta[column], Math.sqrt(error), df)
                : new NotEstimable("no variation left");
    }

    /**
     * What minimises a function: the simplex of Nelder and Mead (1965), started anew where it stopped. It comes back to
     * where it was a third of the time and more, so the function is asked once at each place.
     */
    static double[] least(ToDoubleFunction<double[]> f, double[] start) {
        Map<List<Double>, Double> known = new HashMap<>();
        MultivariateFunction once =
                x -> known.computeIfAbsent(Arrays.stream(x).boxed().toList(), place -> f.applyAsDouble(x));
        double[] at = start;
        for (int i = 0; i < ROUNDS; i++) {
            SimplexOptimizer search = new SimplexOptimizer(new SimpleValueChecker(1e-16, 1e-14));
            at = search.optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(once),
                            GoalType.MINIMIZE,
                            new InitialGuess(at),
                            new NelderMeadSimplex(start.length, i == 0 ? 0.5 : 0.01))
                    .getPoint();
        }
        return at;
    }
}
