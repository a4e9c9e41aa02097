package axial.walk;

import axial.clinic.Scaled;

/**
 * An episode that is in one arm, while its patient is at hand.
 *
 * @param index place of the index visit among the patient's visits
 * @param end place after the episode's last visit
 * @param baselines per outcome, in steps
 * @param followUps per outcome × window, outcome first, in steps
 * @param row what of it outlives the patient's turn
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one addition, never compared
public record Episode(
        PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps, EpisodeRow row) {
    /** Until which day after the index visit treatments are counted as the dose. */
    public static final int DOSE_DAYS = 42;

    Episode(PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps) {
        this(visits, index, end, arm, baselines, followUps, row(visits, index, end, arm, baselines, followUps));
    }

    private static EpisodeRow row(PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps) {
        int windows = followUps.length / baselines.length;
        int[] changes = new int[followUps.length];
        for (int i = 0; i < changes.length; i++) {
            int baseline = baselines[i / windows];
            boolean missing = followUps[i] == Scaled.MISSING || baseline == Scaled.MISSING;
            changes[i] = missing ? Scaled.MISSING : followUps[i] - baseline;
        }
        int treated = 0;
        int lastSeen = 0;
        for (int v = index; v < end && visits.day(v) - visits.day(index) <= DOSE_DAYS; v++) {
            treated += visits.treated(v) ? 1 : 0;
            lastSeen = visits.day(v) - visits.day(index);
        }
        return new EpisodeRow(
                visits.patient(),
                arm,
                visits.clinic(index),
                visits.practitioner(index),
                visits.cluster(index),
                visits.day(index),
                treated,
                lastSeen,
                visits.categories(index),
                visits.numbers(index),
                baselines,
                changes);
    }

    /** Day of the index visit, since any fixed day. */
    public int indexDay() {
        return row.indexDay();
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
