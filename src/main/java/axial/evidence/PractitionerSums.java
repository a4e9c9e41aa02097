package axial.evidence;

import axial.clinic.Scaled;
import axial.walk.Cells;
import axial.walk.EpisodeBlock;
import axial.walk.EpisodeRow;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums by practitioner for one outcome and window, of those in its analysis whose practitioner is recorded: of each
 * practitioner the plain sums of the columns, of each arm those of their products. The columns are those of {@link Cells}.
 * Sums of several parts are merged by {@link #addAll}.
 */
final class PractitionerSums implements Serializable {
    private static final long serialVersionUID = 1;

    private record Who(int arm, String clinic, String practitioner) implements Serializable {}

    /** One side of a comparison; a unit's cluster is the practitioner. */
    record BySide(ExactSums all, Map<Cells.Unit, long[]> practitioners) {}

    private final int outcome;
    private final int outcomeWindow;
    private final int fixed;
    private final int width;
    private final List<Map<String, Integer>> columnOfLevel;
    private final Map<Integer, ExactSums> byArm = new TreeMap<>();
    private final Map<Who, long[]> byPractitioner = new HashMap<>();

    PractitionerSums(WalkPlan plan, Cells cells, int outcome, int outcomeWindow) {
        this(outcome, outcomeWindow, plan.fixedColumns(), cells.columns(), new ArrayList<>());
        for (String category : plan.categories()) {
            Map<String, Integer> columns = new HashMap<>();
            cells.levels().forEach((level, column) -> {
                if (level.startsWith(category + "=")) {
                    columns.put(level.substring(category.length() + 1), column);
                }
            });
            columnOfLevel.add(columns);
        }
    }

    private PractitionerSums(
            int outcome, int outcomeWindow, int fixed, int width, List<Map<String, Integer>> columnOfLevel) {
        this.outcome = outcome;
        this.outcomeWindow = outcomeWindow;
        this.fixed = fixed;
        this.width = width;
        this.columnOfLevel = columnOfLevel;
    }

    /** The same sums with nobody in them. */
    PractitionerSums none() {
        return new PractitionerSums(outcome, outcomeWindow, fixed, width, columnOfLevel);
    }

    void add(EpisodeBlock episodes) {
        for (int e = 0; e < episodes.size(); e++) {
            if (episodes.change(outcomeWindow, e) != Scaled.MISSING && episodes.isComplete(e)) {
                add(episodes.row(e));
            }
        }
    }

    private void add(EpisodeRow episode) {
        if (episode.practitioner().isEmpty()) {
            return;
        }
        int[] columns = columns(episode);
        int[] values = new int[columns.length];
        Arrays.fill(values, 1);
        values[ExactSums.BASELINE] = episode.baselines()[outcome];
        values[ExactSums.CHANGE] = episode.changes()[outcomeWindow];
        System.arraycopy(episode.numbers(), 0, values, 3, episode.numbers().length);
        byArm.computeIfAbsent(episode.arm(), a -> new ExactSums()).add(columns, values, columns.length);
        long[] sums = byPractitioner.computeIfAbsent(
                new Who(episode.arm(), episode.clinic(), episode.practitioner()), w -> new long[width]);
        for (int c = 0; c < columns.length; c++) {
            sums[columns[c]] += values[c];
        }
    }

    /** The columns that are not always 0, ascending. */
    private int[] columns(EpisodeRow episode) {
        int[] columns = new int[fixed + columnOfLevel.size()];
        Arrays.setAll(columns, c -> c);
        int size = fixed;
        for (int c = 0; c < columnOfLevel.size(); c++) {
            Integer column = columnOfLevel.get(c).get(episode.categories()[c]);
            if (column != null) {
                columns[size++] = column;
            }
        }
        Arrays.sort(columns, fixed, size);
        return Arrays.copyOf(columns, size);
    }

    void addAll(PractitionerSums other) {
        other.byArm.forEach((arm, theirs) ->
                byArm.computeIfAbsent(arm, a -> new ExactSums()).addAll(theirs, everyColumn()));
        other.byPractitioner.forEach((who, theirs) -> addTo(byPractitioner, who, theirs));
    }

    private <K> void addTo(Map<K, long[]> sums, K key, long[] theirs) {
        long[] mine = sums.computeIfAbsent(key, k -> new long[width]);
        for (int c = 0; c < width; c++) {
            mine[c] += theirs[c];
        }
    }

    private int[] everyColumn() {
        int[] columns = new int[width];
        Arrays.setAll(columns, c -> c);
        return columns;
    }

    /** Whether these are the sums of this of the outcomes × windows. */
    boolean isOf(int otherOutcomeWindow) {
        return outcomeWindow == otherOutcomeWindow;
    }

    /** The sums of some arms together. */
    BySide of(List<Integer> arms) {
        ExactSums all = new ExactSums();
        byArm.forEach((arm, sums) -> {
            if (arms.contains(arm)) {
                all.addAll(sums, everyColumn());
            }
        });
        Map<Cells.Unit, long[]> practitioners = new TreeMap<>();
        byPractitioner.forEach((who, sums) -> {
            if (arms.contains(who.arm())) {
                addTo(practitioners, new Cells.Unit(who.clinic(), who.practitioner()), sums);
            }
        });
        return new BySide(all, practitioners);
    }
}
