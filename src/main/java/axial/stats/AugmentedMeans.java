package axial.stats;

import java.io.Serializable;

/**
 * Means of two or more arms in one population, weighted by estimated propensities and augmented by an
 * outcome regression in each arm; in the outcome's unit. For {@link PropensityWeight#ALL} right if either
 * model is right (Robins, Rotnitzky and Zhao 1994; Mao, Li and Greene 2019, Stat Methods Med Res 28:2439).
 *
 * <p>μₖ = Σh mₖ/Σh + Σ1ₖw(y−mₖ)/Σ1ₖw, mₖ = x'αₖ by least squares in arm k. All three estimations enter
 * the error by stacked estimating equations.
 *
 * @param model the propensity model; the outcome regressions use its columns
 * @param tilt whom the answer is about
 * @param target the arm of {@link PropensityWeight#TREATED}
 * @param outcome the outcome regression of each arm
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AugmentedMeans(MultinomialLogit model, PropensityWeight tilt, int target, LeastSquares[] outcome)
        implements Serializable {

    /** How many sums it needs: information, Σh, Σhx, Σ∂h, and for each arm those of {@link #perArm}. */
    public int sums() {
        return model.informationSums() + common() + model.arms() * perArm();
    }

    /** Where the sums of an arm start. */
    public int start(int arm) {
        return model.informationSums() + common() + arm * perArm();
    }

    /** Adds one row with its propensities at the maximum of the likelihood. */
    public void add(double[] x, int arm, double[] e, double y, Adder to) {
        model.addInformation(x, e, to);
        addMeans(x, arm, e, y, to);
    }

    /** Adds what {@link #add} adds beyond the information, for who has that from another sum. */
    public void addMeans(double[] x, int arm, double[] e, double y, Adder to) {
        int columns = model.columns();
        int p = model.coefficients();
        int from = model.informationSums();
        double h = tilt.tilt(e, target);
        double[] dh = times(tilt.tiltSlope(e, target), x);
        to.add(from, h);
        addAll(from + 1, x, h, to);
        addAll(from + 1 + columns, dh, 1, to);
        for (int k = 0; k < model.arms(); k++) {
            int place = start(k);
            double m = Matrices.dot(x, outcome[k].beta());
            to.add(place, h * m);
            addAll(place + 1, dh, m, to);
            if (k == arm) {
                double w = h / e[arm];
                double[] dw = times(tilt.slope(e, arm, target), x);
                to.add(place + 1 + p, w);
                to.add(place + 2 + p, w * (y - m));
                addAll(place + 3 + p, x, w, to);
                addAll(place + 3 + p + columns, dw, 1, to);
                addAll(place + 3 + 2 * p + columns, dw, y - m, to);
            }
        }
    }

    /** The means, from the sums over all rows. */
    public Means of(double[] sums) {
        int arms = model.arms();
        Part[] parts = new Part[arms];
        InverseRoot information = InverseRoot.of(model.information(sums, 0));
        int columns = model.columns();
        int p = model.coefficients();
        int from = model.informationSums();
        double h = sums[from];
        for (int k = 0; k < arms; k++) {
            int place = start(k);
            double predicted = sums[place] / h;
            double w = sums[place + 1 + p];
            double residual = sums[place + 2 + p] / w;
            double[] g = new double[p];
            for (int i = 0; i < p; i++) {
                double byTilt = sums[place + 1 + i] - predicted * sums[from + 1 + columns + i];
                double dw = sums[place + 3 + p + columns + i];
                double byWeight = sums[place + 3 + 2 * p + columns + i] - residual * dw;
                g[i] = byTilt / h + byWeight / w;
            }
            double[] a = new double[columns];
            for (int j = 0; j < columns; j++) {
                a[j] = sums[from + 1 + j] / h - sums[place + 3 + p + j] / w;
            }
            parts[k] = new Part(predicted, residual, w, information.solve(g), Matrices.times(outcome[k].inverse(), a));
        }
        return new Means(this, h, parts);
    }

    private int common() {
        return 1 + model.columns() + model.coefficients();
    }

    /** Σhm, Σ∂h m, Σw, Σwr, Σwx, Σ∂w, Σ∂w r, with r = y − m. */
    private int perArm() {
        return 3 + model.columns() + 3 * model.coefficients();
    }

    private static void addAll(int from, double[] v, double factor, Adder to) {
        for (int i = 0; i < v.length; i++) {
            to.add(from + i, v[i] * factor);
        }
    }

    private double[] times(double[] slope, double[] x) {
        double[] product = new double[model.coefficients()];
        for (int i = 0; i < product.length; i++) {
            product[i] = slope[i / x.length] * x[i % x.length];
        }
        return product;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(double predicted, double residual, double weight, double[] byScore, double[] byOutcome)
            implements Serializable {}

    /** The augmented means with what a row adds to them. */
    public static final class Means implements Serializable {
        private static final long serialVersionUID = 1;
        private static final int FIXED = 4;
        private final AugmentedMeans means;
        private final double tilt;
        private final Part[] parts;

        private Means(AugmentedMeans means, double tilt, Part[] parts) {
            this.means = means;
            this.tilt = tilt;
            this.parts = parts;
        }

        /** The mean of an arm. */
        public double mean(int arm) {
            return parts[arm].predicted + parts[arm].residual;
        }

        /** What one row adds to the influence on the difference of two arms' means. */
        public double influence(double[] x, int arm, double[] e, double y, int one, int other) {
            return ofProducts(Matrices.times(vectors(one, other), x), arm, e, y, one, other);
        }

        /**
         * The vectors of whose products with the covariates of a row that is made: of both arms the outcome regression, then
         * what its estimation adds, then by linear predictor what the propensity's adds.
         */
        public double[][] vectors(int one, int other) {
            double[][] byScore = means.model.byPredictor(Matrices.minus(parts[one].byScore, parts[other].byScore));
            double[][] vectors = new double[FIXED + byScore.length][];
            vectors[0] = means.outcome[one].beta();
            vectors[1] = means.outcome[other].beta();
            vectors[2] = parts[one].byOutcome;
            vectors[3] = parts[other].byOutcome;
            System.arraycopy(byScore, 0, vectors, FIXED, byScore.length);
            return vectors;
        }

        /** What a row adds whose covariates have these products with {@link #vectors}. */
        public double ofProducts(double[] products, int arm, double[] e, double y, int one, int other) {
            double sum = means.model.scoreTimes(products, FIXED, arm, e);
            return sum
                    + ofArm(products[0], products[2], arm, e, y, one)
                    - ofArm(products[1], products[3], arm, e, y, other);
        }

        /** All but what the propensity's own estimation adds, from the outcome expected and what its estimation adds. */
        private double ofArm(double m, double byOutcome, int arm, double[] e, double y, int k) {
            Part part = parts[k];
            double h = means.tilt.tilt(e, means.target);
            double sum = h * (m - part.predicted) / tilt;
            if (arm == k) {
                sum += h / e[k] * (y - m - part.residual) / part.weight;
                sum += byOutcome * (y - m);
            }
            return sum;
        }

        /** The difference of two arms' means, from Σ over clusters of the squared sum of influences. */
        public Finding conclude(int one, int other, double squares, long clusters) {
            return ClusterInfluence.conclude(mean(one) - mean(other), squares, clusters);
        }
    }
}
