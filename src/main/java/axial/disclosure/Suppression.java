package axial.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which cells a release hides: those that are small, and as many others as it takes that nobody can work out a small one
 * from what is shown (complementary suppression, one linear program for each cell to protect; Kelly, Golden and Assad
 * 1992, Networks 22:397).
 *
 * <p>Every cell to protect ends with two sets of counts that agree with all that is shown, have no count below zero and
 * are at least {@code width} apart in the cell: an attacker who knows every table is left with at least that interval
 * (the sliding protection level of Fischetti and Salazar 2000, Management Science 46:1014).
 */
final class Suppression {
    private static final double ROUNDING = 1e-6;

    private final Counts counts;
    private final long width;
    private final Surroundings surroundings;
    private final BitSet hidden;
    private final double[] highest;
    private final double[] lowest;

    private Suppression(Counts counts, long width) {
        this.counts = counts;
        this.width = width;
        this.hidden = new BitSet(counts.size());
        this.surroundings = new Surroundings(counts, hidden);
        this.highest = new double[counts.size()];
        this.lowest = new double[counts.size()];
    }

    /**
     * The places of all hidden cells, those that no table shows among them.
     *
     * @param toProtect whether a cell must not be worked out
     */
    static BitSet of(Counts counts, IntPredicate toProtect, long width) {
        Suppression suppression = new Suppression(counts, width);
        suppression.hide(toProtect);
        suppression.protect(
                IntStream.range(0, counts.size()).filter(toProtect).boxed().toList());
        return suppression.hidden;
    }

    private void hide(IntPredicate toProtect) {
        for (int cell = 0; cell < counts.size(); cell++) {
            hidden.set(cell, toProtect.test(cell) || !counts.cell(cell).isShown());
        }
    }

    private void protect(List<Integer> cells) {
        Comparator<Integer> largestFirst =
                Comparator.comparingLong((Integer c) -> -counts.cell(c).n()).thenComparing(c -> c);
        for (int cell : cells.stream().sorted(largestFirst).toList()) {
            if (highest[cell] - lowest[cell] < width - ROUNDING) {
                take(way(cell));
            }
        }
    }

    /** The cheapest way that is wide enough both ways together, or else the cheapest that raises the cell by all of it. */
    private Map<Integer, Double> way(int cell) {
        long rest = width - Math.min(counts.cell(cell).room(), width - 1);
        Map<Integer, Double> move = Shift.cheapest(counts, surroundings, hidden, cell, rest);
        double by = move.getOrDefault(cell, 0.0);
        boolean isWide = by * (Shift.reach(counts, move, 1) + Shift.reach(counts, move, -1)) >= width - ROUNDING;
        return by == 0 || isWide ? move : Shift.cheapest(counts, surroundings, hidden, cell, width);
    }

    private void take(Map<Integer, Double> move) {
        double forth = Shift.reach(counts, move, 1);
        double back = Shift.reach(counts, move, -1);
        move.forEach((moved, by) -> {
            hidden.set(moved);
            highest[moved] = Math.max(highest[moved], Math.max(forth * by, -back * by));
            lowest[moved] = Math.min(lowest[moved], Math.min(forth * by, -back * by));
        });
    }
}
