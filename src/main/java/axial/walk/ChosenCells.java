package axial.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The patients of some arms, everybody or those of one level: what {@link Cells} know of them. Which cells these are is
 * looked up once, then as many outcomes and windows may be asked for as there are.
 */
public final class ChosenCells {
    private final WalkPlan plan;
    private final EpisodeWords words;
    private final Tuples keys;
    private final CellRows rows;
    private final CellTallies tallies;
    private final int[] chosen;
    private final int[] chosenTallies;
    private final int[][] columnOf;

    /** For each key that is chosen the place of its unit. */
    private final int[] unitOf;

    private final List<Cells.Unit> units = new ArrayList<>();

    /**
     * Chosen cells.
     *
     * @param chosen the keys that are chosen
     * @param chosenTallies those of the tallies
     * @param columnOf by category and code the column of the level
     */
    ChosenCells(
            WalkPlan plan,
            EpisodeWords words,
            Tuples keys,
            CellRows rows,
            CellTallies tallies,
            int[] chosen,
            int[] chosenTallies,
            int[][] columnOf) {
        this.plan = plan;
        this.words = words;
        this.keys = keys;
        this.rows = rows;
        this.tallies = tallies;
        this.chosen = chosen;
        this.chosenTallies = chosenTallies;
        this.columnOf = columnOf;
        this.unitOf = new int[chosen.length];
        Tuples found = new Tuples(2);
        int[] unit = new int[2];
        for (int k = 0; k < chosen.length; k++) {
            unit[0] = keys.value(chosen[k], Cells.CLINIC);
            unit[1] = keys.value(chosen[k], Cells.CLUSTER);
            unitOf[k] = found.of(unit);
            if (unitOf[k] == units.size()) {
                units.add(new Cells.Unit(words.clinics.word(unit[0]), words.clusters.word(unit[1])));
            }
        }
    }

    /** How many have a baseline of the outcome. */
    public long withBaseline(int outcome) {
        long n = 0;
        for (int key : chosen) {
            n += rows.withBaseline(key, outcome);
        }
        return n;
    }

    /** How many of them have a follow-up. */
    public long withFollowUp(int outcomeWindow) {
        long n = 0;
        for (int key : chosen) {
            n += rows.withFollowUp(key, outcomeWindow);
        }
        return n;
    }

    /** How many of them are in the analysis. */
    public long analysed(int outcomeWindow) {
        long n = 0;
        for (int key : chosen) {
            n += rows.analysed(key, outcomeWindow);
        }
        return n;
    }

    /** In each clinic, how many have a baseline, and how many of those a follow-up. */
    public Map<String, long[]> followUp(int outcomeWindow) {
        long[][] counts = new long[units.size()][2];
        for (int k = 0; k < chosen.length; k++) {
            counts[unitOf[k]][0] +=
                    rows.withBaseline(chosen[k], outcomeWindow / plan.windows().size());
            counts[unitOf[k]][1] += rows.withFollowUp(chosen[k], outcomeWindow);
        }
        Map<String, long[]> found = new TreeMap<>();
        for (int u = 0; u < counts.length; u++) {
            long[] ofClinic = found.computeIfAbsent(units.get(u).clinic(), clinic -> new long[2]);
            ofClinic[0] += counts[u][0];
            ofClinic[1] += counts[u][1];
        }
        return found;
    }

    /** Every change of those in the analysis, with its count. */
    public ValueTally changes(int outcomeWindow) {
        return tallies.all(chosenTallies, outcomeWindow);
    }

    /** The sums of those in the analysis, by clinic and cluster. */
    public TreeMap<Cells.Unit, ExactSums> sums(int outcomeWindow) {
        ExactSums[] found = new ExactSums[units.size()];
        Arrays.setAll(found, unit -> new ExactSums());
        int[] ones = new int[columnOf.length];
        for (int k = 0; k < chosen.length; k++) {
            int row = rows.row(chosen[k], outcomeWindow);
            if (row >= 0) {
                int size = columns(chosen[k], ones);
                found[unitOf[k]].addCombination(rows.rows(), row, plan.fixedColumns(), ones, size);
            }
        }
        TreeMap<Cells.Unit, ExactSums> sums = new TreeMap<>();
        for (int unit = 0; unit < found.length; unit++) {
            if (found[unit].count() > 0) {
                sums.put(units.get(unit), found[unit].settle());
            }
        }
        return sums;
    }

    /** The columns that are 1 in a combination, ascending; gives how many there are. */
    private int columns(int key, int[] columns) {
        int size = 0;
        for (int c = 0; c < columnOf.length; c++) {
            if (plan.modelCategories()[c]) {
                columns[size++] = columnOf[c][keys.value(key, Cells.CATEGORIES + c)];
            }
        }
        return size;
    }
}
