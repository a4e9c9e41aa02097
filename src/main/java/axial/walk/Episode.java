package axial.walk;

import axial.clinic.Scaled;

/**
 * An episode that is in one arm.
 *
 * @param index the index visit
 * @param baselines per outcome, in steps
 * @param followUps per outcome × window, outcome first, in steps
 */
public record Episode(int arm, WalkVisit index, int[] baselines, int[] followUps) {

    /** Follow-up minus baseline in steps, or {@link Scaled#MISSING}. */
    public int change(int outcome, int outcomeWindow) {
        int followUp = followUps[outcomeWindow];
        int baseline = baselines[outcome];
        return followUp == Scaled.MISSING || baseline == Scaled.MISSING ? Scaled.MISSING : followUp - baseline;
    }
}
