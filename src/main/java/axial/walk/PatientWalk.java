package axial.walk;

import axial.clinic.Scaled;
import axial.question.Job;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From a patient's visits to one change per episode, outcome and window: contract §4 stands here and nowhere else.
 *
 * <p>Visits come in order of date, then visit id; each rule of the contract is one method.
 */
public final class PatientWalk {
    private final WalkPlan plan;
    private final Cells cells;
    private final Consumer<Episode> onEpisode;
    private final int outcomes;
    private final Job.Window[] windows;
    private final Cells.@Nullable Harms[] harms;
    private int[] starts = new int[8];
    private int started = 0;

    /** A walk that counts the steps and harms in {@code cells} and tells {@code onEpisode} of each episode that is in an arm. */
    public PatientWalk(WalkPlan plan, Cells cells, Consumer<Episode> onEpisode) {
        this.plan = plan;
        this.cells = cells;
        this.onEpisode = onEpisode;
        this.harms = new Cells.Harms[plan.arms().size()];
        this.outcomes = plan.outcomes().size();
        this.windows = plan.windows().toArray(new Job.Window[0]);
    }

    /** Walks one patient. */
    public void walk(PatientVisits visits) {
        cells.count(0, visits.size());
        cells.count(1, 1);
        countHarms(visits);
        findStarts(visits);
        cells.count(2, started);
        cells.count(3, started == 0 ? 0 : 1);
        int kept = plan.firstEpisodeOnly() ? Math.min(1, started) : started;
        for (int e = 0; e < kept; e++) {
            int end = e + 1 < started ? starts[e + 1] : visits.size();
            considerEpisode(visits, starts[e], end);
        }
    }

    /** Rule 2: a treated visit more than the washout after the last treated one, or the first. */
    private void findStarts(PatientVisits visits) {
        started = 0;
        long lastTreated = Long.MIN_VALUE / 2;
        for (int v = 0; v < visits.size(); v++) {
            if (visits.treated(v)) {
                if (visits.day(v) - lastTreated > plan.washoutDays()) {
                    starts = started < starts.length ? starts : Arrays.copyOf(starts, 2 * started);
                    starts[started++] = v;
                }
                lastTreated = visits.day(v);
            }
        }
    }

    private void considerEpisode(PatientVisits visits, int index, int end) {
        if (!ofAge(visits.age(index))) {
            return;
        }
        cells.count(4, 1);
        if (visits.barred(index)) {
            return;
        }
        cells.count(5, 1);
        int arm = visits.arm(index);
        if (arm < 0) {
            return;
        }
        cells.count(6, 1);
        Episode episode = new Episode(visits, index, end, arm, baselines(visits, index), followUps(visits, index, end));
        onEpisode.accept(episode);
    }

    /** Rule 3: old enough at the index visit; a missing age only where everybody is. */
    private boolean ofAge(int age) {
        return plan.minAgeSteps() == 0 || (age != Scaled.MISSING && age >= plan.minAgeSteps());
    }

    /** Rule 5: the score at the index visit, else the latest in the baseline days before it. */
    private int[] baselines(PatientVisits visits, int index) {
        int earliest = index;
        while (earliest > 0 && visits.day(index) - visits.day(earliest - 1) <= plan.baselineDays()) {
            earliest--;
        }
        int[] baselines = new int[outcomes];
        for (int o = 0; o < outcomes; o++) {
            int v = index;
            while (v > earliest && visits.before(o, v) == Scaled.MISSING) {
                v--;
            }
            baselines[o] = visits.before(o, v);
        }
        return baselines;
    }

    /** Rule 6, for every outcome and window; the follow-up score, made a change by {@link Episode}. */
    private int[] followUps(PatientVisits visits, int index, int end) {
        int[] followUps = new int[outcomes * windows.length];
        int first = index + 1;
        while (first < end && visits.day(first) == visits.day(index)) {
            first++;
        }
        for (int w = 0; w < windows.length; w++) {
            Job.Window window = windows[w];
            int from = first;
            while (from < end && visits.day(from) - visits.day(index) < window.fromDay()) {
                from++;
            }
            int to = from;
            while (to < end && visits.day(to) - visits.day(index) <= window.toDay()) {
                to++;
            }
            for (int o = 0; o < outcomes; o++) {
                followUps[o * windows.length + w] = followUp(visits, index, from, to, o, window);
            }
        }
        return followUps;
    }

    /** The candidate nearest the target day; of two as near the later day; of two on one day the later visit. */
    private static int followUp(PatientVisits visits, int index, int from, int to, int outcome, Job.Window window) {
        int chosen = window.contains(0) ? visits.after(outcome, index) : Scaled.MISSING;
        int distance = chosen == Scaled.MISSING ? Integer.MAX_VALUE : Math.abs(window.targetDay());
        for (int v = from; v < to; v++) {
            int here = Math.abs(visits.day(v) - visits.day(index) - window.targetDay());
            if (here <= distance && visits.before(outcome, v) != Scaled.MISSING) {
                chosen = visits.before(outcome, v);
                distance = here;
            }
        }
        return chosen;
    }

    private Cells.Harms harms(int arm) {
        Cells.Harms known = harms[arm];
        if (known == null) {
            known = cells.harms(arm);
            harms[arm] = known;
        }
        return known;
    }

    private void countHarms(PatientVisits visits) {
        for (int v = 0; v < visits.size(); v++) {
            int arm = visits.arm(v);
            if (arm >= 0) {
                Cells.Harms harms = harms(arm);
                harms.visits++;
                if (visits.asked(v)) {
                    harms.asked++;
                    int severity = visits.severity(v);
                    if (severity >= 0) {
                        harms.events[severity]++;
                        harms.events[5]++;
                    }
                }
            }
        }
    }
}
