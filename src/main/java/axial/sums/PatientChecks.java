package axial.sums;

import axial.clinic.Scaled;
import axial.clinic.Vocabulary;
import axial.tables.Period;
import axial.walk.Episode;
import axial.walk.PatientVisits;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.util.Arrays;

/** Checks one patient's visits at a time; episodes are those of the walk. */
public final class PatientChecks implements WalkSums {
    private static final long serialVersionUID = 1;
    private static final int FEWEST_MOTIONS = 3;
    private static final int RUNNING = 3;
    private static final int LONGEST_GAP = 730;
    private static final long AGE_STEPS = 10_000;
    private static final double DAYS_PER_YEAR = 365.25;

    private final CheckPlan plan;
    private final WalkPlan walkPlan;
    private final VisitTally tally;
    private final CheckSlots slots;

    PatientChecks(CheckPlan plan, WalkPlan walkPlan) {
        this.plan = plan;
        this.walkPlan = walkPlan;
        this.tally = new VisitTally(plan);
        this.slots = CheckSlots.of(plan, walkPlan);
    }

    VisitTally tally() {
        return tally;
    }

    @Override
    public void addAll(WalkSums other) {
        tally.addAll(((PatientChecks) other).tally);
    }

    @Override
    public void add(PatientVisits visits) {
        int[] last = new int[0];
        int running = 0;
        for (int v = 0; v < visits.size(); v++) {
            int[] vector = vector(visits, v);
            long[] counts = counts(visits, v);
            checkScores(visits, v, vector.length > 0, counts);
            if (vector.length >= 2 * FEWEST_MOTIONS) {
                running = Arrays.equals(vector, last) ? running + 1 : 1;
                last = vector;
                count(counts, slots.copied(), running >= RUNNING);
            }
            if (v > 0) {
                checkTime(visits, v, counts);
            }
        }
    }

    private long[] counts(PatientVisits visits, int v) {
        return tally.counts(visits.clinic(v), Period.of(visits.day(v)));
    }

    private static void count(long[] counts, int slot, boolean fails) {
        counts[2 * slot] += fails ? 1 : 0;
        counts[2 * slot + 1]++;
    }

    @Override
    public void addEpisode(Episode episode) {
        long[] counts = counts(episode.visits(), episode.index());
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
        checkCovariates(episode.visits(), episode.index(), counts);
    }

    private void checkCovariates(PatientVisits visits, int index, long[] counts) {
        int covariate = 0;
        for (int c = 0; c < walkPlan.categories().size(); c++) {
            if (walkPlan.modelCategories()[c]) {
                boolean unknown = visits.category(c, index).equals(Vocabulary.UNKNOWN);
                count(counts, slots.covariate()[covariate++], unknown);
            }
        }
        for (int n = 0; n < walkPlan.numbers().size(); n++) {
            count(counts, slots.covariate()[covariate++], visits.number(n, index) == Scaled.MISSING);
        }
    }

    private void checkScores(PatientVisits visits, int v, boolean moved, long[] counts) {
        for (int f = 0; f < plan.fields().size(); f++) {
            CheckPlan.ScoreField field = plan.fields().get(f);
            int score = visits.score(f, v);
            if (moved && field.isMotion()) {
                count(counts, slots.direction()[f], score == Scaled.MISSING);
            }
            if (score != Scaled.MISSING) {
                if (field.isMotion()) {
                    count(counts, slots.plausible()[f], score < field.low() || score > field.high());
                }
                count(counts, slots.heaped()[f], score % (5 * field.unit()) == 0);
                if (!(field.centred() && score == 0)) {
                    tally.see(visits.clinic(v), f, score);
                }
            }
        }
    }

    /** The motions that were measured, each with its place, so that other motions make another vector. */
    private int[] vector(PatientVisits visits, int v) {
        int[] vector = new int[2 * plan.fields().size()];
        int length = 0;
        for (int f = 0; f < plan.fields().size(); f++) {
            if (plan.fields().get(f).isMotion() && visits.score(f, v) != Scaled.MISSING) {
                vector[length++] = f;
                vector[length++] = visits.score(f, v);
            }
        }
        return Arrays.copyOf(vector, length);
    }

    private void checkTime(PatientVisits visits, int v, long[] counts) {
        int days = visits.day(v) - visits.day(v - 1);
        count(counts, slots.gap(), days > LONGEST_GAP);
        int before = visits.age(v - 1);
        int now = visits.age(v);
        if (before != Scaled.MISSING && now != Scaled.MISSING) {
            long older = (long) now - before;
            boolean apart = older < 0 || older > AGE_STEPS * (days / DAYS_PER_YEAR + 1.01);
            count(counts, slots.age(), apart);
        }
    }
}
