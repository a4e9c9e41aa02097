package axial.evidence;

import axial.clinic.Scaled;
import axial.stats.ClusterRobust;
import axial.walk.Bands;
import axial.walk.Design;
import axial.walk.EpisodeRow;
import org.jspecify.annotations.Nullable;

/**
 * A model that cells cannot answer, so that somebody has to pass over the episodes.
 *
 * @param propensityColumns the design's columns that the propensity model uses
 * @param sides per arm of the job: 1 in the arm, 0 in the comparator, -1 in neither
 * @param category the subgroup's category in the plan, -1 for everybody
 * @param level the subgroup's level
 * @param severity the bands of the baseline that the level is one of, or null
 * @param patients whether each patient is a cluster
 * @param robust the adjusted difference, where its clusters are patients; else null
 * @param everyWeight whether more than overlap weights is asked of the propensities
 * @param weights what that needs to know; null where nothing is asked, or where somebody is barred and it must be summed
 * @param barred kinds that one side never has: no propensity can be told, so the weighted comparisons leave them out
 * @param followUp what is asked about being followed; null for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a message, never compared
public record ModelRequest(
        String key,
        Design design,
        int[] propensityColumns,
        int[] sides,
        int outcome,
        int outcomeWindow,
        int category,
        String level,
        @Nullable Bands severity,
        boolean patients,
        @Nullable ClusterRobust robust,
        boolean everyWeight,
        @Nullable WeightRequest weights,
        Kinds barred,
        @Nullable FollowUpRequest followUp)
        implements EpisodeRequest {

    /** Whether the episode is in the analysis. */
    public boolean includes(EpisodeRow episode) {
        return sides[episode.arm()] >= 0
                && episode.changes()[outcomeWindow] != Scaled.MISSING
                && isOfLevel(episode.categories())
                && isOfSeverity(episode.baselines()[outcome]);
    }

    /** Whether somebody whose categories have these levels is of the subgroup. */
    public boolean isOfLevel(String[] categories) {
        return category < 0 || categories[category].equals(level);
    }

    /** Whether somebody with this baseline is of the subgroup. */
    public boolean isOfSeverity(int baseline) {
        return severity == null || severity.word(severity.index(baseline)).equals(level);
    }
}
