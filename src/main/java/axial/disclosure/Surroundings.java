package axial.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which other cells may move when one is raised: more and more of those that hang together with it. */
final class Surroundings {
    /** All that hang together with the cell within so many relations, of each relation so many hidden and so many shown. */
    record Reach(int relations, int members) {}

    static final Reach ALL = new Reach(10, Integer.MAX_VALUE);

    /** Of a relation of so many cells, such as the arms of a clinic, all may take part in an exchange. */
    private static final int FEW = 12;

    /** So many of those that are interchangeable with a cell, in each of its relations. */
    private static final int PARTNERS = 3;

    /** Two clinics that exchange two arms with each other lie two steps apart. */
    private static final int STEPS = 2;

    /** Of so many hidden cells that hang together a way is looked for before any is hidden for it. */
    private static final int MOST_TOGETHER = 2000;

    private final Counts counts;
    private final Interchangeable interchangeable;
    private final BitSet hidden;
    private final int raised;

    Surroundings(Counts counts, Interchangeable interchangeable, BitSet hidden, int raised) {
        this.counts = counts;
        this.interchangeable = interchangeable;
        this.hidden = hidden;
        this.raised = raised;
    }

    /** The hidden cells that hang together with the raised one by hidden cells alone: a way among them costs nothing. */
    List<Integer> hiddenTogether() {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        Deque<Integer> next = new ArrayDeque<>(cells);
        while (!next.isEmpty() && cells.size() < MOST_TOGETHER) {
            for (Counts.Role role : counts.roles(next.remove())) {
                for (int cell : counts.relation(role.relation())) {
                    if (hidden.get(cell) && cells.add(cell)) {
                        next.add(cell);
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    List<Integer> within(Reach reach) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        for (int i = 0; i < reach.relations(); i++) {
            TreeSet<Integer> relations = new TreeSet<>();
            cells.forEach(cell -> counts.roles(cell).forEach(role -> relations.add(role.relation())));
            for (int relation : relations) {
                largestHidden(counts.relation(relation), reach.members(), cells);
                cheapestShown(counts.relation(relation), reach.members(), cells);
            }
        }
        return List.copyOf(cells);
    }

    /**
     * Cells that can change places: of two clinics, both in the same pooled totals, one arm gains what another loses.
     *
     * @param withShown whether cells that are still shown may take part
     */
    List<Integer> exchanges(boolean withShown) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        for (int i = 0; i < STEPS; i++) {
            for (int cell : List.copyOf(cells)) {
                counts.roles(cell).forEach(role -> exchange(cell, role.relation(), withShown, cells));
            }
        }
        return List.copyOf(cells);
    }

    private void exchange(int cell, int relation, boolean withShown, Set<Integer> into) {
        int[] members = counts.relation(relation);
        List<Integer> same = interchangeable.with(cell, relation);
        if (members.length <= FEW) {
            largestHidden(members, FEW, into);
        }
        add(same, false, other -> other != cell && hidden.get(other), into);
        if (withShown) {
            if (members.length <= FEW) {
                cheapestShown(members, FEW, into);
            }
            add(same, true, other -> other != cell && !hidden.get(other), into);
        }
    }

    private static void add(List<Integer> cells, boolean smallestFirst, IntPredicate which, Set<Integer> into) {
        int n = cells.size();
        IntStream.range(0, n)
                .map(i -> cells.get(smallestFirst ? n - 1 - i : i))
                .filter(which)
                .limit(PARTNERS)
                .forEach(into::add);
    }

    private void largestHidden(int[] relation, int most, Set<Integer> into) {
        Comparator<Integer> largest =
                Comparator.comparingLong(cell -> -counts.cell(cell).n());
        first(relation, hidden::get, largest, most, into);
    }

    private void cheapestShown(int[] relation, int most, Set<Integer> into) {
        Comparator<Integer> cheapest =
                Comparator.comparingDouble(cell -> counts.cell(cell).cost());
        first(relation, cell -> !hidden.get(cell), cheapest, most, into);
    }

    private static void first(int[] cells, IntPredicate which, Comparator<Integer> order, int most, Set<Integer> into) {
        PriorityQueue<Integer> lastFirst =
                new PriorityQueue<>(order.thenComparing(c -> c).reversed());
        for (int cell : cells) {
            if (which.test(cell)) {
                lastFirst.add(cell);
                if (lastFirst.size() > most) {
                    lastFirst.remove();
                }
            }
        }
        into.addAll(lastFirst);
    }
}
