package axial.walk;

import java.io.Serializable;

/**
 * What one walker adds up in the pass over all patients. Parts are merged by {@link #addAll}, in any order and grouping,
 * with the same outcome, so only whole numbers and sets may be added. A further walker is one class and one line in
 * {@code sums/Walkers}.
 */
public interface WalkSums extends Serializable {
    /** Sees one patient, after all of the patient's episodes; the window moves on afterwards. */
    void add(PatientVisits patient);

    /** Sees an episode that is in one arm, while its visits are at hand. */
    default void addEpisode(Episode episode) {}

    /**
     * Sees all episodes of the part once more after its last patient, those of a clinic and arm together.
     *
     * @param order the places of the episodes in the order in which they are to be added
     */
    default void addEpisodes(EpisodeBlock episodes, int[] order) {}

    /** The part is walked: what is found may lie for long, and takes as little room as it can. */
    default void settle() {}

    /** Adds what the same walker found elsewhere; {@code other} is of the same class. */
    void addAll(WalkSums other);
}
