package axial.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which cells a release hides: those that are small, and as many others as it takes that nobody can work out a small one
 * from what is shown (complementary suppression, one linear program for each cell to protect; Kelly, Golden and Assad
 * 1992, Networks 22:397).
 *
 * <p>Every cell to protect ends with a second set of counts that agrees with all that is shown, has no count below zero
 * and gives the cell {@code width} more: an attacker who knows every table is left with at least that interval.
 */
final class Suppression {
    private final Counts counts;
    private final long width;
    private final BitSet hidden;

    private Suppression(Counts counts, long width) {
        this.counts = counts;
        this.width = width;
        this.hidden = new BitSet(counts.size());
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
        Map<Integer, List<Map<Integer, Double>>> moves = new HashMap<>();
        for (int cell : cells.stream().sorted(largestFirst).toList()) {
            boolean isProtected = moves.getOrDefault(cell, List.of()).stream()
                    .anyMatch(move -> Shift.raises(counts, move, cell, width));
            if (!isProtected) {
                Map<Integer, Double> move = Shift.cheapest(counts, hidden, cell, width);
                move.keySet().forEach(moved -> {
                    hidden.set(moved);
                    moves.computeIfAbsent(moved, m -> new ArrayList<>()).add(move);
                });
            }
        }
    }
}
