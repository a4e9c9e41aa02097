package axial.stats;

import org.jspecify.annotations.Nullable;

/**
 * Whether a logistic or multinomial model can be believed: separation and absurd coefficients (Albert and
 * Anderson 1984, Biometrika 71:1; Heinze and Schemper 2002, Stat Med 21:2409). The limits are ours and
 * stand beside the words.
 */
public enum LogisticDiagnosis {
    /** Nothing found. */
    FINE("the model fits"),
    /** The likelihood has no maximum, or one so far out that it makes no difference. */
    SEPARATED("the covariates tell the arms apart"),
    /** The steps have not come to rest. */
    NOT_CONVERGED("the model did not come to rest"),
    /** One standard deviation of a covariate multiplies the odds by more than e⁵ = 148. */
    ABSURD("one covariate all but decides the arm");

    private static final double FAR = 15;
    private static final double ABSURDLY_FAR = 5;
    private static final double CERTAIN = 1e-6;

    private final String words;

    LogisticDiagnosis(String words) {
        this.words = words;
    }

    /** What to tell the reader. */
    public String words() {
        return words;
    }

    /**
     * Of a model at its last step.
     *
     * @param beta coefficients
     * @param deviations standard deviation of each coefficient's column; 0 for the intercept, which is not judged
     * @param information the information there
     * @param converged whether the last step was small
     * @param minusLogLikelihood over all rows
     * @param rows how many
     */
    public static LogisticDiagnosis of(
            double[] beta,
            double[] deviations,
            double @Nullable [][] information,
            boolean converged,
            double minusLogLikelihood,
            long rows) {
        if (information == null || minusLogLikelihood < CERTAIN * rows) {
            return SEPARATED;
        }
        InverseRoot root = InverseRoot.of(information);
        if (root.kept().length < beta.length) {
            return SEPARATED;
        }
        double[][] covariance = root.inverse();
        double farthest = 0;
        for (int i = 0; i < beta.length; i++) {
            double error = Math.sqrt(covariance[i][i]) * deviations[i];
            if (error > FAR || Math.abs(beta[i]) * deviations[i] > FAR) {
                return SEPARATED;
            }
            farthest = Math.max(farthest, Math.abs(beta[i]) * deviations[i]);
        }
        if (!converged) {
            return NOT_CONVERGED;
        }
        return farthest > ABSURDLY_FAR ? ABSURD : FINE;
    }
}
