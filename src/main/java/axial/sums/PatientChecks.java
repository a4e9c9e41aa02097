package axial.sums;

import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
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
    private final CheckSlots slots;

    PatientChecks(CheckPlan plan, WalkPlan walkPlan, VisitTally tally) {
        this.plan = plan;
        this.walkPlan = walkPlan;
        this.tally = tally;
        this.slots = CheckSlots.of(plan, walkPlan);
        this.walk = new PatientWalk(walkPlan, new Cells(walkPlan), this::checkEpisode);
    }

    /** Checks all visits of one patient, in order. */
    void check(List<CheckedVisit> visits) {
        walk.walk(visits.stream().map(CheckedVisit::visit).toList());
        int[] last = new int[0];
        int running = 0;
        for (int v = 0; v < visits.size(); v++) {
            CheckedVisit visit = visits.get(v);
            int[] vector = vector(visit);
            long[] counts = counts(visit.visit());
            checkScores(visit, vector.length > 0, counts);
            if (vector.length >= 2 * FEWEST_MOTIONS) {
                running = Arrays.equals(vector, last) ? running + 1 : 1;
                last = vector;
                count(counts, slots.copied(), running >= RUNNING);
            }
            if (v > 0) {
                checkTime(visits.get(v - 1).visit(), visit.visit(), counts);
            }
        }
    }

    private long[] counts(WalkVisit visit) {
        return tally.counts(visit.clinic(), Period.of(visit.day()));
    }

    private static void count(long[] counts, int slot, boolean fails) {
        counts[2 * slot] += fails ? 1 : 0;
        counts[2 * slot + 1]++;
    }

    private void checkEpisode(Episode episode) {
        long[] counts = counts(episode.index());
        int windows = walkPlan.windows().size();
        for (int o = 0; o < walkPlan.outcomes().size(); o++) {
            boolean baseline = episode.baselines()[o] != Scaled.MISSING;
            boolean followed = false;
            for (int ow = o * windows; ow < (o + 1) * windows; ow++) {
                boolean there = episode.followUps()[ow] != Scaled.MISSING;
                followed |= there;
                if (baseline) {
                    count(counts, slots.followUp()[ow], !there);
                }
            }
            count(counts, slots.baseline()[o], !baseline);
            if (followed) {
                count(counts, slots.comparable()[o], !baseline);
            }
        }
        checkCovariates(episode.index(), counts);
    }

    private void checkCovariates(WalkVisit index, long[] counts) {
        int covariate = 0;
        for (int c = 0; c < walkPlan.categories().size(); c++) {
            if (walkPlan.modelCategories()[c]) {
                boolean unknown = index.categories()[c].equals(Vocabulary.UNKNOWN);
                count(counts, slots.covariate()[covariate++], unknown);
            }
        }
        for (int number : index.numbers()) {
            count(counts, slots.covariate()[covariate++], number == Scaled.MISSING);
        }
    }

    private void checkScores(CheckedVisit visit, boolean moved, long[] counts) {
        for (int f = 0; f < visit.scores().length; f++) {
            CheckPlan.ScoreField field = plan.fields().get(f);
            int score = visit.scores()[f];
            if (moved && field.isMotion()) {
                count(counts, slots.direction()[f], score == Scaled.MISSING);
            }
            if (score != Scaled.MISSING) {
                if (field.isMotion()) {
                    count(counts, slots.plausible()[f], score < field.low() || score > field.high());
                }
                count(counts, slots.heaped()[f], score % (5 * field.unit()) == 0);
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

    private void checkTime(WalkVisit before, WalkVisit visit, long[] counts) {
        int days = visit.day() - before.day();
        count(counts, slots.gap(), days > LONGEST_GAP);
        if (before.age() != Scaled.MISSING && visit.age() != Scaled.MISSING) {
            long older = (long) visit.age() - before.age();
            boolean apart = older < 0 || older > AGE_STEPS * (days / DAYS_PER_YEAR + 1.01);
            count(counts, slots.age(), apart);
        }
    }
}
