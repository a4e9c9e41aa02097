package axial.walk;

import axial.clinic.Scaled;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a walk adds up: the second waist. Cells of several walks are merged by {@link #addAll}; the result does not
 * depend on how the patients were spread over them.
 *
 * <p>Sums are kept per arm, clinic, cluster and combination of levels of all categories. Within a combination the columns
 * of the levels are constant, so only products of 1, baseline, change and numbers are added; the whole X'X of everybody or
 * of a level is put together when asked for.
 */
public final class Cells implements Serializable {
    private static final long serialVersionUID = 2;

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
    private static final int CLINIC = 1;
    private static final int CLUSTER = 2;
    private static final int LEVEL = 3;
    private static final int CATEGORIES = 4;

    private final WalkPlan plan;
    private final int outcomes;
    private final int windows;
    private final long[] flow = new long[STEPS.size()];
    private final TreeMap<Integer, Harms> harms = new TreeMap<>();
    private final Words clinics = new Words();
    private final Words clusters = new Words();
    private final Words further = new Words();
    private final Words[] levels;
    private final Tuples keys;
    private final ExactRows rows;
    private int[] rowOf = {};
    private long[] withBaseline = {};
    private long[] withFollowUp = {};
    private final Tuples tallyKeys;
    private ValueTally[] tallies = {};
    private final int[] values;

    public Cells(WalkPlan plan) {
        this.plan = plan;
        this.outcomes = plan.outcomes().size();
        this.windows = plan.windows().size();
        this.levels = new Words[plan.categories().size()];
        Arrays.setAll(levels, c -> new Words());
        this.keys = new Tuples(CATEGORIES + levels.length);
        this.values = new int[plan.fixedColumns()];
        this.rows = new ExactRows(values.length);
        this.tallyKeys = new Tuples(2 + plan.subgroups().length);
    }

    void count(int step, long n) {
        flow[step] += n;
    }

    Harms harms(int arm) {
        return harms.computeIfAbsent(arm, a -> new Harms());
    }

    /** Adds an episode, to everybody and to the levels of its categories. */
    void add(EpisodeRow episode) {
        int[] tuple = tuple(episode, "");
        int key = key(tuple);
        int tally = tally(tuple);
        boolean complete = takeNumbers(episode);
        for (int o = 0; o < outcomes; o++) {
            add(episode, o, key, tally, complete);
        }
    }

    /** Adds an outcome of an episode to a level that is no category of the visit, and to nothing else. */
    void addTo(String level, EpisodeRow episode, int outcome) {
        int[] tuple = tuple(episode, level);
        add(episode, outcome, key(tuple), tally(tuple), takeNumbers(episode));
    }

    private int[] tuple(EpisodeRow episode, String level) {
        int[] tuple = new int[CATEGORIES + levels.length];
        tuple[ARM] = episode.arm();
        tuple[CLINIC] = clinics.code(episode.clinic());
        tuple[CLUSTER] = clusters.code(episode.cluster());
        tuple[LEVEL] = level.isEmpty() ? Words.NONE : further.code(level);
        for (int c = 0; c < levels.length; c++) {
            tuple[CATEGORIES + c] = levels[c].code(episode.categories()[c]);
        }
        return tuple;
    }

    /** Rule 7: an episode is in an analysis with baseline, follow-up and every number covariate. */
    private void add(EpisodeRow episode, int o, int key, int tally, boolean complete) {
        int baseline = episode.baselines()[o];
        if (baseline == Scaled.MISSING) {
            return;
        }
        withBaseline[key * outcomes + o]++;
        values[ExactSums.BASELINE] = baseline;
        for (int ow = o * windows; ow < (o + 1) * windows; ow++) {
            int change = episode.changes()[ow];
            if (change != Scaled.MISSING) {
                withFollowUp[key * outcomes * windows + ow]++;
                if (complete) {
                    values[ExactSums.CHANGE] = change;
                    rows.addProducts(row(key, ow), values);
                    tallies[tally * outcomes * windows + ow].add(change + baseline, baseline, plan.stepsPerUnit()[o]);
                }
            }
        }
    }

    private boolean takeNumbers(EpisodeRow episode) {
        values[ExactSums.ONE] = 1;
        boolean complete = true;
        for (int n = 0; n < episode.numbers().length; n++) {
            values[3 + n] = episode.numbers()[n];
            complete &= values[3 + n] != Scaled.MISSING;
        }
        return complete;
    }

    private int key(int[] tuple) {
        int key = keys.of(tuple);
        if (key * outcomes >= withBaseline.length) {
            int room = Math.max(16, 2 * key);
            withBaseline = Arrays.copyOf(withBaseline, room * outcomes);
            withFollowUp = Arrays.copyOf(withFollowUp, room * outcomes * windows);
            rowOf = Arrays.copyOf(rowOf, room * outcomes * windows);
        }
        return key;
    }

    private int row(int key, int outcomeWindow) {
        int at = key * outcomes * windows + outcomeWindow;
        if (rowOf[at] == 0) {
            rowOf[at] = rows.grow() + 1;
        }
        return rowOf[at] - 1;
    }

    private int tally(int[] tuple) {
        int[] subgroups = plan.subgroups();
        int[] tallyTuple = new int[2 + subgroups.length];
        tallyTuple[0] = tuple[ARM];
        tallyTuple[1] = tuple[LEVEL];
        for (int s = 0; s < subgroups.length; s++) {
            tallyTuple[2 + s] = tuple[CATEGORIES + subgroups[s]];
        }
        int tally = tallyKeys.of(tallyTuple);
        int first = tally * outcomes * windows;
        if (first >= tallies.length) {
            int known = tallies.length;
            tallies = Arrays.copyOf(tallies, first + outcomes * windows);
            for (int i = known; i < tallies.length; i++) {
                tallies[i] = new ValueTally();
            }
        }
        return tally;
    }

    /** Adds what another walk found. */
    public void addAll(Cells other) {
        for (int i = 0; i < flow.length; i++) {
            flow[i] += other.flow[i];
        }
        other.harms.forEach((arm, found) -> harms(arm).addAll(found));
        int[] tuple = new int[CATEGORIES + levels.length];
        for (int theirs = 0; theirs < other.keys.size(); theirs++) {
            tuple[ARM] = other.keys.value(theirs, ARM);
            tuple[CLINIC] = clinics.code(other.clinics.word(other.keys.value(theirs, CLINIC)));
            tuple[CLUSTER] = clusters.code(other.clusters.word(other.keys.value(theirs, CLUSTER)));
            tuple[LEVEL] = further(other, other.keys.value(theirs, LEVEL));
            for (int c = 0; c < levels.length; c++) {
                tuple[CATEGORIES + c] = levels[c].code(other.level(theirs, c));
            }
            addKey(key(tuple), other, theirs);
        }
        addTallies(other);
    }

    private int further(Cells other, int theirs) {
        return theirs == Words.NONE ? Words.NONE : further.code(other.further.word(theirs));
    }

    private void addKey(int key, Cells other, int theirs) {
        for (int o = 0; o < outcomes; o++) {
            withBaseline[key * outcomes + o] += other.withBaseline[theirs * outcomes + o];
        }
        int cells = outcomes * windows;
        for (int ow = 0; ow < cells; ow++) {
            withFollowUp[key * cells + ow] += other.withFollowUp[theirs * cells + ow];
            int row = other.rowOf[theirs * cells + ow];
            if (row > 0) {
                rows.addRow(row(key, ow), other.rows, row - 1);
            }
        }
    }

    private void addTallies(Cells other) {
        int[] subgroups = plan.subgroups();
        int[] tuple = new int[CATEGORIES + levels.length];
        for (int theirs = 0; theirs < other.tallyKeys.size(); theirs++) {
            tuple[ARM] = other.tallyKeys.value(theirs, 0);
            tuple[LEVEL] = further(other, other.tallyKeys.value(theirs, 1));
            for (int s = 0; s < subgroups.length; s++) {
                Words words = other.levels[subgroups[s]];
                tuple[CATEGORIES + subgroups[s]] =
                        levels[subgroups[s]].code(words.word(other.tallyKeys.value(theirs, 2 + s)));
            }
            int cells = outcomes * windows;
            int tally = tally(tuple);
            for (int ow = 0; ow < cells; ow++) {
                tallies[tally * cells + ow].addAll(other.tallies[theirs * cells + ow]);
            }
        }
    }

    private String level(int key, int category) {
        return levels[category].word(keys.value(key, CATEGORIES + category));
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
        for (int c = 0; c < levels.length; c++) {
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
        for (int code = 0; code < levels[category].size(); code++) {
            found.add(levels[category].word(code));
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

    /** How many of the arms, of everybody or of one level, have a baseline of the outcome. */
    public long withBaseline(List<Integer> arms, String subgroup, int outcome) {
        long n = 0;
        for (int key : chosen(arms, subgroup)) {
            n += withBaseline[key * outcomes + outcome];
        }
        return n;
    }

    /** How many of them have a baseline and a follow-up. */
    public long withFollowUp(List<Integer> arms, String subgroup, int outcomeWindow) {
        long n = 0;
        for (int key : chosen(arms, subgroup)) {
            n += withFollowUp[key * outcomes * windows + outcomeWindow];
        }
        return n;
    }

    /** In each clinic, how many of them have a baseline, and how many of those a follow-up. */
    public Map<String, long[]> followUp(List<Integer> arms, String subgroup, int outcomeWindow) {
        Map<String, long[]> found = new TreeMap<>();
        for (int key : chosen(arms, subgroup)) {
            long[] counts = found.computeIfAbsent(clinics.word(keys.value(key, CLINIC)), c -> new long[2]);
            counts[0] += withBaseline[key * outcomes + outcomeWindow / windows];
            counts[1] += withFollowUp[key * outcomes * windows + outcomeWindow];
        }
        return found;
    }

    /** How many of them are in the analysis. */
    public long analysed(List<Integer> arms, String subgroup, int outcomeWindow) {
        long n = 0;
        for (int key : chosen(arms, subgroup)) {
            int row = rowOf[key * outcomes * windows + outcomeWindow];
            n += row == 0 ? 0 : rows.word(row - 1, 0);
        }
        return n;
    }

    /** Every change of them, with its count. */
    public ValueTally changes(List<Integer> arms, String subgroup, int outcomeWindow) {
        ValueTally all = new ValueTally();
        for (int tally = 0; tally < tallyKeys.size(); tally++) {
            if (arms.contains(tallyKeys.value(tally, 0)) && tallyIsOf(tally, subgroup)) {
                all.addAll(tallies[tally * outcomes * windows + outcomeWindow]);
            }
        }
        return all;
    }

    private boolean tallyIsOf(int tally, String subgroup) {
        int level = tallyKeys.value(tally, 1);
        if (level != Words.NONE) {
            return subgroup.equals(further.word(level));
        }
        boolean is = subgroup.isEmpty();
        for (int s = 0; s < plan.subgroups().length; s++) {
            int category = plan.subgroups()[s];
            String word = levels[category].word(tallyKeys.value(tally, 2 + s));
            is |= subgroup.equals(plan.categories().get(category) + "=" + word);
        }
        return is;
    }

    /** The sums of those in the analysis, by clinic and cluster. */
    public TreeMap<Unit, ExactSums> sums(List<Integer> arms, String subgroup, int outcomeWindow) {
        int[][] columnOf = columnsOfLevels();
        Map<Long, ExactSums> found = new LinkedHashMap<>();
        for (int key : chosen(arms, subgroup)) {
            int row = rowOf[key * outcomes * windows + outcomeWindow];
            if (row > 0) {
                long unit = (long) keys.value(key, CLINIC) << 32 | keys.value(key, CLUSTER);
                found.computeIfAbsent(unit, u -> new ExactSums())
                        .addCombination(rows, row - 1, plan.fixedColumns(), columns(key, columnOf));
            }
        }
        TreeMap<Unit, ExactSums> sums = new TreeMap<>();
        found.forEach((unit, theirs) ->
                sums.put(new Unit(clinics.word((int) (unit >> 32)), clusters.word(unit.intValue())), theirs));
        return sums;
    }

    private int[][] columnsOfLevels() {
        Map<String, Integer> all = levels();
        int[][] columnOf = new int[levels.length][];
        for (int c = 0; c < levels.length; c++) {
            columnOf[c] = new int[levels[c].size()];
            for (int code = 0; plan.modelCategories()[c] && code < columnOf[c].length; code++) {
                Integer column = all.get(plan.categories().get(c) + "=" + levels[c].word(code));
                columnOf[c][code] = column == null ? -1 : column;
            }
        }
        return columnOf;
    }

    /** The columns that are 1 in a combination, ascending. */
    private int[] columns(int key, int[][] columnOf) {
        int[] columns = new int[levels.length];
        int n = 0;
        for (int c = 0; c < levels.length; c++) {
            if (plan.modelCategories()[c]) {
                columns[n++] = columnOf[c][keys.value(key, CATEGORIES + c)];
            }
        }
        return Arrays.copyOf(columns, n);
    }

    private List<Integer> chosen(List<Integer> arms, String subgroup) {
        int place = LEVEL;
        int code = subgroup.isEmpty() ? Words.NONE : further.known(subgroup);
        boolean known = subgroup.isEmpty() || code != Words.NONE;
        for (int c : plan.subgroups()) {
            String start = plan.categories().get(c) + "=";
            if (subgroup.startsWith(start)) {
                place = CATEGORIES + c;
                code = levels[c].known(subgroup.substring(start.length()));
                known = code != Words.NONE;
            }
        }
        List<Integer> chosen = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            boolean ofVisits = place == LEVEL || keys.value(key, LEVEL) == Words.NONE;
            boolean inSubgroup = known && ofVisits && keys.value(key, place) == code;
            if (inSubgroup && arms.contains(keys.value(key, ARM))) {
                chosen.add(key);
            }
        }
        return chosen;
    }
}
