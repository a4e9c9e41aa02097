package axial.walk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a walk adds up: the second waist. Cells of several walks are merged by {@link #addAll}; the result does not
 * depend on how the patients were spread over them.
 */
public final class Cells implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Whose sums: an arm in a clinic, everybody or one level.
     *
     * @param cluster of the standard error, in words; empty where the clinic is the cluster
     * @param subgroup empty for everybody, else {@code symptom_stage=chronic}
     */
    public record Key(int arm, String clinic, String cluster, String subgroup)
            implements Serializable, Comparable<Key> {
        private static final java.util.Comparator<Key> ORDER = java.util.Comparator.comparingInt(Key::arm)
                .thenComparing(Key::clinic)
                .thenComparing(Key::cluster)
                .thenComparing(Key::subgroup);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The sums of one key: per outcome × window (outcome first) products and values, per outcome the baselines. */
    public static final class Cell implements Serializable {
        private static final long serialVersionUID = 1;
        public final long[] withBaseline;
        public final long[] withFollowUp;
        public final ExactSums[] sums;
        public final ValueTally[] changes;

        Cell(int outcomes, int windows) {
            withBaseline = new long[outcomes];
            withFollowUp = new long[outcomes * windows];
            sums = new ExactSums[outcomes * windows];
            changes = new ValueTally[outcomes * windows];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = new ExactSums();
                changes[i] = new ValueTally();
            }
        }

        void addAll(Cell other, int[] columnHere) {
            for (int i = 0; i < withBaseline.length; i++) {
                withBaseline[i] += other.withBaseline[i];
            }
            for (int i = 0; i < sums.length; i++) {
                withFollowUp[i] += other.withFollowUp[i];
                sums[i].addAll(other.sums[i], columnHere);
                changes[i].addAll(other.changes[i]);
            }
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

    private final int outcomes;
    private final int windows;
    private final int fixedColumns;
    private final long[] flow = new long[STEPS.size()];
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final TreeMap<Key, Cell> cells = new TreeMap<>();
    private final TreeMap<Integer, Harms> harms = new TreeMap<>();

    public Cells(WalkPlan plan) {
        this(plan.outcomes().size(), plan.windows().size(), plan.fixedColumns());
    }

    private Cells(int outcomes, int windows, int fixedColumns) {
        this.outcomes = outcomes;
        this.windows = windows;
        this.fixedColumns = fixedColumns;
    }

    void count(int step, long n) {
        flow[step] += n;
    }

    /** The column of a level such as {@code sex=female}; given out as levels turn up. */
    int column(String level) {
        return levels.computeIfAbsent(level, l -> fixedColumns + levels.size());
    }

    Cell cell(Key key) {
        return cells.computeIfAbsent(key, k -> new Cell(outcomes, windows));
    }

    Harms harms(int arm) {
        return harms.computeIfAbsent(arm, a -> new Harms());
    }

    /** Adds what another walk found. */
    public void addAll(Cells other) {
        for (int i = 0; i < flow.length; i++) {
            flow[i] += other.flow[i];
        }
        List<String> theirs = new ArrayList<>(other.levels.keySet());
        int[] columnHere = new int[fixedColumns + theirs.size()];
        for (int i = 0; i < columnHere.length; i++) {
            columnHere[i] = i < fixedColumns ? i : column(theirs.get(i - fixedColumns));
        }
        other.cells.forEach((key, cell) -> cell(key).addAll(cell, columnHere));
        other.harms.forEach((arm, found) -> harms(arm).addAll(found));
    }

    /** How many reached each of {@link #STEPS}. */
    public long[] flow() {
        return flow.clone();
    }

    /** The column of every level that turned up. */
    public Map<String, Integer> levels() {
        return java.util.Collections.unmodifiableMap(levels);
    }

    /** How many columns the sums may have. */
    public int columns() {
        return fixedColumns + levels.size();
    }

    /** All cells, by key. */
    public Map<Key, Cell> all() {
        return java.util.Collections.unmodifiableMap(cells);
    }

    /** Harms by arm. */
    public Map<Integer, Harms> harmsByArm() {
        return java.util.Collections.unmodifiableMap(harms);
    }
}
