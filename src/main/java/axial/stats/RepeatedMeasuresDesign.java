package axial.stats;

import java.io.Serializable;
import java.util.List;

/**
 * Which coefficients a model of repeated measures has: one for each covariate, or one for each covariate
 * and window where its effect may differ between windows.
 *
 * @param windows how many windows (repeated outcomes of a patient), in the order of time
 * @param varies for each covariate, in the order of the sums, whether it has a coefficient of its own in
 *     each window; the intercept and the arm usually do
 */
public record RepeatedMeasuresDesign(int windows, List<Boolean> varies) implements Serializable {

    /** Every covariate with a coefficient in each window. */
    public static RepeatedMeasuresDesign full(int windows, int covariates) {
        return new RepeatedMeasuresDesign(windows, java.util.Collections.nCopies(covariates, true));
    }

    /** How many covariates, the intercept among them. */
    public int covariates() {
        return varies.size();
    }

    /** How many coefficients. */
    public int coefficients() {
        return (int) varies.stream().mapToInt(v -> v ? windows : 1).sum();
    }

    /** The place of a covariate's coefficient in a window. */
    public int place(int covariate, int window) {
        int before = 0;
        for (int i = 0; i < covariate; i++) {
            before += varies.get(i) ? windows : 1;
        }
        return before + (varies.get(covariate) ? window : 0);
    }

    /** The places of all covariates' coefficients, by window. */
    int[][] places() {
        int[][] places = new int[windows][covariates()];
        for (int t = 0; t < windows; t++) {
            for (int i = 0; i < places[t].length; i++) {
                places[t][i] = place(i, t);
            }
        }
        return places;
    }
}
