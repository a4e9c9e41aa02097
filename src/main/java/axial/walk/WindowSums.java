package axial.walk;

import axial.clinic.Better;
import axial.clinic.Scaled;
import axial.question.Job;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums over the windows of the same patients: per outcome, arm, cluster and pattern of the windows that were seen the
 * products of the covariates and of the changes in all windows. They suffice for models of repeated measures and for
 * whatever is asked of two windows at once.
 *
 * <p>The columns of the sums are those of {@link Cells}, and before the levels a change for each window.
 */
public final class WindowSums implements WalkSums {
    private static final long serialVersionUID = 1;

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
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final TreeMap<Key, Cell> cells = new TreeMap<>();

    public WindowSums(Job job, WalkPlan plan) {
        this.plan = plan;
        this.windows = plan.windows().size();
        this.improvement =
                job.outcomes().stream().mapToInt(WindowSums::improvement).toArray();
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
        return Collections.unmodifiableMap(cells);
    }

    /** The column of every level that turned up. */
    public Map<String, Integer> levels() {
        return Collections.unmodifiableMap(levels);
    }

    /** The column of the change in a window. */
    public int column(int window) {
        return plan.fixedColumns() + window;
    }

    /** How many columns the sums may have. */
    public int columns() {
        return plan.fixedColumns() + windows + levels.size();
    }

    private int column(String level) {
        return levels.computeIfAbsent(level, l -> plan.fixedColumns() + windows + levels.size());
    }

    @Override
    public void add(PatientVisits patient) {}

    @Override
    public void addEpisode(Episode episode) {
        EpisodeColumns columns = EpisodeColumns.of(plan, this::column, episode);
        if (!columns.complete()) {
            return;
        }
        PatientVisits visits = episode.visits();
        String clinic = visits.clinic(episode.index());
        String cluster = visits.cluster(episode.index());
        for (int o = 0; o < plan.outcomes().size(); o++) {
            int[] changes = changes(episode, o);
            int seen = 0;
            for (int w = 0; w < windows; w++) {
                seen |= changes[w] == Scaled.MISSING ? 0 : 1 << w;
            }
            if (seen != 0) {
                Cell cell = cells.computeIfAbsent(
                        new Key(o, episode.arm(), clinic, cluster, seen),
                        k -> new Cell(new ExactSums(), new long[windows * windows], new long[windows * windows]));
                add(cell, columns, episode.baselines()[o], changes);
                countRelapses(cell, o, changes);
            }
        }
    }

    private int[] changes(Episode episode, int outcome) {
        int[] changes = new int[windows];
        Arrays.setAll(changes, w -> episode.change(outcome, outcome * windows + w));
        return changes;
    }

    /** A window that was not seen has change 0, so that its products are 0. */
    private void add(Cell cell, EpisodeColumns columns, int baseline, int[] changes) {
        int[] at = new int[windows];
        int[] values = new int[windows];
        for (int w = 0; w < windows; w++) {
            at[w] = column(w);
            values[w] = changes[w] == Scaled.MISSING ? 0 : changes[w];
        }
        columns.addTo(cell.products, baseline, at, values);
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
        int[] columnHere = new int[found.columns()];
        Arrays.setAll(columnHere, c -> c);
        found.levels.forEach((level, there) -> columnHere[there] = column(level));
        found.cells.forEach((key, cell) -> cells.computeIfAbsent(
                        key, k -> new Cell(new ExactSums(), new long[windows * windows], new long[windows * windows]))
                .addAll(cell, columnHere));
    }
}
