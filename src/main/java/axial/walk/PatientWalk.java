package axial.walk;

import axial.clinic.Scaled;
import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * From a patient's visits to one change per episode, outcome and window: contract §4 stands here and nowhere else.
 *
 * <p>Visits come in order of date, then visit id; each rule of the contract is one method.
 */
public final class PatientWalk {
    private final WalkPlan plan;
    private final Cells cells;
    private final Consumer<Episode> onEpisode;

    /** A walk that adds into {@code cells} and tells {@code onEpisode} of each episode that is in an arm. */
    public PatientWalk(WalkPlan plan, Cells cells, Consumer<Episode> onEpisode) {
        this.plan = plan;
        this.cells = cells;
        this.onEpisode = onEpisode;
    }

    /** Walks one patient; {@code visits} are all of the patient's, in order. */
    public void walk(List<WalkVisit> visits) {
        cells.count(0, visits.size());
        cells.count(1, 1);
        visits.forEach(this::countHarms);
        List<Integer> starts = episodeStarts(visits);
        cells.count(2, starts.size());
        cells.count(3, starts.isEmpty() ? 0 : 1);
        int kept = plan.firstEpisodeOnly() ? Math.min(1, starts.size()) : starts.size();
        for (int e = 0; e < kept; e++) {
            int end = e + 1 < starts.size() ? starts.get(e + 1) : visits.size();
            considerEpisode(visits, starts.get(e), end);
        }
    }

    /** Rule 2: a treated visit more than the washout after the last treated one, or the first. */
    private List<Integer> episodeStarts(List<WalkVisit> visits) {
        List<Integer> starts = new ArrayList<>();
        long lastTreated = Long.MIN_VALUE / 2;
        for (int v = 0; v < visits.size(); v++) {
            WalkVisit visit = visits.get(v);
            if (visit.treated()) {
                if (visit.day() - lastTreated > plan.washoutDays()) {
                    starts.add(v);
                }
                lastTreated = visit.day();
            }
        }
        return starts;
    }

    private void considerEpisode(List<WalkVisit> visits, int start, int end) {
        WalkVisit index = visits.get(start);
        if (!ofAge(index)) {
            return;
        }
        cells.count(4, 1);
        if (index.barred()) {
            return;
        }
        cells.count(5, 1);
        int arm = plan.armOf(index.armTokens());
        if (arm < 0) {
            return;
        }
        cells.count(6, 1);
        Episode episode = new Episode(arm, index, baselines(visits, start), changes(visits, start, end));
        add(episode);
        onEpisode.accept(episode);
    }

    /** Rule 3: old enough at the index visit; a missing age only where everybody is. */
    private boolean ofAge(WalkVisit index) {
        return plan.minAgeSteps() == 0 || (index.age() != Scaled.MISSING && index.age() >= plan.minAgeSteps());
    }

    /** Rule 5: the score at the index visit, else the latest in the baseline days before it. */
    private int[] baselines(List<WalkVisit> visits, int start) {
        WalkVisit index = visits.get(start);
        int[] baselines = index.before().clone();
        for (int o = 0; o < baselines.length; o++) {
            for (int v = start - 1; v >= 0 && baselines[o] == Scaled.MISSING; v--) {
                WalkVisit earlier = visits.get(v);
                if (index.day() - earlier.day() > plan.baselineDays()) {
                    break;
                }
                baselines[o] = earlier.before()[o];
            }
        }
        return baselines;
    }

    /** Rule 6, for every outcome and window; the follow-up score, made a change by {@link Episode}. */
    private int[] changes(List<WalkVisit> visits, int start, int end) {
        List<Job.Window> windows = plan.windows();
        int[] followUps = new int[plan.outcomes().size() * windows.size()];
        for (int o = 0; o < plan.outcomes().size(); o++) {
            for (int w = 0; w < windows.size(); w++) {
                followUps[o * windows.size() + w] = followUp(visits, start, end, o, windows.get(w));
            }
        }
        return followUps;
    }

    /** The candidate nearest the target day; of two as near the later day; of two on one day the later visit. */
    private static int followUp(List<WalkVisit> visits, int start, int end, int outcome, Job.Window window) {
        WalkVisit index = visits.get(start);
        int chosen = window.contains(0) ? index.after()[outcome] : Scaled.MISSING;
        int distance = chosen == Scaled.MISSING ? Integer.MAX_VALUE : Math.abs(window.targetDay());
        for (int v = start + 1; v < end; v++) {
            WalkVisit visit = visits.get(v);
            int day = visit.day() - index.day();
            if (day > window.toDay()) {
                break;
            }
            int here = Math.abs(day - window.targetDay());
            if (day >= 1 && window.contains(day) && visit.before()[outcome] != Scaled.MISSING && here <= distance) {
                chosen = visit.before()[outcome];
                distance = here;
            }
        }
        return chosen;
    }

    private void add(Episode episode) {
        WalkVisit index = episode.index();
        String practitioner = plan.byPractitioner() ? index.practitioner() : "";
        addTo(cells.cell(new Cells.Key(episode.arm(), index.clinic(), practitioner, "")), episode);
        for (int category : plan.subgroups()) {
            String level = plan.categories().get(category) + "=" + index.categories()[category];
            addTo(cells.cell(new Cells.Key(episode.arm(), index.clinic(), practitioner, level)), episode);
        }
    }

    /** Rule 7: in the analysis with baseline, follow-up and every number covariate. */
    private void addTo(Cells.Cell cell, Episode episode) {
        int windows = plan.windows().size();
        EpisodeColumns columns = EpisodeColumns.of(plan, cells, episode);
        for (int o = 0; o < plan.outcomes().size(); o++) {
            if (episode.baselines()[o] == Scaled.MISSING) {
                continue;
            }
            cell.withBaseline[o]++;
            for (int w = 0; w < windows; w++) {
                int change = episode.change(o, o * windows + w);
                if (change == Scaled.MISSING) {
                    continue;
                }
                cell.withFollowUp[o * windows + w]++;
                if (columns.complete()) {
                    columns.addTo(cell.sums[o * windows + w], episode.baselines()[o], change);
                    cell.changes[o * windows + w].add(
                            episode.followUps()[o * windows + w], episode.baselines()[o], plan.stepsPerUnit()[o]);
                }
            }
        }
    }

    private void countHarms(WalkVisit visit) {
        int arm = visit.treated() ? plan.armOf(visit.armTokens()) : -1;
        if (arm < 0) {
            return;
        }
        Cells.Harms harms = cells.harms(arm);
        harms.visits++;
        if (visit.asked()) {
            harms.asked++;
            if (visit.severity() >= 0) {
                harms.events[visit.severity()]++;
                harms.events[5]++;
            }
        }
    }
}
