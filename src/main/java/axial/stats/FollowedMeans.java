package axial.stats;

import java.io.Serializable;

/**
 * Means of two or more arms among all patients from those who were followed, each weighted by the inverse
 * of the probability π of being followed; in the outcome's unit (Robins, Rotnitzky and Zhao 1995, JASA
 * 90:106). Right if being followed depends on the covariates of the model alone.
 *
 * <p>μₖ = Σ1ₖr y/π / Σ1ₖr/π; π by logistic regression on columns that should hold the arm, and its
 * estimation enters the error by stacked estimating equations.
 *
 * @param arms how many
 * @param columns columns of the model of follow-up, the intercept among them
 */
public record FollowedMeans(int arms, int columns) implements Serializable {

    /** The weight 1/π of a followed patient. */
    public static double inverse(double probability) {
        return 1 / probability;
    }

    /** The weight stabilised by the share followed in the patient's arm; their mean is 1 (Robins, Hernán and Brumback 2000). */
    public static double stabilised(double probability, double shareOfArm) {
        return shareOfArm / probability;
    }

    /** How many sums it needs: the information, and for each arm Σw, Σwy, Σw², Σ∂w, Σ∂w y. */
    public int sums() {
        return model().informationSums() + arms * (3 + 2 * columns);
    }

    /** Where the sums of an arm start. */
    public int start(int arm) {
        return model().informationSums() + arm * (3 + 2 * columns);
    }

    /** Adds one patient with the probability of being followed; {@code y} is not looked at where not followed. */
    public void add(double[] x, int arm, boolean followed, double probability, double y, Adder to) {
        model().addInformation(x, new double[] {1 - probability, probability}, to);
        if (followed) {
            addMeans(x, arm, probability, y, to);
        }
    }

    /** Adds what {@link #add} adds beyond the information for a followed patient, for who has that from another sum. */
    public void addMeans(double[] x, int arm, double probability, double y, Adder to) {
        int from = start(arm);
        double w = 1 / probability;
        to.add(from, w);
        to.add(from + 1, w * y);
        to.add(from + 2, w * w);
        for (int j = 0; j < columns; j++) {
            double slope = (1 - w) * x[j];
            to.add(from + 3 + j, slope);
            to.add(from + 3 + columns + j, slope * y);
        }
    }

    /** The means, from the sums over all patients. */
    public Means of(double[] sums) {
        InverseRoot information = InverseRoot.of(model().information(sums, 0));
        double[] weight = new double[arms];
        double[] mean = new double[arms];
        double[] size = new double[arms];
        double[][] slope = new double[arms][];
        for (int k = 0; k < arms; k++) {
            int from = start(k);
            weight[k] = sums[from];
            mean[k] = sums[from + 1] / weight[k];
            size[k] = PropensityWeight.effectiveSize(weight[k], sums[from + 2]);
            double[] g = new double[columns];
            for (int j = 0; j < columns; j++) {
                g[j] = (sums[from + 3 + columns + j] - mean[k] * sums[from + 3 + j]) / weight[k];
            }
            slope[k] = information.solve(g);
        }
        return new Means(weight, mean, size, slope);
    }

    private MultinomialLogit model() {
        return new MultinomialLogit(2, columns);
    }

    /**
     * The means with what a patient adds to them.
     *
     * @param weight Σw by arm
     * @param mean weighted mean by arm
     * @param effectiveSize (Σw)²/Σw² by arm
     * @param slope I⁻¹g by arm
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Means(double[] weight, double[] mean, double[] effectiveSize, double[][] slope)
            implements Serializable {

        /** What one patient adds to the influence on the difference of two arms' means. */
        public double influence(
                double[] x, int arm, boolean followed, double probability, double y, int one, int other) {
            return influence(Matrices.dot(vector(one, other), x), arm, followed, probability, y, one, other);
        }

        /** The vector by whose product with the covariates of a patient his score adds to that. */
        public double[] vector(int one, int other) {
            return Matrices.minus(slope[one], slope[other]);
        }

        /** What a patient adds whose covariates have this product with {@link #vector}. */
        public double influence(
                double product, int arm, boolean followed, double probability, double y, int one, int other) {
            double byModel = product * ((followed ? 1 : 0) - probability);
            if (!followed || (arm != one && arm != other)) {
                return byModel;
            }
            double own = (y - mean[arm]) / probability / weight[arm];
            return byModel + (arm == one ? own : -own);
        }

        /** The difference of two arms' means, from Σ over clusters of the squared sum of influences. */
        public Finding conclude(int one, int other, double squares, long clusters) {
            return ClusterInfluence.conclude(mean[one] - mean[other], squares, clusters);
        }
    }
}
