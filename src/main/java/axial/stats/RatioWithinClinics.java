package axial.stats;

import org.jspecify.annotations.Nullable;

/**
 * Between what limits the variance between practitioners of one clinic over that between patients of one practitioner lies,
 * beside covariates: Wald's interval with the clinics and covariates as fixed effects (Seely and El-Bassiouni 1983, Ann Stat
 * 11:197), exact for normal effects and groups of unequal size. (R(γ) − S)/q over S/f, R(γ) the generalised sum of squared
 * residuals at the ratio γ, S that with an intercept for each practitioner, falls with γ and at the true ratio has an F
 * distribution with q and f degrees of freedom.
 *
 * @param within S/f: the variance between patients of one practitioner, in the squared unit
 * @param ratio the limits of γ
 */
public record RatioWithinClinics(double within, VarianceRatio ratio) {
    /** Less than this share of a column's squares left counts as none. */
    private static final double LEAST_SHARE = 1e-10;

    /**
     * The limits; null where covariates and clinics leave nothing between practitioners, or practitioners nothing between
     * patients.
     */
    public static @Nullable RatioWithinClinics of(NestedSums sums) {
        CrossProducts free = cleared(sums.weighted(0, NestedSums.FIXED), sums.total());
        double rank = sums.practitioners() + rank(free);
        double q = rank - sums.clinics().size() - rank(at(sums, 0));
        double f = sums.total().n() - rank;
        double squares = squares(free);
        if (q < 1 || f < 1 || !(squares > 0)) {
            return null;
        }
        double within = squares / f;
        return new RatioWithinClinics(
                within, VarianceRatio.of(ratio -> (squares(at(sums, ratio)) - squares) / q / within, q, f));
    }

    /** The weighted sums beside an intercept for each clinic. */
    private static CrossProducts at(NestedSums sums, double ratio) {
        return cleared(sums.weighted(NestedSums.FIXED, ratio), sums.total());
    }

    /** Without the columns of which the intercepts left nothing but rounding. */
    private static CrossProducts cleared(CrossProducts left, CrossProducts all) {
        int p = left.columns();
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        for (int i = 0; i < p; i++) {
            if (isLeft(left, all, i)) {
                xy[i] = left.xy()[i];
                for (int j = 0; j < p; j++) {
                    xx[i][j] = isLeft(left, all, j) ? left.xx()[i][j] : 0;
                }
            }
        }
        return new CrossProducts(left.n(), xx, xy, left.yy());
    }

    private static boolean isLeft(CrossProducts left, CrossProducts all, int column) {
        return left.xx()[column][column] > LEAST_SHARE * all.xx()[column][column];
    }

    private static int rank(CrossProducts sums) {
        return InverseRoot.of(sums.xx()).kept().length;
    }

    private static double squares(CrossProducts sums) {
        double[] explained = Matrices.transposedTimes(InverseRoot.of(sums.xx()).root(), sums.xy());
        return sums.yy() - Matrices.dot(explained, explained);
    }
}
