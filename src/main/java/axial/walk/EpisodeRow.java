package axial.walk;

import java.io.Serializable;

/**
 * An episode in an arm, as models that need several passes read it.
 *
 * @param patient number of the patient within its partition; a patient's episodes stand together
 * @param baselines per outcome, in steps
 * @param changes per outcome × window, outcome first, in steps
 */
public record EpisodeRow(
        int patient,
        int arm,
        String clinic,
        String practitioner,
        String[] categories,
        int[] numbers,
        int[] baselines,
        int[] changes)
        implements Serializable {

    /** The compact form of an episode. */
    public static EpisodeRow of(int patient, Episode episode, int windows) {
        int[] changes = new int[episode.followUps().length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = episode.change(i / windows, i);
        }
        WalkVisit index = episode.index();
        return new EpisodeRow(
                patient,
                episode.arm(),
                index.clinic(),
                index.practitioner(),
                index.categories(),
                index.numbers(),
                episode.baselines(),
                changes);
    }
}
