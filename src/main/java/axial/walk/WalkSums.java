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

    /** Sees an episode that is in one arm. */
    default void addEpisode(Episode episode) {}

    /** Adds what the same walker found elsewhere; {@code other} is of the same class. */
    void addAll(WalkSums other);
}
