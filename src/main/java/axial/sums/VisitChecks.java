package axial.sums;

import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.Period;
import axial.tables.QualityRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What the checks of each patient's visits come to, clinic by clinic and month by month. */
public final class VisitChecks {
    private final Job job;
    private final CheckPlan plan;
    private final Set<String> notUsed = new TreeSet<>();
    private final List<QualityRow> rows = new ArrayList<>();

    private VisitChecks(Job job, CheckPlan plan) {
        this.job = job;
        this.plan = plan;
    }

    /** The rows of these checks, in no order. */
    public static List<QualityRow> rows(PatientChecks found, Job job) {
        VisitChecks checks = new VisitChecks(job, CheckPlan.of(job));
        checks.add(found.tally());
        return checks.rows;
    }

    /** Motions that no clinic measures and no outcome is made of: there is nothing to say of them. */
    private Set<String> notUsed(VisitTally tally) {
        Set<String> notUsed = new TreeSet<>();
        for (int f = 0; f < plan.fields().size(); f++) {
            String field = plan.fields().get(f).name();
            boolean outcome = job.outcomes().stream().anyMatch(o -> o.id().equals(field));
            if (!outcome && tally.isEmpty(f)) {
                notUsed.add(field);
            }
        }
        return notUsed;
    }

    private void add(VisitTally tally) {
        notUsed.addAll(notUsed(tally));
        for (String clinic : tally.clinics()) {
            SortedMap<Integer, long[]> periods = tally.periods(clinic);
            periods.forEach((period, counts) -> {
                if (period != Period.NONE) {
                    addMonth(clinic, Period.label(period), counts);
                }
            });
            addAllMonths(clinic, periods.values());
            emptyMonths(clinic, periods.keySet());
            alike(clinic, tally);
        }
    }

    private void addMonth(String clinic, String month, long[] counts) {
        for (int slot = 0; slot < plan.slots().size(); slot++) {
            if (counts[2 * slot + 1] > 0
                    && job.disclosure().showsMonthsOf(plan.slots().get(slot).check())) {
                add(slot, clinic, month, counts);
            }
        }
    }

    private void addAllMonths(String clinic, Collection<long[]> periods) {
        long[] all = new long[2 * plan.slots().size()];
        periods.forEach(counts -> Arrays.setAll(all, i -> all[i] + counts[i]));
        for (int slot = 0; slot < plan.slots().size(); slot++) {
            add(slot, clinic, "", all);
        }
    }

    private void add(int slot, String clinic, String month, long[] counts) {
        CheckPlan.Slot what = plan.slots().get(slot);
        if (notUsed.contains(what.field())) {
            return;
        }
        rows.add(QualityRow.judged(
                job,
                what.check(),
                clinic,
                month,
                what.field(),
                what.window(),
                counts[2 * slot],
                counts[2 * slot + 1],
                ""));
    }

    /** T4: calendar months between a clinic's first and last visit, and those without any. */
    private void emptyMonths(String clinic, Set<Integer> periods) {
        List<Integer> months =
                periods.stream().filter(Period::isCalendar).sorted().toList();
        long of = months.isEmpty() ? 0 : months.get(months.size() - 1) - months.get(0) + 1L;
        rows.add(QualityRow.judged(job, QualityCheck.T4, clinic, "", "", "", of - months.size(), of, ""));
    }

    /** P5: fields in which all scores of a clinic are the same one. */
    private void alike(String clinic, VisitTally tally) {
        for (int f = 0; f < plan.fields().size(); f++) {
            VisitTally.Range range = tally.range(clinic, f);
            long n = range.isOneValue() ? range.count() : 0;
            String field = plan.fields().get(f).name();
            if (!notUsed.contains(field)) {
                rows.add(QualityRow.judged(job, QualityCheck.P5, clinic, "", field, "", n, range.count(), ""));
            }
        }
    }
}
