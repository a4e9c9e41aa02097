package axial.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums over the patients who were seen in the same windows: all that a mixed model for repeated measures
 * needs of them.
 *
 * <p>Centre outcomes and covariates before summing, so that no digits are lost.
 *
 * @param seen for each window whether the outcome was seen
 * @param n patients
 * @param products ΣVV' of V = (covariates, outcomes by window), zero for windows not seen
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record PatternSums(boolean[] seen, long n, double[][] products) implements Serializable {

    /** The sums over one patient; an outcome that was not seen is NaN. */
    public static PatternSums ofPatient(double[] covariates, double[] outcomes) {
        boolean[] seen = new boolean[outcomes.length];
        double[] v = Arrays.copyOf(covariates, covariates.length + outcomes.length);
        for (int t = 0; t < seen.length; t++) {
            seen[t] = !Double.isNaN(outcomes[t]);
            v[covariates.length + t] = seen[t] ? outcomes[t] : 0;
        }
        return new PatternSums(seen, 1, Matrices.outer(v));
    }

    /** The sums over the patients of both, who were seen in the same windows. */
    public PatternSums plus(PatternSums other) {
        if (!Arrays.equals(seen, other.seen)) {
            throw new IllegalArgumentException("patients seen in different windows do not add");
        }
        return new PatternSums(seen, n + other.n, Matrices.plus(products, other.products));
    }

    /** How many windows were seen. */
    int windowsSeen() {
        int count = 0;
        for (boolean one : seen) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
