package axial.sums;

import axial.clinic.Scaled;
import axial.evidence.ClinicMonth;
import axial.question.Job;
import axial.tables.Period;
import axial.walk.EpisodeBlock;
import axial.walk.PatientVisits;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the patients of each clinic did by the month of their index visit. Visits that count from a patient's first one, or
 * from a secret day, lie in no month.
 */
public final class ClinicMonths implements WalkSums {
    private static final long serialVersionUID = 1;
    private static final int ELIGIBLE = 0;
    private static final int FOLLOWED = 1;
    private static final int CHANGE = 2;
    private static final int COUNTS = 3;

    private final List<String> ids;
    private final int windows;
    private final int window;
    private final int[] outcomes;

    /** By clinic and period; for each outcome the three counts. */
    private final Map<String, Map<Integer, long[]>> byClinic = new HashMap<>();

    private int lastDay = Integer.MIN_VALUE;

    ClinicMonths(Job job, WalkPlan plan) {
        this.ids = job.spc().outcomes();
        this.windows = plan.windows().size();
        this.window = plan.windows().stream()
                .map(Job.Window::id)
                .toList()
                .indexOf(job.spc().window());
        this.outcomes = ids.stream().mapToInt(plan.outcomes()::indexOf).toArray();
    }

    @Override
    public void add(PatientVisits patient) {
        if (patient.size() > 0) {
            lastDay = Math.max(lastDay, patient.day(patient.size() - 1));
        }
    }

    @Override
    public void addEpisodes(EpisodeBlock episodes, int[] order) {
        for (int e : order) {
            int period = Period.of(episodes.indexDay(e));
            if (window >= 0 && Period.isCalendar(period) && episodes.isComplete(e)) {
                add(episodes, e, period);
            }
        }
    }

    private void add(EpisodeBlock episodes, int e, int period) {
        long[] counts = null;
        for (int o = 0; o < outcomes.length; o++) {
            if (episodes.baseline(outcomes[o], e) != Scaled.MISSING) {
                counts = counts == null ? counts(episodes.clinic(e), period) : counts;
                int change = episodes.change(outcomes[o] * windows + window, e);
                counts[COUNTS * o + ELIGIBLE]++;
                if (change != Scaled.MISSING) {
                    counts[COUNTS * o + FOLLOWED]++;
                    counts[COUNTS * o + CHANGE] += change;
                }
            }
        }
    }

    private long[] counts(String clinic, int period) {
        return byClinic.computeIfAbsent(clinic, c -> new HashMap<>())
                .computeIfAbsent(period, p -> new long[COUNTS * outcomes.length]);
    }

    @Override
    public void addAll(WalkSums other) {
        ClinicMonths there = (ClinicMonths) other;
        lastDay = Math.max(lastDay, there.lastDay);
        there.byClinic.forEach((clinic, months) -> months.forEach((period, theirs) -> {
            long[] ours = counts(clinic, period);
            for (int i = 0; i < ours.length; i++) {
                ours[i] += theirs[i];
            }
        }));
    }

    /** The day of the last visit of all, since 1970. */
    public int lastDay() {
        return lastDay;
    }

    /** Every month of every clinic, by outcome, clinic and time. */
    public List<ClinicMonth> months() {
        List<ClinicMonth> months = new ArrayList<>();
        for (int o = 0; o < outcomes.length; o++) {
            int at = COUNTS * o;
            String outcome = ids.get(o);
            new TreeMap<>(byClinic)
                    .forEach((clinic, ofClinic) -> new TreeMap<>(ofClinic)
                            .forEach((period, counts) -> months.add(new ClinicMonth(
                                    outcome,
                                    clinic,
                                    period,
                                    counts[at + ELIGIBLE],
                                    counts[at + FOLLOWED],
                                    counts[at + CHANGE]))));
        }
        return List.copyOf(months);
    }
}
