package axial.sums;

import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.Period;
import axial.walk.Cells;
import axial.walk.Episode;
import axial.walk.PatientWalk;
import axial.walk.WalkPlan;
import axial.walk.WalkVisit;
import java.util.Arrays;
import java.util.List;

/** Checks one patient's visits at a time; episodes are those of the walk. */
final class PatientChecks {
    private static final int FEWEST_MOTIONS = 3;
    private static final int RUNNING = 3;
    private static final int LONGEST_GAP = 730;
    private static final long AGE_STEPS = 10_000;
    private static final double DAYS_PER_YEAR = 365.25;

    private final CheckPlan plan;
    private final WalkPlan walkPlan;
    private final VisitTally tally;
    private final PatientWalk walk;

    PatientChecks(CheckPlan plan, WalkPlan walkPlan, VisitTally tally) {
        this.plan = plan;
        this.walkPlan = walkPlan;
        this.tally = tally;
        this.walk = new PatientWalk(walkPlan, new Cells(walkPlan), this::checkEpisode);
    }

    /** Checks all visits of one patient, in order. */
    void check(List<CheckedVisit> visits) {
        walk.walk(visits.stream().map(CheckedVisit::visit).toList());
        int[] last = new int[0];
        int running = 0;
        for (int v = 0; v < visits.size(); v++) {
            CheckedVisit visit = visits.get(v);
            checkScores(visit);
            int[] vector = vector(visit);
            if (vector.length >= 2 * FEWEST_MOTIONS) {
                running = Arrays.equals(vector, last) ? running + 1 : 1;
                last = vector;
                count(visit.visit(), QualityCheck.P4, "", "", running >= RUNNING);
            }
            if (v > 0) {
                checkTime(visits.get(v - 1).visit(), visit.visit());
            }
        }
    }

    private void count(WalkVisit visit, QualityCheck check, String field, String window, boolean fails) {
        long[] counts = tally.counts(visit.clinic(), Period.of(visit.day()));
        int slot = plan.slot(check, field, window);
        counts[2 * slot] += fails ? 1 : 0;
        counts[2 * slot + 1]++;
    }

    private void checkEpisode(Episode episode) {
        List<Job.Window> windows = walkPlan.windows();
        for (int o = 0; o < walkPlan.outcomes().size(); o++) {
            String outcome = walkPlan.outcomes().get(o);
            boolean baseline = episode.baselines()[o] != Scaled.MISSING;
            boolean followed = false;
            for (int w = 0; w < windows.size(); w++) {
                boolean there = episode.followUps()[o * windows.size() + w] != Scaled.MISSING;
                followed |= there;
                if (baseline) {
                    count(
                            episode.index(),
                            QualityCheck.M2,
                            outcome,
                            windows.get(w).id(),
                            !there);
                }
            }
            count(episode.index(), QualityCheck.M1, outcome, "", !baseline);
            if (followed) {
                count(episode.index(), QualityCheck.C4, outcome, "", !baseline);
            }
        }
        checkCovariates(episode.index());
    }

    private void checkCovariates(WalkVisit index) {
        for (int c = 0; c < walkPlan.categories().size(); c++) {
            if (walkPlan.modelCategories()[c]) {
                boolean unknown = index.categories()[c].equals(Vocabulary.UNKNOWN);
                count(index, QualityCheck.M5, walkPlan.categories().get(c), "", unknown);
            }
        }
        for (int n = 0; n < walkPlan.numbers().size(); n++) {
            boolean missing = index.numbers()[n] == Scaled.MISSING;
            count(index, QualityCheck.M5, walkPlan.numbers().get(n), "", missing);
        }
    }

    private void checkScores(CheckedVisit visit) {
        boolean moved = vector(visit).length > 0;
        for (int f = 0; f < visit.scores().length; f++) {
            CheckPlan.ScoreField field = plan.fields().get(f);
            int score = visit.scores()[f];
            if (moved && field.isMotion()) {
                count(visit.visit(), QualityCheck.M3, field.name(), "", score == Scaled.MISSING);
            }
            if (score != Scaled.MISSING) {
                if (field.isMotion()) {
                    count(
                            visit.visit(),
                            QualityCheck.P2,
                            field.name(),
                            "",
                            score < field.low() || score > field.high());
                }
                count(visit.visit(), QualityCheck.P3, field.name(), "", score % (5 * field.unit()) == 0);
                if (!(field.centred() && score == 0)) {
                    tally.see(visit.visit().clinic(), f, score);
                }
            }
        }
    }

    /** The motions that were measured, each with its place, so that other motions make another vector. */
    private int[] vector(CheckedVisit visit) {
        int[] vector = new int[2 * visit.scores().length];
        int length = 0;
        for (int f = 0; f < visit.scores().length; f++) {
            if (plan.fields().get(f).isMotion() && visit.scores()[f] != Scaled.MISSING) {
                vector[length++] = f;
                vector[length++] = visit.scores()[f];
            }
        }
        return Arrays.copyOf(vector, length);
    }

    private void checkTime(WalkVisit before, WalkVisit visit) {
        int days = visit.day() - before.day();
        count(visit, QualityCheck.T3, "", "", days > LONGEST_GAP);
        if (before.age() != Scaled.MISSING && visit.age() != Scaled.MISSING) {
            long older = (long) visit.age() - before.age();
            boolean apart = older < 0 || older > AGE_STEPS * (days / DAYS_PER_YEAR + 1.01);
            count(visit, QualityCheck.T2, "age_years", "", apart);
        }
    }
}
