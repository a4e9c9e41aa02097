package axial.sums;

/**
 * An episode as one propensity model sees it.
 *
 * @param episode its place in its part
 * @param x the model's columns
 * @param e the probability of the arm at the model's present coefficients
 * @param change as the design takes it
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one addition, never compared
record ModelRow(int episode, double[] x, boolean inArm, double e, double change) {
    /** Whether every number covariate is there. */
    static boolean complete(double[] x) {
        for (double value : x) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
