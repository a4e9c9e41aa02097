package axial.sums;

import axial.stats.MultinomialLogit;

/**
 * Gradient and information of a multinomial model over the patterns of one part: a pattern adds once per arm and once per
 * pair of arms, x(1ₖ − eₖ) and eₖ(1ₖₗ − eₗ)xx'. Who has more to sum puts it after these terms.
 */
final class MultinomialSums {
    private final MultinomialLogit logit;
    private final Moments moments;
    private final double[] terms;
    private final int arms;

    /** @param more how many terms there are beside these */
    MultinomialSums(MultinomialLogit logit, ModelColumns columns, int more) {
        this.logit = logit;
        this.arms = logit.arms() - 1;
        this.terms = new double[arms + Triangle.size(arms) + more];
        this.moments = new Moments(columns, terms.length);
    }

    /** The terms of the pattern at hand. */
    double[] terms() {
        return terms;
    }

    /** Where those begin that are not of the model. */
    int more() {
        return arms + Triangle.size(arms);
    }

    Moments moments() {
        return moments;
    }

    /** Adds so many of an arm, with the probabilities {@code e} of all arms. */
    void add(int arm, double[] e, int times, int baseline) {
        for (int k = 1, pair = arms; k < e.length; k++) {
            terms[k - 1] = ((arm == k ? 1 : 0) - e[k]) * times;
            for (int l = 1; l <= k; l++) {
                terms[pair++] = e[k] * ((k == l ? 1 : 0) - e[l]) * times;
            }
        }
        moments.add(terms, baseline);
    }

    /** Adds the gradient of the group to sums that start at a place. */
    void addGradient(OrderFreeSums sums, int from) {
        for (int k = 0; k < arms; k++) {
            moments.addVector(k, sums, from + k * logit.columns());
        }
    }

    /** Adds the lower triangle of the information of the group to sums that start at a place. */
    void addInformation(OrderFreeSums sums, int from) {
        for (int k = 0, pair = arms; k < arms; k++) {
            for (int l = 0; l <= k; l++, pair++) {
                moments.addBlock(pair, sums, from, k * logit.columns(), l * logit.columns());
            }
        }
    }
}
