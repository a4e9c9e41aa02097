package axial.walk;

import axial.clinic.Scaled;

/**
 * An episode that is in one arm, while its patient is at hand.
 *
 * @param index place of the index visit among the patient's visits
 * @param end place after the episode's last visit
 * @param baselines per outcome, in steps
 * @param followUps per outcome × window, outcome first, in steps
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one addition, never compared
public record Episode(PatientVisits visits, int index, int end, int arm, int[] baselines, int[] followUps) {
    /** Until which day after the index visit treatments are counted as the dose. */
    public static final int DOSE_DAYS = 42;

    /** Follow-up minus baseline in steps, or {@link Scaled#MISSING}. */
    public int change(int outcome, int outcomeWindow) {
        int followUp = followUps[outcomeWindow];
        int baseline = baselines[outcome];
        return followUp == Scaled.MISSING || baseline == Scaled.MISSING ? Scaled.MISSING : followUp - baseline;
    }

    /** Day of the index visit, since any fixed day. */
    public int indexDay() {
        return visits.day(index);
    }

    /** How many visits from the index day up to day {@value #DOSE_DAYS} were treated ones. */
    public int treatedVisits() {
        return treatedVisits(DOSE_DAYS);
    }

    /** How many visits from the index day up to a day after it were treated ones. */
    public int treatedVisits(int lastDay) {
        int treated = 0;
        for (int v = index; v < end && day(v) <= lastDay; v++) {
            treated += visits.treated(v) ? 1 : 0;
        }
        return treated;
    }

    /** Days from the index visit to the last visit of any kind up to day {@value #DOSE_DAYS}. */
    public int lastSeenDay() {
        int last = 0;
        for (int v = index; v < end && day(v) <= DOSE_DAYS; v++) {
            last = day(v);
        }
        return last;
    }

    private int day(int v) {
        return visits.day(v) - visits.day(index);
    }
}
