package axial.stats;

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
        double[] direction = Matrices.transposedTimes(fit.root(), contrast);
        double variance = fit.residualVariance() * Matrices.dot(direction, direction);
        if (!(variance > 0)) {
            return new NotEstimable("no variation left");
        }
        return Estimate.wald(Matrices.dot(contrast, fit.beta()), Math.sqrt(variance), fit.df());
    }
}
