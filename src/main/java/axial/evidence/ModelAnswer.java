package axial.evidence;

import axial.stats.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What passes over the episodes found for one {@link ModelRequest}.
 *
 * @param overlap the overlap-weighted mean difference
 * @param robust the adjusted difference with patients as clusters, where that was asked for
 * @param weights what the propensities say beside it, where that was asked for
 * @param followed the difference weighted by the inverse of the chance to be followed, where that was asked for
 */
public record ModelAnswer(
        Finding overlap,
        @Nullable Finding robust,
        @Nullable WeightAnswer weights,
        @Nullable Followed followed) {

    /**
     * The difference among all with a baseline, from those who were followed.
     *
     * @param armSize effective number of patients in the arm, (Σw)²/Σw²
     * @param comparatorSize the same in the comparator
     */
    public record Followed(Finding difference, double armSize, double comparatorSize) {}
}
