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
        if (!fit.keeps(column)) {
            return new NotEstimable("the other covariates determine it");
        }
        if (fit.df() < 1) {
            return new NotEstimable("no degrees of freedom left");
        }
        double variance = fit.residualVariance() * fit.inverse()[column][column];
        if (!(variance > 0)) {
            return new NotEstimable("no variation left");
        }
        return Estimate.wald(fit.beta()[column], Math.sqrt(variance), fit.df());
    }
}
