package axial.stats;

import java.io.Serializable;

/**
 * Weighted means of two or more arms in one population, weights from propensities that were estimated, in
 * the outcome's unit (Hájek; Li and Li 2019, Ann Appl Stat 13:2389).
 *
 * <p>μₖ = Σ1ₖwy/Σ1ₖw; the propensity's own estimation enters the error by stacked estimating equations: a
 * row adds 1ₖw(y−μₖ)/Sₖ + gₖ'I⁻¹ψ, ψ its score, gₖ = Σ1ₖ(∂w/∂β)(y−μₖ)/Sₖ (Lunceford and Davidian 2004,
 * Stat Med 23:2937). With two arms and overlap weights it is {@link OverlapWeights}.
 *
 * @param model the propensity model
 * @param tilt whom the answer is about
 * @param target the arm of {@link PropensityWeight#TREATED}
 */
public record TiltedMeans(MultinomialLogit model, PropensityWeight tilt, int target) implements Serializable {

    /** How many sums it needs: the information, then for each arm Σw, Σwy, Σw², Σ∂w, Σ∂w y. */
    public int sums() {
        return model.informationSums() + model.arms() * perArm();
    }

    /** Where the sums of an arm start. */
    public int start(int arm) {
        return model.informationSums() + arm * perArm();
    }

    /** Adds one row with its propensities at the maximum of the likelihood. */
    public void add(double[] x, int arm, double[] e, double y, Adder to) {
        model.addInformation(x, e, to);
        addMeans(x, arm, e, y, to);
    }

    /** Adds what {@link #add} adds beyond the information, for who has that from another sum. */
    public void addMeans(double[] x, int arm, double[] e, double y, Adder to) {
        int from = start(arm);
        double w = tilt.of(e, arm, target);
        to.add(from, w);
        to.add(from + 1, w * y);
        to.add(from + 2, w * w);
        double[] slope = tilt.slope(e, arm, target);
        int p = model.coefficients();
        for (int i = 0; i < p; i++) {
            double term = slope[i / model.columns()] * x[i % model.columns()];
            to.add(from + 3 + i, term);
            to.add(from + 3 + p + i, term * y);
        }
    }

    /** The means, from the sums over all rows. */
    public Means of(double[] sums) {
        int arms = model.arms();
        int p = model.coefficients();
        double[] weight = new double[arms];
        double[] mean = new double[arms];
        double[] size = new double[arms];
        double[][] slope = new double[arms][p];
        InverseRoot information = InverseRoot.of(model.information(sums, 0));
        for (int k = 0; k < arms; k++) {
            int from = start(k);
            weight[k] = sums[from];
            mean[k] = sums[from + 1] / weight[k];
            size[k] = PropensityWeight.effectiveSize(weight[k], sums[from + 2]);
            double[] g = new double[p];
            for (int i = 0; i < p; i++) {
                g[i] = (sums[from + 3 + p + i] - mean[k] * sums[from + 3 + i]) / weight[k];
            }
            slope[k] = information.solve(g);
        }
        return new Means(this, weight, mean, size, slope);
    }

    private int perArm() {
        return 3 + 2 * model.coefficients();
    }

    /**
     * The weighted means with what a row adds to them.
     *
     * @param means the statistic
     * @param weight Σw by arm
     * @param mean weighted mean by arm
     * @param effectiveSize (Σw)²/Σw² by arm
     * @param slope I⁻¹g by arm
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Means(TiltedMeans means, double[] weight, double[] mean, double[] effectiveSize, double[][] slope)
            implements Serializable {

        /** What one row adds to the influence on the difference of two arms' means. */
        public double influence(double[] x, int arm, double[] e, double y, int one, int other) {
            return ofProducts(Matrices.times(vectors(one, other), x), arm, e, y, one, other);
        }

        /** By linear predictor of the model the vector by whose product with the covariates of a row its score adds to that. */
        public double[][] vectors(int one, int other) {
            return means.model.byPredictor(Matrices.minus(slope[one], slope[other]));
        }

        /** What a row adds whose covariates have these products with {@link #vectors}. */
        public double ofProducts(double[] products, int arm, double[] e, double y, int one, int other) {
            double byModel = means.model.scoreTimes(products, 0, arm, e);
            if (arm != one && arm != other) {
                return byModel;
            }
            double own = means.tilt.of(e, arm, means.target) * (y - mean[arm]) / weight[arm];
            return byModel + (arm == one ? own : -own);
        }

        /** The difference of two arms' means, from Σ over clusters of the squared sum of influences. */
        public Finding conclude(int one, int other, double squares, long clusters) {
            return ClusterInfluence.conclude(mean[one] - mean[other], squares, clusters);
        }
    }
}
