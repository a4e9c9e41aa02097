package axial.sums;

import axial.clinic.Scaled;
import axial.tables.Period;
import axial.walk.Episode;
import axial.walk.PatientVisits;
import axial.walk.WalkPlan;
import axial.walk.WalkSums;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks one patient's visits at a time; episodes are those of the walk. */
public final class PatientChecks implements WalkSums {
    private static final long serialVersionUID = 3;
    private static final int FEWEST_MOTIONS = 3;
    private static final int RUNNING = 3;
    private static final int LONGEST_GAP = 730;
    private static final long AGE_STEPS = 10_000;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int DAYS_CACHED = 1 << 12;

    private final CheckPlan plan;
    private final WalkPlan walkPlan;
    private final VisitTally tally;
    private final int windows;
    private final CheckSlots slots;
    private final int[] motions;

    // What is asked of each visit's scores, as plain arrays: a list of records takes twice as long here.
    private final int[] others;
    private final boolean[] centred;
    private final int[] direction;
    private final int[] plausible;
    private final int[] heaped;
    private final long[] low;
    private final long[] high;
    private final long[] oneth;
    private final int[] running;
    private final int[] cachedDays = new int[DAYS_CACHED];
    private final int[] cachedPeriods = new int[DAYS_CACHED];

    /** Of each field the scores of many visits, those of the patient at hand among them. */
    private final transient int[][] columns;

    private transient int lastCode;
    private transient @Nullable PatientVisits lastVisits;
    private transient VisitTally.@Nullable Clinic lastClinic;

    PatientChecks(CheckPlan plan, WalkPlan walkPlan) {
        this.plan = plan;
        this.walkPlan = walkPlan;
        this.windows = walkPlan.windows().size();
        this.slots = CheckSlots.of(plan, walkPlan);
        this.direction = slots.direction();
        this.plausible = slots.plausible();
        this.heaped = slots.heaped();
        List<CheckPlan.ScoreField> fields = plan.fields();
        this.motions = IntStream.range(0, fields.size())
                .filter(f -> fields.get(f).isMotion())
                .toArray();
        this.tally = new VisitTally(plan, checkedAs());
        this.others = IntStream.range(0, fields.size())
                .filter(f -> !fields.get(f).isMotion())
                .toArray();
        this.columns = new int[fields.size()][];
        this.centred = new boolean[fields.size()];
        for (int f = 0; f < fields.size(); f++) {
            centred[f] = fields.get(f).centred();
        }
        this.low = fields.stream().mapToLong(CheckPlan.ScoreField::low).toArray();
        this.high = fields.stream().mapToLong(CheckPlan.ScoreField::high).toArray();
        this.oneth = fields.stream()
                .mapToLong(field -> oneth(Math.toIntExact(5 * field.unit())))
                .toArray();
        this.running = new int[motions.length];
        Arrays.fill(cachedPeriods, Period.of(0));
    }

    /**
     * For each slot the one that has the same number of checked rows, and where these are counted: a motion is as plausible
     * or not as often as it is heaped or not, and whoever is measured in one direction should be in all; each episode should
     * have every baseline and covariate, and one with a baseline a follow-up in every window.
     */
    private int[] checkedAs() {
        int[] as = IntStream.range(0, plan.slots().size()).toArray();
        for (int m : motions) {
            as[plausible[m]] = heaped[m];
            as[direction[m]] = direction[motions[0]];
        }
        for (int o = 0; o < walkPlan.outcomes().size(); o++) {
            as[slots.baseline()[o]] = slots.baseline()[0];
            for (int w = 0; w < windows; w++) {
                as[followUp(o, w)] = followUp(o, 0);
            }
        }
        for (int covariate : slots.covariate()) {
            as[covariate] = slots.baseline()[0];
        }
        return as;
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
        for (int f = 0; f < columns.length; f++) {
            columns[f] = visits.scores(f);
        }
        int alike = 0;
        for (int v = 0; v < visits.size(); v++) {
            VisitTally.Clinic clinic = clinic(visits, v);
            int[] counts = clinic.counts(period(visits.day(v)));
            int row = visits.first() + v;
            for (int f : others) {
                int score = columns[f][row];
                if (score != Scaled.MISSING) {
                    checkScore(f, score, clinic, counts);
                }
            }
            int measured = measured(row);
            if (measured > 0) {
                checkMotions(row, clinic, counts);
            }
            if (measured >= FEWEST_MOTIONS) {
                boolean asBefore = isAsBefore(row);
                alike = alike > 0 && asBefore ? alike + 1 : 1;
                count(counts, slots.copied(), alike >= RUNNING);
            }
            if (v > 0) {
                checkTime(visits, v, counts);
            }
        }
    }

    private VisitTally.Clinic clinic(PatientVisits visits, int v) {
        int code = visits.clinicCode(v);
        VisitTally.Clinic clinic = lastClinic;
        if (clinic == null || code != lastCode || visits != lastVisits) {
            clinic = tally.clinic(visits.clinic(v));
            lastCode = code;
            lastVisits = visits;
            lastClinic = clinic;
        }
        return clinic;
    }

    private int period(int day) {
        int at = day & DAYS_CACHED - 1;
        if (cachedDays[at] != day) {
            cachedDays[at] = day;
            cachedPeriods[at] = Period.of(day);
        }
        return cachedPeriods[at];
    }

    private static void count(int[] counts, int slot, boolean fails) {
        counts[2 * slot] += fails ? 1 : 0;
        counts[2 * slot + 1]++;
    }

    @Override
    public void addEpisode(Episode episode) {
        PatientVisits visits = episode.visits();
        int[] counts = clinic(visits, episode.index()).counts(period(visits.day(episode.index())));
        int[] baselines = episode.baselines();
        int[] followUps = episode.followUps();
        counts[2 * slots.baseline()[0] + 1]++;
        for (int o = 0; o < baselines.length; o++) {
            boolean baseline = baselines[o] != Scaled.MISSING;
            boolean followed = false;
            for (int w = 0; w < windows; w++) {
                boolean there = followUps[o * windows + w] != Scaled.MISSING;
                followed |= there;
                if (baseline && !there) {
                    counts[2 * followUp(o, w)]++;
                }
            }
            if (!baseline) {
                counts[2 * slots.baseline()[o]]++;
            } else if (windows > 0) {
                counts[2 * followUp(o, 0) + 1]++;
            }
            if (followed) {
                count(counts, slots.comparable()[o], !baseline);
            }
        }
        checkCovariates(visits, episode.index(), counts);
    }

    private int followUp(int outcome, int window) {
        return slots.followUp()[outcome * windows + window];
    }

    private void checkCovariates(PatientVisits visits, int index, int[] counts) {
        int covariate = 0;
        for (int c = 0; c < walkPlan.categories().size(); c++) {
            if (walkPlan.modelCategories()[c]) {
                counts[2 * slots.covariate()[covariate++]] += visits.isUnknown(c, index) ? 1 : 0;
            }
        }
        for (int n = 0; n < walkPlan.numbers().size(); n++) {
            counts[2 * slots.covariate()[covariate++]] += visits.number(n, index) == Scaled.MISSING ? 1 : 0;
        }
    }

    private void checkScore(int f, int score, VisitTally.Clinic clinic, int[] counts) {
        count(counts, heaped[f], isMultiple(score, oneth[f]));
        if (score != 0 || !centred[f]) {
            clinic.see(f, score);
        }
    }

    private void checkMotions(int row, VisitTally.Clinic clinic, int[] counts) {
        for (int f : motions) {
            int score = columns[f][row];
            if (score == Scaled.MISSING) {
                counts[2 * direction[f]]++;
                continue;
            }
            if (score < low[f] || score > high[f]) {
                counts[2 * plausible[f]]++;
            }
            checkScore(f, score, clinic, counts);
        }
        counts[2 * direction[motions[0]] + 1]++;
    }

    /**
     * Whether a number is a multiple of d, by multiplying with 2⁶⁴ / d rounded up, which takes a tenth of the time of
     * dividing (Lemire, Kaser and Kurz 2019, Faster remainder by direct computation).
     */
    static boolean isMultiple(int number, long oneth) {
        return Long.compareUnsigned(Math.abs((long) number) * oneth, oneth) < 0;
    }

    /** 2⁶⁴ / d, rounded up; d is 2 or more. */
    static long oneth(int d) {
        return Long.divideUnsigned(-1L, d) + 1;
    }

    /** How many motions were measured. */
    private int measured(int row) {
        int measured = 0;
        for (int f : motions) {
            measured += columns[f][row] == Scaled.MISSING ? 0 : 1;
        }
        return measured;
    }

    /** Whether the same motions have the same scores as where enough were last measured; remembers these. */
    private boolean isAsBefore(int row) {
        boolean same = true;
        for (int m = 0; m < motions.length; m++) {
            int score = columns[motions[m]][row];
            same &= score == running[m];
            running[m] = score;
        }
        return same;
    }

    private void checkTime(PatientVisits visits, int v, int[] counts) {
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
