package axial.stats;

import org.jspecify.annotations.Nullable;

/**
 * Logistic regression by maximum likelihood, one Newton step at a time: η = x'β on the log-odds scale.
 *
 * <p>Gradient Σx(z−e), information Σe(1−e)xx'; drop aliased columns beforehand with {@link
 * LeastSquares#kept} on X'X.
 */
public final class LogisticNewton {
    private LogisticNewton() {}

    /** e = 1/(1+exp(−η)), without overflow. */
    public static double probability(double eta) {
        double small = StrictMath.exp(-Math.abs(eta));
        return eta < 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /** −log likelihood of one row: log(1+exp(−η)) if treated, log(1+exp(η)) if not. */
    public static double deviance(double eta, boolean treated) {
        double against = treated ? -eta : eta;
        return Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(eta)));
    }

    /** What to add to β; null if the information is singular. */
    public static double @Nullable [] step(double[] gradient, double[][] information) {
        InverseRoot root = InverseRoot.of(information);
        if (root.kept().length < gradient.length) {
            return null;
        }
        double[] first = root.solve(gradient);
        double[] left = Matrices.minus(gradient, Matrices.times(information, first));
        return Matrices.plus(first, root.solve(left));
    }
}
