package axial.stats;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The probability of each of several arms given covariates, log(eₖ/e₀) = x'βₖ, by maximum likelihood one
 * Newton step at a time (Agresti 2013, section 8.1). With two arms it is {@link LogisticNewton}, arm 1
 * against arm 0.
 *
 * <p>Coefficients are laid out by arm, arm 0 (all zero) left out. Drop columns that others determine
 * beforehand with {@link LeastSquares#kept}.
 *
 * @param arms how many, two or more
 * @param columns how many covariates, the intercept among them
 */
public record MultinomialLogit(int arms, int columns) implements Serializable {

    /** How many coefficients. */
    public int coefficients() {
        return (arms - 1) * columns;
    }

    /** The probability of each arm, without overflow; they add to 1. */
    public double[] probabilities(double[] beta, double[] x) {
        double[] eta = new double[arms];
        double most = 0;
        for (int k = 1; k < arms; k++) {
            for (int j = 0; j < columns; j++) {
                eta[k] += beta[(k - 1) * columns + j] * x[j];
            }
            most = Math.max(most, eta[k]);
        }
        double sum = 0;
        for (int k = 0; k < arms; k++) {
            eta[k] = StrictMath.exp(eta[k] - most);
            sum += eta[k];
        }
        for (int k = 0; k < arms; k++) {
            eta[k] /= sum;
        }
        return eta;
    }

    /** How many sums a step needs: gradient, lower triangle of the information, −log likelihood. */
    public int sums() {
        int p = coefficients();
        return p + p * (p + 1) / 2 + 1;
    }

    /** Adds one row with its probabilities e. */
    public void add(double[] x, int arm, double[] e, Adder to) {
        int p = coefficients();
        for (int i = 0; i < p; i++) {
            to.add(i, score(x, arm, e, i));
        }
        addInformation(x, e, (place, term) -> to.add(p + place, term));
        to.add(sums() - 1, -StrictMath.log(Math.max(Double.MIN_NORMAL, e[arm])));
    }

    /** What to add to β; null if the information is singular, as where covariates separate the arms. */
    public double @Nullable [] step(double[] sums) {
        int p = coefficients();
        return LogisticNewton.step(Arrays.copyOf(sums, p), information(sums, p));
    }

    /** −log likelihood of the rows added. */
    public double minusLogLikelihood(double[] sums) {
        return sums[sums() - 1];
    }

    /** The i-th element of the score of one row, x(1ₖ − eₖ). */
    double score(double[] x, int arm, double[] e, int i) {
        int k = i / columns + 1;
        return x[i % columns] * ((arm == k ? 1 : 0) - e[k]);
    }

    /** The score of one row times a vector laid out as the coefficients, from the products of the row with its parts. */
    double scoreTimes(double[] products, int from, int arm, double[] e) {
        double sum = 0;
        for (int k = 1; k < arms; k++) {
            sum += products[from + k - 1] * ((arm == k ? 1 : 0) - e[k]);
        }
        return sum;
    }

    /** The part of each linear predictor of a vector laid out as the coefficients. */
    double[][] byPredictor(double[] vector) {
        double[][] parts = new double[arms - 1][];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = Arrays.copyOfRange(vector, k * columns, (k + 1) * columns);
        }
        return parts;
    }

    /** Adds the lower triangle of the information of one row, eₖ(1ₖₗ − eₗ) xx'. */
    public void addInformation(double[] x, double[] e, Adder to) {
        for (int i = 0, at = 0; i < coefficients(); i++) {
            int k = i / columns + 1;
            for (int j = 0; j <= i; j++, at++) {
                int l = j / columns + 1;
                to.add(at, e[k] * ((k == l ? 1 : 0) - e[l]) * x[i % columns] * x[j % columns]);
            }
        }
    }

    /** The information from its lower triangle, which starts at a place of the sums. */
    double[][] information(double[] sums, int from) {
        double[][] information = new double[coefficients()][coefficients()];
        for (int i = 0, at = from; i < information.length; i++) {
            for (int j = 0; j <= i; j++, at++) {
                information[i][j] = sums[at];
                information[j][i] = sums[at];
            }
        }
        return information;
    }

    /** How many sums the lower triangle of the information is. */
    public int informationSums() {
        return coefficients() * (coefficients() + 1) / 2;
    }
}
