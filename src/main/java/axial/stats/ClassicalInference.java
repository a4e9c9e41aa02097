package axial.stats;

import org.jspecify.annotations.Nullable;

/**
 * One coefficient of a linear model with its classical standard error, σ √((X'X)⁻¹ⱼⱼ), and n − rank
 * degrees of freedom; in the outcome's unit per unit of the column.
 *
 * <p>Not estimable if earlier columns determine the column, or no degrees of freedom or no variation
 * are left.
 */
public final class ClassicalInference {
    private ClassicalInference() {}

    /** The coefficient of {@code column} with its t interval. */
    public static Finding of(LeastSquares fit, int column) {
        double[] contrast = new double[fit.beta().length];
        contrast[column] = 1;
        return of(fit, contrast);
    }

    /** A weighted sum of the coefficients with its t interval. */
    public static Finding of(LeastSquares fit, double[] contrast) {
        if (!fit.keeps(contrast)) {
            return new NotEstimable("the other covariates determine it");
        }
        if (fit.df() < 1) {
            return new NotEstimable("no degrees of freedom left");
        }
        double variance = variance(fit, contrast);
        if (!(variance > 0)) {
            return new NotEstimable("no variation left");
        }
        return Estimate.wald(Matrices.dot(contrast, fit.beta()), Math.sqrt(variance), fit.df());
    }

    /** The coefficient of {@code column} as a study to be pooled; null where it cannot be estimated. */
    public static @Nullable Study study(LeastSquares fit, int column) {
        double[] contrast = new double[fit.beta().length];
        contrast[column] = 1;
        double variance = fit.keeps(column) && fit.df() >= 1 ? variance(fit, contrast) : 0;
        double error = Math.sqrt(variance);
        return variance > 0 ? new Study(fit.beta()[column], error * error) : null;
    }

    private static double variance(LeastSquares fit, double[] contrast) {
        double[] direction = Matrices.transposedTimes(fit.root(), contrast);
        return fit.residualVariance() * Matrices.dot(direction, direction);
    }
}
