package axial.sums;

/**
 * Episodes alike as one propensity model sees them: one, or those of a covariate pattern.
 *
 * @param place in the part
 * @param x the model's columns
 * @param e the probability of the arm at the model's present coefficients
 * @param change as the design takes it, the mean of theirs
 * @param episodes how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one addition, never compared
record ModelRow(int place, double[] x, boolean inArm, double e, double change, int episodes) {
    ModelRow withChange(double other) {
        return new ModelRow(place, x, inArm, e, other, episodes);
    }

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
