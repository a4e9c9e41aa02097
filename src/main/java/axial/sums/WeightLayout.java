package axial.sums;

import axial.evidence.WeightAnswer;
import axial.stats.AugmentedMeans;
import axial.stats.PropensityWeight;
import axial.stats.TiltedMeans;
import java.util.List;

/**
 * Where the sums of {@link Weightings} stand: bins and equipoise of both sides, −log likelihood, how many are extreme; per
 * weight and side Σw, Σw², and of each column but the intercept Σwx and Σwx²; then those of three statistics, each without
 * the information, which they share.
 *
 * @param columns of the propensity model
 */
record WeightLayout(int columns, TiltedMeans allMeans, TiltedMeans treatedMeans, AugmentedMeans augmentedMeans) {
    static final List<PropensityWeight> WEIGHTS =
            List.of(PropensityWeight.OVERLAP, PropensityWeight.ALL, PropensityWeight.TREATED);
    static final int MINUS_LOG_LIKELIHOOD = 2 * WeightAnswer.BINS + 2;
    static final int EXTREME = MINUS_LOG_LIKELIHOOD + 1;
    private static final int COUNTS = EXTREME + 1;

    static int bin(int side, int bin) {
        return side * WeightAnswer.BINS + bin;
    }

    static int equipoise(int side) {
        return 2 * WeightAnswer.BINS + side;
    }

    int perSide() {
        return 2 + 2 * (columns - 1);
    }

    int side(PropensityWeight weight, int side) {
        return COUNTS + (2 * WEIGHTS.indexOf(weight) + side) * perSide();
    }

    private int information() {
        return Triangle.size(columns);
    }

    /** Where the sums of the comparison among all would start if the information were there. */
    int all() {
        return COUNTS + 2 * WEIGHTS.size() * perSide() - information();
    }

    /** The same of that among the treated. */
    int treated() {
        return all() + allMeans.sums() - information();
    }

    /** The same of the doubly robust one. */
    int augmented() {
        return treated() + treatedMeans.sums() - information();
    }

    int sums() {
        return augmented() + augmentedMeans.sums();
    }
}
