package axial.sums;

import axial.evidence.Evidence;
import axial.question.Job;
import axial.tables.HarmRow;
import axial.tables.QualityRow;
import axial.walk.Cells;
import axial.walk.EpisodeBlock;
import axial.walk.HarmSums;
import axial.walk.LevelSums;
import axial.walk.PatientVisits;
import axial.walk.PatientWalk;
import axial.walk.VascularSums;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import axial.walk.WindowSums;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The whole way from visits to answers in memory, over three parts, without an engine. */
public final class InMemory implements Episodes {
    private static final int PARTS = 3;

    private final WalkPlan plan;
    private final Job job;
    private final Cells cells;
    private final WindowSums windows;
    private final HarmSums harms;
    private final VascularSums vascular;
    private final PatientChecks checks;
    private final List<EpisodeBlock> parts = new ArrayList<>();

    private InMemory(Job job) {
        this.job = job;
        this.plan = WalkPlan.of(job);
        this.cells = new Cells(plan);
        this.windows = new WindowSums(job, plan);
        this.harms = new HarmSums(plan, false);
        this.vascular = new VascularSums(plan);
        this.checks = new PatientChecks(CheckPlan.of(job), plan);
    }

    /** Walks all patients, each given with the visits in order. */
    public static InMemory of(Job job, Collection<List<WalkVisit>> patients) {
        InMemory all = new InMemory(job);
        List<List<WalkVisit>> inOrder = List.copyOf(patients);
        for (int part = 0; part < PARTS; part++) {
            all.walk(inOrder, part);
        }
        return all;
    }

    private void walk(List<List<WalkVisit>> patients, int part) {
        Cells here = new Cells(plan);
        LevelSums levels = new LevelSums(job, plan);
        WindowSums seen = new WindowSums(job, plan);
        EpisodeBlock episodes = new EpisodeBlock(plan);
        PatientWalk walk = new PatientWalk(plan, here, episode -> {
            episodes.add(episode);
            checks.addEpisode(episode);
        });
        PatientVisits visits = WalkVisit.together(plan, patients);
        int first = 0;
        for (int p = 0; p < patients.size(); p++) {
            int end = first + patients.get(p).size();
            if (p % PARTS == part) {
                visits.moveTo(p, first, end);
                walk.walk(visits);
                harms.add(visits);
                vascular.add(visits);
            }
            first = end;
        }
        int[] order = episodes.byClinicAndArm();
        here.addEpisodes(episodes, order);
        levels.addEpisodes(episodes, order);
        seen.addEpisodes(episodes, order);
        cells.addAll(here);
        cells.addAll(levels.cells());
        windows.addAll(seen);
        parts.add(episodes);
    }

    /** Every estimate, with the models that pass over the episodes. */
    public Evidence evidence() {
        return evidence(this);
    }

    /** The same, the models over these episodes. */
    Evidence evidence(Episodes episodes) {
        Evidence evidence = sumsOnly();
        new ModelPasses(episodes).answer(evidence);
        return evidence;
    }

    /** What was found of harm. */
    public List<HarmRow> harms(Evidence evidence) {
        return evidence.harms(harms, vascular);
    }

    /** What the checks of the stored visits found. */
    public List<QualityRow> quality() {
        return VisitChecks.rows(checks, job);
    }

    /** What the sums alone say. */
    public Evidence sumsOnly() {
        return new Evidence(job, plan, cells, windows);
    }

    @Override
    public <T extends Serializable> List<T> inEach(Finder<EpisodeBlock, T> finder) {
        return parts.stream().map(finder::find).toList();
    }
}
