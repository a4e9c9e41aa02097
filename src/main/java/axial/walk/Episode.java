package axial.walk;

import axial.clinic.Scaled;

/**
 * An episode that is in one arm, while its patient is at hand.
 *
 * @param index place of the index visit among the patient's visits
 * @param end place after the episode's last visit
 * @param baselines per outcome, in steps
 * @param followUps per outcome × window, outcome first, in steps
 * @param changes per outcome × window, outcome first, in steps
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one addition, never compared
public record Episode(
        PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps, int[] changes) {
    /** Until which day after the index visit treatments are counted as the dose. */
    public static final int DOSE_DAYS = 42;

    Episode(PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps) {
        this(visits, index, end, arm, baselines, followUps, changes(baselines, followUps));
    }

    private static int[] changes(int[] baselines, int[] followUps) {
        int windows = followUps.length / baselines.length;
        int[] changes = new int[followUps.length];
        for (int o = 0; o < baselines.length; o++) {
            for (int i = o * windows; i < (o + 1) * windows; i++) {
                boolean missing = followUps[i] == Scaled.MISSING || baselines[o] == Scaled.MISSING;
                changes[i] = missing ? Scaled.MISSING : followUps[i] - baselines[o];
            }
        }
        return changes;
    }

    /** Day of the index visit, since any fixed day. */
    public int indexDay() {
        return visits.day(index);
    }

    /** Days from the index visit to the last visit up to day {@link #DOSE_DAYS}. */
    int lastSeenDay() {
        int last = index;
        while (last + 1 < end && visits.day(last + 1) - visits.day(index) <= DOSE_DAYS) {
            last++;
        }
        return visits.day(last) - visits.day(index);
    }

    /** How many visits from the index day up to a day after it were treated ones. */
    public int treatedVisits(int lastDay) {
        int treated = 0;
        for (int v = index; v < end && visits.day(v) - visits.day(index) <= lastDay; v++) {
            treated += visits.treated(v) ? 1 : 0;
        }
        return treated;
    }
}
