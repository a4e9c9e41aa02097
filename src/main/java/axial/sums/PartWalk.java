package axial.sums;

import axial.question.Job;
import axial.walk.Cells;
import axial.walk.Episode;
import axial.walk.EpisodeBlock;
import axial.walk.PatientVisits;
import axial.walk.PatientWalk;
import axial.walk.VisitColumns;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The pass over one part of the patients: each is walked once, with every walker of the job. */
final class PartWalk {
    /** So many episodes stay near the processor while one sum after the other adds them. */
    private static final int AT_ONCE = 1 << 10;

    /** What was found in a part. */
    record Found(Cells cells, List<WalkSums> sums, EpisodeBlock episodes) implements Serializable {
        void addAll(Found other) {
            cells.addAll(other.cells);
            for (int i = 0; i < sums.size(); i++) {
                sums.get(i).addAll(other.sums.get(i));
            }
        }
    }

    private final VisitColumns columns;
    private final PatientVisits patient;
    private final PatientWalk walk;
    private final Found found;

    PartWalk(Job job, WalkPlan plan) {
        columns = new VisitColumns(Walkers.layout(job, plan));
        patient = new PatientVisits(plan, columns);
        found = nothing(job, plan);
        walk = new PatientWalk(plan, found.cells(), this::episode);
    }

    static Found nothing(Job job, WalkPlan plan) {
        return new Found(new Cells(plan), Walkers.of(job, plan), new EpisodeBlock(plan));
    }

    /** Where the visits are put. */
    VisitColumns columns() {
        return columns;
    }

    /** All visits of one patient stand from {@code first} up to {@code end}. */
    void patient(int first, int end) {
        patient.moveTo(patient.patient() + 1, first, end);
        walk.walk(patient);
        for (WalkSums sums : found.sums()) {
            sums.add(patient);
        }
    }

    private void episode(Episode episode) {
        found.episodes().add(episode);
        for (WalkSums sums : found.sums()) {
            sums.addEpisode(episode);
        }
    }

    /** There are no further patients: what is added clinic by clinic is added now. */
    void end() {
        EpisodeBlock episodes = found.episodes();
        int[] order = episodes.byClinicAndArm();
        for (int from = 0; from < order.length; from += AT_ONCE) {
            int[] next = Arrays.copyOfRange(order, from, Math.min(order.length, from + AT_ONCE));
            found.cells().addEpisodes(episodes, next);
            for (WalkSums sums : found.sums()) {
                sums.addEpisodes(episodes, next);
            }
        }
        found.sums().forEach(WalkSums::settle);
    }

    /** What was found. */
    Found found() {
        return found;
    }
}
