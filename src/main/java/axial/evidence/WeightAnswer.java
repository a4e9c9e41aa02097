package axial.evidence;

import axial.stats.Finding;
import axial.stats.LogisticDiagnosis;
import axial.stats.PropensityWeight;
import java.util.Map;

/**
 * What one propensity model says.
 *
 * @param diagnosis whether it can be believed
 * @param weighted the weighted comparisons, by whom they are about
 * @param augmented the doubly robust difference among all
 * @param columns the design's columns that the model uses
 * @param barred whether people of kinds that one side never has were left out
 * @param bins per side, comparator first, how many have a propensity in each twentieth
 * @param equipoise per side, comparator first, how many have a preference score between 0.3 and 0.7
 * @param overlapByClinic per clinic, side (comparator first) and propensity column the overlap-weighted mean
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
public record WeightAnswer(
        LogisticDiagnosis diagnosis,
        Map<PropensityWeight, Weighted> weighted,
        Finding augmented,
        int[] columns,
        boolean barred,
        long[][] bins,
        long[] equipoise,
        Map<String, double[][]> overlapByClinic) {
    /** How many bins of propensity. */
    public static final int BINS = 20;

    /**
     * One weighting.
     *
     * @param size effective number of patients by side, comparator first
     * @param mean per side and propensity column the weighted mean
     * @param variance per side and propensity column the weighted variance, divisor Σw
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    public record Weighted(Finding difference, double[] size, double[][] mean, double[][] variance) {}
}
