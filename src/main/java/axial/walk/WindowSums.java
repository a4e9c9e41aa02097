package axial.walk;

import axial.clinic.Better;
import axial.clinic.Scaled;
import axial.question.Job;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
    private static final long serialVersionUID = 2;

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

    private final WalkPlan plan;
    private final int windows;
    private final int[] improvement;
    private final Words clinics = new Words();
    private final Words clusters = new Words();
    private final List<Map<String, Integer>> levels = new ArrayList<>();
    private int levelsMet = 0;
    private final Tuples keys = new Tuples(5);
    private final List<Cell> cells = new ArrayList<>();
    private transient @Nullable Map<Key, Cell> all;

    public WindowSums(Job job, WalkPlan plan) {
        this.plan = plan;
        this.windows = plan.windows().size();
        this.improvement =
                job.outcomes().stream().mapToInt(WindowSums::improvement).toArray();
        plan.categories().forEach(category -> levels.add(new HashMap<>()));
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
                clinics.word(keys.value(key, 2)),
                clusters.word(keys.value(key, 3)),
                keys.value(key, 4));
    }

    /** The column of every level that turned up. */
    public Map<String, Integer> levels() {
        Map<String, Integer> named = new TreeMap<>();
        for (int c = 0; c < levels.size(); c++) {
            String start = plan.categories().get(c) + "=";
            levels.get(c).forEach((level, column) -> named.put(start + level, column));
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

    private int column(int category, String level) {
        return levels.get(category).computeIfAbsent(level, l -> plan.fixedColumns() + windows + levelsMet++);
    }

    @Override
    public void add(PatientVisits patient) {}

    @Override
    public void addEpisode(Episode episode) {
        EpisodeRow row = episode.row();
        for (int number : row.numbers()) {
            if (number == Scaled.MISSING) {
                return;
            }
        }
        all = null;
        int[] columns = columns(row);
        int[] values = new int[columns.length];
        Arrays.fill(values, 1);
        System.arraycopy(row.numbers(), 0, values, 3, row.numbers().length);
        int clinic = clinics.code(row.clinic());
        int cluster = clusters.code(row.cluster());
        for (int o = 0; o < plan.outcomes().size(); o++) {
            int[] changes = Arrays.copyOfRange(row.changes(), o * windows, (o + 1) * windows);
            int seen = 0;
            for (int w = 0; w < windows; w++) {
                seen |= changes[w] == Scaled.MISSING ? 0 : 1 << w;
            }
            if (seen != 0) {
                Cell cell = cell(new int[] {o, row.arm(), clinic, cluster, seen});
                add(cell, columns, values, row.baselines()[o], changes);
                countRelapses(cell, o, changes);
            }
        }
    }

    /** The columns of an episode that are not always 0, ascending: those of numbers, of windows, and of its levels. */
    private int[] columns(EpisodeRow row) {
        int fixed = plan.fixedColumns() + windows;
        int[] columns = new int[fixed + levels.size()];
        for (int c = 0; c < fixed; c++) {
            columns[c] = c;
        }
        int size = fixed;
        for (int c = 0; c < levels.size(); c++) {
            if (plan.modelCategories()[c]) {
                columns[size++] = column(c, row.categories()[c]);
            }
        }
        Arrays.sort(columns, fixed, size);
        return Arrays.copyOf(columns, size);
    }

    private Cell cell(int[] tuple) {
        int key = keys.of(tuple);
        if (key == cells.size()) {
            cells.add(new Cell(new ExactSums(), new long[windows * windows], new long[windows * windows]));
        }
        return cells.get(key);
    }

    /** A window that was not seen has change 0, so that its products are 0; so has the change of no window. */
    private void add(Cell cell, int[] columns, int[] values, int baseline, int[] changes) {
        values[ExactSums.BASELINE] = baseline;
        values[ExactSums.CHANGE] = 0;
        for (int w = 0; w < windows; w++) {
            values[plan.fixedColumns() + w] = changes[w] == Scaled.MISSING ? 0 : changes[w];
        }
        cell.products.add(columns, values, columns.length);
    }

    private void countRelapses(Cell cell, int outcome, int[] changes) {
        for (int w = 0; w < windows; w++) {
            for (int later = 0; improvement[outcome] != 0 && later < windows; later++) {
                if (changes[w] != Scaled.MISSING && changes[later] != Scaled.MISSING && improved(outcome, changes[w])) {
                    cell.responders[w * windows + later]++;
                    cell.relapsed[w * windows + later] += improved(outcome, changes[later]) ? 0 : 1;
                }
            }
        }
    }

    private boolean improved(int outcome, int change) {
        return improvement[outcome] < 0 ? change <= improvement[outcome] : change >= improvement[outcome];
    }

    @Override
    public void addAll(WalkSums other) {
        WindowSums found = (WindowSums) other;
        all = null;
        int[] columnHere = new int[found.columns()];
        Arrays.setAll(columnHere, c -> c);
        for (int c = 0; c < levels.size(); c++) {
            int category = c;
            found.levels.get(c).forEach((level, there) -> columnHere[there] = column(category, level));
        }
        for (int theirs = 0; theirs < found.keys.size(); theirs++) {
            Key key = found.key(theirs);
            int[] tuple = {
                key.outcome(), key.arm(), clinics.code(key.clinic()), clusters.code(key.cluster()), key.seen()
            };
            cell(tuple).addAll(found.cells.get(theirs), columnHere);
        }
    }
}
