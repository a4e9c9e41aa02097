package axial.evidence;

import axial.stats.ClusterRobust;
import axial.walk.Design;
import axial.walk.EpisodeRow;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A model that cells cannot answer, so that somebody has to pass over the episodes.
 *
 * @param propensityColumns the design's columns that the propensity model uses
 * @param sides per arm of the job: 1 in the arm, 0 in the comparator, -1 in neither
 * @param category the subgroup's category in the plan, -1 for everybody
 * @param level the subgroup's level
 * @param patients whether each patient is a cluster
 * @param robust the adjusted difference, where its clusters are patients; else null
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
        boolean patients,
        @Nullable ClusterRobust robust)
        implements Serializable {

    /** Whether the episode is in the analysis. */
    public boolean includes(EpisodeRow episode) {
        return sides[episode.arm()] >= 0
                && episode.changes()[outcomeWindow] != axial.clinic.Scaled.MISSING
                && (category < 0 || episode.categories()[category].equals(level));
    }
}
