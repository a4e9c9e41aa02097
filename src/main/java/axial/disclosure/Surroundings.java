package axial.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Which other cells may move when one is raised, in order: more and more of those that hang together with it. */
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
    private final BitSet hidden;
    private final Interchangeable interchangeable;
    private final Ranked largestFirst;
    private final Ranked cheapestFirst;

    /** Those of cells of which some are hidden, and more and more may be. */
    Surroundings(Counts counts, BitSet hidden) {
        this.counts = counts;
        this.hidden = hidden;
        this.interchangeable = new Interchangeable(counts);
        this.largestFirst = Ranked.largestFirst(counts);
        this.cheapestFirst = Ranked.cheapestFirst(counts);
    }

    /** The hidden cells that hang together with the raised one by hidden cells alone: a way among them costs nothing. */
    List<Integer> hiddenTogether(int raised) {
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

    List<Integer> within(int raised, Reach reach) {
        Set<Integer> relations = new HashSet<>();
        Set<Integer> cells = new HashSet<>(List.of(raised));
        Collection<Integer> latest = List.of(raised);
        for (int i = 0; i < reach.relations(); i++) {
            Set<Integer> next = new HashSet<>();
            for (int cell : latest) {
                for (Counts.Role role : counts.roles(cell)) {
                    if (relations.add(role.relation())) {
                        addLargestHidden(role.relation(), reach.members(), next);
                        addCheapestShown(role.relation(), reach.members(), next);
                    }
                }
            }
            next.removeAll(cells);
            cells.addAll(next);
            latest = next;
        }
        return cells.stream().sorted().toList();
    }

    /**
     * Cells that can change places: of two clinics, both in the same pooled totals, one arm gains what another loses.
     *
     * @param withShown whether cells that are still shown may take part
     */
    List<Integer> exchanges(int raised, boolean withShown) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        for (int i = 0; i < STEPS; i++) {
            for (int cell : List.copyOf(cells)) {
                counts.roles(cell).forEach(role -> exchange(cell, role.relation(), withShown, cells));
            }
        }
        return List.copyOf(cells);
    }

    private void exchange(int cell, int relation, boolean withShown, Set<Integer> into) {
        boolean few = counts.relation(relation).length <= FEW;
        List<Integer> same = interchangeable.with(cell, relation);
        if (few) {
            addLargestHidden(relation, FEW, into);
        }
        add(same, false, other -> other != cell && hidden.get(other), into);
        if (withShown) {
            if (few) {
                addCheapestShown(relation, FEW, into);
            }
            add(same, true, other -> other != cell && !hidden.get(other), into);
        }
    }

    private static void add(List<Integer> cells, boolean smallestFirst, IntPredicate which, Set<Integer> into) {
        int n = cells.size();
        int left = PARTNERS;
        for (int i = 0; i < n && left > 0; i++) {
            int cell = cells.get(smallestFirst ? n - 1 - i : i);
            if (which.test(cell)) {
                into.add(cell);
                left--;
            }
        }
    }

    private void addLargestHidden(int relation, int most, Set<Integer> into) {
        addFirst(largestFirst.cells(relation), hidden::get, most, into);
    }

    private void addCheapestShown(int relation, int most, Set<Integer> into) {
        addFirst(cheapestFirst.cells(relation), cell -> !hidden.get(cell), most, into);
    }

    private static void addFirst(int[] cells, IntPredicate which, int most, Set<Integer> into) {
        int left = most;
        for (int i = 0; i < cells.length && left > 0; i++) {
            if (which.test(cells[i])) {
                into.add(cells[i]);
                left--;
            }
        }
    }
}
