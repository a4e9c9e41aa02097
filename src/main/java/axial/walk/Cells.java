package axial.walk;

import axial.clinic.Scaled;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a walk adds up: the second waist. Cells of several walks are merged by {@link #addAll}; the result does not
 * depend on how the patients were spread over them.
 *
 * <p>Sums are kept per arm, clinic, cluster and combination of levels of all categories. Within a combination the columns
 * of the levels are constant, so only products of 1, baseline, change and numbers are added; the whole X'X of everybody or
 * of a level is put together when asked for.
 */
public final class Cells implements Serializable {
    private static final long serialVersionUID = 3;

    /** Those of one clinic and cluster who are in an analysis. */
    public record Unit(String clinic, String cluster) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            int byClinic = clinic.compareTo(other.clinic);
            return byClinic != 0 ? byClinic : cluster.compareTo(other.cluster);
        }
    }

    /** Treated visits of an arm's tokens: how many, how many asked about harm, and events by severity, last any. */
    public static final class Harms implements Serializable {
        private static final long serialVersionUID = 1;
        public long visits;
        public long asked;
        public final long[] events = new long[6];

        void addAll(Harms other) {
            visits += other.visits;
            asked += other.asked;
            for (int i = 0; i < events.length; i++) {
                events[i] += other.events[i];
            }
        }
    }

    public static final List<String> STEPS =
            List.of("visits", "patients", "episodes", "first_episodes", "of_age", "no_red_flags", "in_one_arm");

    private static final int ARM = 0;
    static final int CLINIC = 1;
    static final int CLUSTER = 2;
    private static final int LEVEL = 3;
    static final int CATEGORIES = 4;
    private static final int LEVEL_OF_TALLY = 1;
    private static final int CATEGORIES_OF_TALLY = 2;
    private static final long EVERY_WINDOW = -1;

    private final WalkPlan plan;
    private final int outcomes;
    private final int windows;
    private final long[] flow = new long[STEPS.size()];
    private final TreeMap<Integer, Harms> harms = new TreeMap<>();
    private final EpisodeWords words;
    private final Words further = new Words();
    private final Tuples keys;
    private final CellRows rows;
    private final CellTallies tallies;
    private final int[] values;
    private final int[] tuple;
    private final int[] tallyTuple;

    // Of the episode and level at hand.
    private transient boolean complete;
    private transient int levelKey;
    private transient int levelTally;

    public Cells(WalkPlan plan) {
        this.plan = plan;
        this.outcomes = plan.outcomes().size();
        this.windows = plan.windows().size();
        this.words = new EpisodeWords(plan);
        this.values = new int[plan.fixedColumns()];
        this.tuple = new int[CATEGORIES + plan.categories().size()];
        this.tallyTuple = new int[CATEGORIES_OF_TALLY + plan.subgroups().length];
        this.keys = new Tuples(tuple.length);
        this.rows = new CellRows(outcomes, windows, values.length);
        this.tallies = new CellTallies(tallyTuple.length, outcomes, windows);
    }

    void count(int step, long n) {
        flow[step] += n;
    }

    Harms harms(int arm) {
        return harms.computeIfAbsent(arm, a -> new Harms());
    }

    /** Adds all episodes of a part, each to everybody and to the levels of its categories. */
    public void addEpisodes(EpisodeBlock episodes, int[] order) {
        EpisodeWords.Here here = words.here(episodes.words());
        for (int e : order) {
            for (int c = 0; c < words.levels.length; c++) {
                tuple[CATEGORIES + c] = here.levels()[c][episodes.levelCode(c, e)];
            }
            take(episodes, e, here, Words.NONE);
            int key = keys.of(tuple);
            int tally = tally();
            complete = takeNumbers(episodes, e);
            for (int o = 0; o < outcomes; o++) {
                add(episodes, e, o, EVERY_WINDOW, key, tally);
            }
        }
    }

    /**
     * Takes an episode whose outcomes are then added to levels that are no categories of the visit. Such a level is
     * asked for by itself, so only the model's categories tell combinations apart.
     */
    void take(EpisodeBlock episodes, int e, EpisodeWords.Here here) {
        for (int c = 0; c < words.levels.length; c++) {
            tuple[CATEGORIES + c] = plan.modelCategories()[c] ? here.levels()[c][episodes.levelCode(c, e)] : Words.NONE;
        }
        take(episodes, e, here, Words.NONE);
        complete = takeNumbers(episodes, e);
    }

    /**
     * Adds an outcome of the episode that was taken to a level, and to nothing else.
     *
     * @param level its number by {@link #level}
     * @param inWindows a bit for each window that is asked for
     */
    void addTo(int level, EpisodeBlock episodes, int e, int outcome, long inWindows) {
        if (level != tuple[LEVEL]) {
            tuple[LEVEL] = level;
            levelKey = keys.of(tuple);
            levelTally = tally();
        }
        add(episodes, e, outcome, inWindows, levelKey, levelTally);
    }

    /** The number of a level of which somebody is, whether or not anything is asked of them. */
    int level(String level) {
        return further.code(level);
    }

    /** The numbers that a block's words have here. */
    EpisodeWords.Here here(EpisodeBlock episodes) {
        return words.here(episodes.words());
    }

    private void take(EpisodeBlock episodes, int e, EpisodeWords.Here here, int level) {
        tuple[ARM] = episodes.arm(e);
        tuple[CLINIC] = here.clinics()[episodes.clinicCode(e)];
        tuple[CLUSTER] = here.clusters()[episodes.clusterCode(e)];
        tuple[LEVEL] = level;
    }

    /** Rule 7: an episode is in an analysis with baseline, follow-up and every number covariate. */
    private void add(EpisodeBlock episodes, int e, int o, long inWindows, int key, int tally) {
        int baseline = episodes.baseline(o, e);
        if (baseline == Scaled.MISSING) {
            return;
        }
        int slot = rows.addBaseline(key, o);
        values[ExactSums.BASELINE] = baseline;
        for (int w = 0; w < windows; w++) {
            int change = episodes.change(o * windows + w, e);
            if (change == Scaled.MISSING || (inWindows >> w & 1) == 0) {
                continue;
            }
            if (complete) {
                values[ExactSums.CHANGE] = change;
                rows.addProducts(slot, w, values);
                tallies.of(tally, o * windows + w).add(change + baseline, baseline, plan.stepsPerUnit()[o]);
            } else {
                rows.addIncomplete(slot, w);
            }
        }
    }

    private boolean takeNumbers(EpisodeBlock episodes, int e) {
        values[ExactSums.ONE] = 1;
        boolean all = true;
        for (int n = 3; n < values.length; n++) {
            values[n] = episodes.number(n - 3, e);
            all &= values[n] != Scaled.MISSING;
        }
        return all;
    }

    /** The tally of a tuple: by arm, and by level or the categories that are asked level by level. */
    private int tally() {
        int[] subgroups = plan.subgroups();
        tallyTuple[0] = tuple[ARM];
        tallyTuple[1] = tuple[LEVEL];
        for (int s = 0; s < subgroups.length; s++) {
            tallyTuple[2 + s] = tuple[LEVEL] == Words.NONE ? tuple[CATEGORIES + subgroups[s]] : Words.NONE;
        }
        return tallies.key(tallyTuple);
    }

    /** Adds what another walk found. */
    public void addAll(Cells other) {
        for (int i = 0; i < flow.length; i++) {
            flow[i] += other.flow[i];
        }
        other.harms.forEach((arm, found) -> harms(arm).addAll(found));
        EpisodeWords.Here here = words.here(other.words);
        int[] furtherHere = further.codes(other.further);
        for (int theirs = 0; theirs < other.keys.size(); theirs++) {
            tuple[ARM] = other.keys.value(theirs, ARM);
            tuple[CLINIC] = here.clinics()[other.keys.value(theirs, CLINIC)];
            tuple[CLUSTER] = here.clusters()[other.keys.value(theirs, CLUSTER)];
            tuple[LEVEL] = here(furtherHere, other.keys.value(theirs, LEVEL));
            for (int c = 0; c < words.levels.length; c++) {
                tuple[CATEGORIES + c] = here(here.levels()[c], other.keys.value(theirs, CATEGORIES + c));
            }
            rows.addKey(keys.of(tuple), other.rows, theirs);
        }
        for (int theirs = 0; theirs < other.tallies.keys(); theirs++) {
            tallyTuple[0] = other.tallies.value(theirs, 0);
            tallyTuple[1] = here(furtherHere, other.tallies.value(theirs, 1));
            for (int s = 0; s < plan.subgroups().length; s++) {
                tallyTuple[2 + s] = here(here.levels()[plan.subgroups()[s]], other.tallies.value(theirs, 2 + s));
            }
            tallies.addKey(tallies.key(tallyTuple), other.tallies, theirs);
        }
    }

    private static int here(int[] codeHere, int theirs) {
        return theirs == Words.NONE ? Words.NONE : codeHere[theirs];
    }

    /** How many reached each of {@link #STEPS}. */
    public long[] flow() {
        return flow.clone();
    }

    /** Harms by arm. */
    public Map<Integer, Harms> harmsByArm() {
        return Collections.unmodifiableMap(harms);
    }

    /** The column of every level of the model's categories that turned up, after the fixed ones. */
    public Map<String, Integer> levels() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int c = 0; c < words.levels.length; c++) {
            if (plan.modelCategories()[c]) {
                for (String level : levels(c)) {
                    columns.put(plan.categories().get(c) + "=" + level, plan.fixedColumns() + columns.size());
                }
            }
        }
        return columns;
    }

    private TreeSet<String> levels(int category) {
        TreeSet<String> found = new TreeSet<>();
        for (int code = 0; code < words.levels[category].size(); code++) {
            found.add(words.levels[category].word(code));
        }
        return found;
    }

    /** Every level that may be answered by itself, such as {@code symptom_stage=chronic}, ascending. */
    public TreeSet<String> subgroups() {
        TreeSet<String> found = new TreeSet<>();
        for (int category : plan.subgroups()) {
            levels(category).forEach(level -> found.add(plan.categories().get(category) + "=" + level));
        }
        for (int code = 0; code < further.size(); code++) {
            found.add(further.word(code));
        }
        return found;
    }

    /** How many columns the sums may have. */
    public int columns() {
        return plan.fixedColumns() + levels().size();
    }

    /**
     * The cells of some arms.
     *
     * @param subgroup empty for everybody, else a level such as {@code symptom_stage=chronic}
     */
    public ChosenCells of(List<Integer> arms, String subgroup) {
        boolean[] inArms = new boolean[plan.arms().size()];
        arms.forEach(arm -> inArms[arm] = true);
        int further = subgroup.isEmpty() ? Words.NONE : this.further.known(subgroup);
        int[] chosen = subgroup.isEmpty() || further != Words.NONE ? keysOf(inArms, LEVEL, further) : new int[0];
        int[] chosenTallies =
                subgroup.isEmpty() || further != Words.NONE ? talliesOf(inArms, LEVEL_OF_TALLY, further) : new int[0];
        for (int s = 0; s < plan.subgroups().length; s++) {
            int category = plan.subgroups()[s];
            String start = plan.categories().get(category) + "=";
            if (subgroup.startsWith(start)) {
                int code = words.levels[category].known(subgroup.substring(start.length()));
                chosen = code == Words.NONE ? new int[0] : keysOf(inArms, CATEGORIES + category, code);
                chosenTallies = code == Words.NONE ? new int[0] : talliesOf(inArms, CATEGORIES_OF_TALLY + s, code);
            }
        }
        return new ChosenCells(plan, words, keys, rows, tallies, chosen, chosenTallies, columnsOfLevels());
    }

    /** The keys of some arms with a code at a place; those of a visit's categories are of no further level. */
    private int[] keysOf(boolean[] inArms, int place, int code) {
        return IntStream.range(0, keys.size())
                .filter(key -> keys.value(key, place) == code
                        && (place == LEVEL || keys.value(key, LEVEL) == Words.NONE)
                        && inArms[keys.value(key, ARM)])
                .toArray();
    }

    private int[] talliesOf(boolean[] inArms, int place, int code) {
        return IntStream.range(0, tallies.keys())
                .filter(tally -> tallies.value(tally, place) == code
                        && (place == LEVEL_OF_TALLY || tallies.value(tally, LEVEL_OF_TALLY) == Words.NONE)
                        && inArms[tallies.value(tally, ARM)])
                .toArray();
    }

    private int[][] columnsOfLevels() {
        Map<String, Integer> all = levels();
        int[][] columnOf = new int[words.levels.length][];
        for (int c = 0; c < words.levels.length; c++) {
            columnOf[c] = new int[words.levels[c].size()];
            for (int code = 0; plan.modelCategories()[c] && code < columnOf[c].length; code++) {
                Integer column = all.get(plan.categories().get(c) + "=" + words.levels[c].word(code));
                columnOf[c][code] = column == null ? -1 : column;
            }
        }
        return columnOf;
    }
}
