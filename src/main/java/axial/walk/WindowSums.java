package axial.walk;

import axial.clinic.Better;
import axial.clinic.Scaled;
import axial.question.Job;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the windows of the same patients: per outcome, arm, cluster and pattern of the windows that were seen the
 * products of the covariates and of the changes in all windows. They suffice for models of repeated measures and for
 * whatever is asked of two windows at once.
 *
 * <p>The columns of the sums are those of {@link Cells}, and before the levels a change for each window.
 */
public final class WindowSums implements WalkSums {
    private static final long serialVersionUID = 5;

    /**
     * Whose sums.
     *
     * @param seen one bit for each window of the plan in which the outcome was seen
     */
    public record Key(int outcome, int arm, String clinic, String cluster, int seen)
            implements Serializable, Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::outcome)
                .thenComparingInt(Key::arm)
                .thenComparing(Key::clinic)
                .thenComparing(Key::cluster)
                .thenComparingInt(Key::seen);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The sums of one key.
     *
     * @param products of all columns
     * @param responders per pair of windows, earlier first: who had improved by the smallest change that matters
     * @param relapsed those of them who no longer had in the later window
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of sums, never compared
    public record Cell(ExactSums products, long[] responders, long[] relapsed) implements Serializable {
        void addAll(Cell other, int[] columnHere) {
            products.addAll(other.products, columnHere);
            for (int i = 0; i < responders.length; i++) {
                responders[i] += other.responders[i];
                relapsed[i] += other.relapsed[i];
            }
        }
    }

    private static final int NOT_MET = 0;

    private final WalkPlan plan;
    private final int windows;
    private final int[] improvement;
    private final EpisodeWords words;

    /** The column of each level by its number; {@link #NOT_MET} where it has none. */
    private final int[][] columnOf;

    private int levelsMet = 0;
    private final Tuples keys = new Tuples(5);
    private transient List<Cell> cells = new ArrayList<>();
    private final int[] tuple = new int[5];
    private final int[] columns;
    private final int[] values;
    private final int[] levelColumns;
    private final int[] changes;
    private transient @Nullable Map<Key, Cell> all;

    public WindowSums(Job job, WalkPlan plan) {
        this.plan = plan;
        this.windows = plan.windows().size();
        this.improvement =
                job.outcomes().stream().mapToInt(WindowSums::improvement).toArray();
        this.words = new EpisodeWords(plan);
        this.columnOf = new int[words.levels.length][4];
        this.levelColumns = new int[words.levels.length];
        this.changes = new int[windows];
        this.columns = new int[plan.fixedColumns() + windows + levelColumns.length];
        this.values = new int[columns.length];
    }

    /** The smallest change that matters in steps, below zero where lower is better; 0 where nobody says. */
    private static int improvement(Job.Outcome outcome) {
        BigDecimal mcid = outcome.instrument().mcid();
        if (mcid == null) {
            return 0;
        }
        int steps = mcid.multiply(BigDecimal.valueOf(outcome.instrument().stepsPerUnit()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return outcome.instrument().better() == Better.LOWER ? -steps : steps;
    }

    /** The sums. */
    public Map<Key, Cell> all() {
        Map<Key, Cell> named = all;
        if (named == null) {
            named = new TreeMap<>();
            for (int key = 0; key < keys.size(); key++) {
                named.put(key(key), cells.get(key));
            }
            all = named;
        }
        return Collections.unmodifiableMap(named);
    }

    private Key key(int key) {
        return new Key(
                keys.value(key, 0),
                keys.value(key, 1),
                words.clinics.word(keys.value(key, 2)),
                words.clusters.word(keys.value(key, 3)),
                keys.value(key, 4));
    }

    /** The column of every level that turned up. */
    public Map<String, Integer> levels() {
        Map<String, Integer> named = new TreeMap<>();
        for (int c = 0; c < columnOf.length; c++) {
            for (int code = 0; code < columnOf[c].length; code++) {
                if (columnOf[c][code] != NOT_MET) {
                    named.put(plan.categories().get(c) + "=" + words.levels[c].word(code), columnOf[c][code]);
                }
            }
        }
        return named;
    }

    /** The column of the change in a window. */
    public int column(int window) {
        return plan.fixedColumns() + window;
    }

    /** How many columns the sums may have. */
    public int columns() {
        return plan.fixedColumns() + windows + levelsMet;
    }

    private int column(int category, int level) {
        if (level >= columnOf[category].length) {
            columnOf[category] = Arrays.copyOf(columnOf[category], 2 * level);
        }
        if (columnOf[category][level] == NOT_MET) {
            columnOf[category][level] = plan.fixedColumns() + windows + levelsMet++;
        }
        return columnOf[category][level];
    }

    @Override
    public void add(PatientVisits patient) {}

    @Override
    public void addEpisodes(EpisodeBlock episodes, int[] order) {
        all = null;
        EpisodeWords.Here here = words.here(episodes.words());
        for (int e : order) {
            if (episodes.isComplete(e)) {
                add(episodes, e, here);
            }
        }
    }

    private void add(EpisodeBlock episodes, int e, EpisodeWords.Here here) {
        int levels = takeLevels(episodes, e, here);
        tuple[1] = episodes.arm(e);
        tuple[2] = here.clinics()[episodes.clinicCode(e)];
        tuple[3] = here.clusters()[episodes.clusterCode(e)];
        for (int o = 0; o < plan.outcomes().size(); o++) {
            int seen = 0;
            for (int w = 0; w < windows; w++) {
                changes[w] = episodes.change(o * windows + w, e);
                seen |= changes[w] == Scaled.MISSING ? 0 : 1 << w;
            }
            if (seen != 0) {
                tuple[0] = o;
                tuple[4] = seen;
                Cell cell = cell();
                add(cell, episodes, e, o, levels);
                countRelapses(cell, o, seen);
            }
        }
    }

    /** The columns of the episode's levels, ascending; gives how many there are. */
    private int takeLevels(EpisodeBlock episodes, int e, EpisodeWords.Here here) {
        int size = 0;
        for (int c = 0; c < columnOf.length; c++) {
            if (plan.modelCategories()[c]) {
                int column = column(c, here.levels()[c][episodes.levelCode(c, e)]);
                int at = size++;
                while (at > 0 && levelColumns[at - 1] > column) {
                    levelColumns[at] = levelColumns[at - 1];
                    at--;
                }
                levelColumns[at] = column;
            }
        }
        return size;
    }

    private Cell cell() {
        int key = keys.of(tuple);
        if (key == cells.size()) {
            cells.add(new Cell(new ExactSums(), new long[windows * windows], new long[windows * windows]));
        }
        return cells.get(key);
    }

    /** Columns that are 0 are left out: the change of no window, and those of windows that were not seen. */
    private void add(Cell cell, EpisodeBlock episodes, int e, int outcome, int levels) {
        int size = 0;
        columns[size] = ExactSums.ONE;
        values[size++] = 1;
        columns[size] = ExactSums.BASELINE;
        values[size++] = episodes.baseline(outcome, e);
        for (int n = 3; n < plan.fixedColumns(); n++) {
            columns[size] = n;
            values[size++] = episodes.number(n - 3, e);
        }
        for (int w = 0; w < windows; w++) {
            if (changes[w] != Scaled.MISSING) {
                columns[size] = column(w);
                values[size++] = changes[w];
            }
        }
        for (int level = 0; level < levels; level++) {
            columns[size] = levelColumns[level];
            values[size++] = 1;
        }
        cell.products.add(columns, values, size);
    }

    private void countRelapses(Cell cell, int outcome, int seen) {
        for (int w = 0; improvement[outcome] != 0 && w < windows; w++) {
            if ((seen >> w & 1) == 1 && improved(outcome, changes[w])) {
                for (int later = 0; later < windows; later++) {
                    if ((seen >> later & 1) == 1) {
                        cell.responders[w * windows + later]++;
                        cell.relapsed[w * windows + later] += improved(outcome, changes[later]) ? 0 : 1;
                    }
                }
            }
        }
    }

    private boolean improved(int outcome, int change) {
        return improvement[outcome] < 0 ? change <= improvement[outcome] : change >= improvement[outcome];
    }

    @Override
    public void settle() {
        cells.forEach(cell -> cell.products.settle());
    }

    @Override
    public void addAll(WalkSums other) {
        WindowSums found = (WindowSums) other;
        all = null;
        int[] columnHere = new int[found.columns()];
        Arrays.setAll(columnHere, c -> c);
        EpisodeWords.Here here = words.here(found.words);
        for (int c = 0; c < columnOf.length; c++) {
            for (int level = 0; level < found.columnOf[c].length; level++) {
                int there = found.columnOf[c][level];
                if (there != NOT_MET) {
                    columnHere[there] = column(c, here.levels()[c][level]);
                }
            }
        }
        for (int theirs = 0; theirs < found.keys.size(); theirs++) {
            tuple[0] = found.keys.value(theirs, 0);
            tuple[1] = found.keys.value(theirs, 1);
            tuple[2] = here.clinics()[found.keys.value(theirs, 2)];
            tuple[3] = here.clusters()[found.keys.value(theirs, 3)];
            tuple[4] = found.keys.value(theirs, 4);
            Cell cell = cell();
            cell.addAll(found.cells.get(theirs), columnHere);
            cell.products.settle();
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        for (Cell cell : cells) {
            cell.products.pack(packed);
            packed.put(cell.responders, 0, cell.responders.length);
            packed.put(cell.relapsed, 0, cell.relapsed.length);
        }
        packed.put(cells.size());
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        cells = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            Cell cell = new Cell(ExactSums.unpack(packed), new long[windows * windows], new long[windows * windows]);
            packed.next(cell.responders, 0, cell.responders.length);
            packed.next(cell.relapsed, 0, cell.relapsed.length);
            cells.add(cell);
        }
    }
}
