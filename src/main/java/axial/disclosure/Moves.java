package axial.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The linear program of some cells: by how much each moves when one is raised, so that as little as can be is hidden. */
final class Moves {
    /** A count of so many times the raise is not expected to sink to nothing; where it does, it is forbidden to. */
    private static final int PLENTY = 8;

    private static final int MOST_STEPS = 100_000;
    private static final double NOTHING = 1e-7;
    private static final int NONE = -1;

    private final Counts counts;
    private final BitSet hidden;
    private final int raised;
    private final long by;

    /** Ascending; all that follows names a cell by its place among them. */
    private final int[] cells;

    private final BitSet movable = new BitSet();

    /** By relation, those of the cells that may move. */
    private final Map<Integer, Terms> relations = new TreeMap<>();

    private Moves(Counts counts, BitSet hidden, List<Integer> cells, int raised, long by) {
        this.counts = counts;
        this.hidden = hidden;
        this.cells = cells.stream().mapToInt(cell -> cell).toArray();
        this.raised = Arrays.binarySearch(this.cells, raised);
        this.by = by;
        this.movable.set(0, this.cells.length);
        for (int place = 0; place < this.cells.length; place++) {
            for (Counts.Role role : roles(place)) {
                relations
                        .computeIfAbsent(role.relation(), relation -> new Terms())
                        .add(place, role.times());
            }
        }
        dropImmovable();
    }

    /**
     * By how much each cell moves that does; nothing where there is no way.
     *
     * @param cells ascending, the raised one among them
     */
    static Map<Integer, Double> cheapest(Counts counts, BitSet hidden, List<Integer> cells, int raised, long by) {
        Moves moves = new Moves(counts, hidden, cells, raised, by);
        if (!moves.movable.get(moves.raised)) {
            return Map.of();
        }
        Map<Integer, Double> moved = moves.solved(PLENTY * by);
        boolean belowZero =
                moved.entrySet().stream().anyMatch(e -> counts.cell(e.getKey()).room() + e.getValue() < -NOTHING);
        return belowZero ? moves.solved(Long.MAX_VALUE) : moved;
    }

    private List<Counts.Role> roles(int place) {
        return counts.roles(cells[place]);
    }

    private long room(int place) {
        return counts.cell(cells[place]).room();
    }

    /** Leaves out the cells that cannot move, each the only one of a relation; what is left has the same solutions. */
    private void dropImmovable() {
        Deque<Terms> alone = new ArrayDeque<>();
        relations.values().stream().filter(terms -> terms.size() == 1).forEach(alone::add);
        while (!alone.isEmpty()) {
            Terms terms = alone.remove();
            if (terms.size() == 1) {
                int place = terms.place(0);
                movable.clear(place);
                for (Counts.Role role : roles(place)) {
                    Terms left = relations.getOrDefault(role.relation(), terms);
                    left.remove(place);
                    if (left.size() == 1) {
                        alone.add(left);
                    }
                }
            }
        }
        relations.values().removeIf(terms -> terms.size() == 0);
    }

    private Map<Integer, Double> solved(long boundBelow) {
        Map<Integer, int[]> fillers = fillers();
        BitSet unfilled = (BitSet) movable.clone();
        fillers.values().forEach(filling -> IntStream.of(filling).forEach(unfilled::clear));
        int[] decided = unfilled.stream().toArray();
        int[] columns = new int[cells.length];
        Arrays.fill(columns, NONE);
        IntStream.range(0, decided.length).forEach(column -> columns[decided[column]] = column);
        List<Simplex.Condition> conditions = new ArrayList<>(ofCells(decided, boundBelow));
        Set<Terms> different = new HashSet<>();
        relations.forEach((relation, terms) -> {
            Terms in = terms.in(columns);
            int[] filling = fillers.get(relation);
            if (filling == null && different.add(in)) {
                conditions.add(condition(in, 1, true, 0, decided.length));
            } else if (filling != null && room(filling) < boundBelow) {
                conditions.add(condition(in, terms.timesOf(filling[0]), false, room(filling), decided.length));
            }
        });
        return Simplex.cheapest(costs(decided), conditions, MOST_STEPS)
                .map(point -> moved(decided, point, fillers))
                .orElse(Map.of());
    }

    /**
     * In each relation the hidden cells that stand in no other, if there are any, be it its whole or else parts of it:
     * they fill what the others leave, so that the relation asks no more than that they do not fall too far.
     */
    private Map<Integer, int[]> fillers() {
        Map<Integer, int[]> fillers = new TreeMap<>();
        relations.forEach((relation, terms) -> {
            int whole = Arrays.binarySearch(cells, counts.relation(relation)[0]);
            int[] alone = IntStream.range(0, terms.size())
                    .map(terms::place)
                    .filter(place -> place != raised && hidden.get(cells[place]))
                    .filter(place -> roles(place).size() == 1)
                    .toArray();
            if (alone.length > 0) {
                boolean isWhole = Arrays.binarySearch(alone, whole) >= 0;
                fillers.put(relation, isWhole ? new int[] {whole} : alone);
            }
        });
        return fillers;
    }

    private long room(int[] places) {
        return IntStream.of(places).mapToLong(this::room).sum();
    }

    private double[] costs(int[] decided) {
        int n = decided.length;
        double[] cost = new double[2 * n];
        for (int i = 0; i < n; i++) {
            int cell = cells[decided[i]];
            cost[i] = hidden.get(cell) ? 0 : counts.cell(cell).cost();
            cost[n + i] = cost[i];
        }
        return cost;
    }

    /** The raised cell rises, and none falls below what anybody knows of it. */
    private List<Simplex.Condition> ofCells(int[] decided, long boundBelow) {
        List<Simplex.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < decided.length; i++) {
            Terms cell = new Terms();
            cell.add(i, 1);
            if (decided[i] == raised) {
                conditions.add(condition(cell, 1, true, by, decided.length));
            } else if (room(decided[i]) < boundBelow) {
                conditions.add(condition(cell, -1, false, room(decided[i]), decided.length));
            }
        }
        return conditions;
    }

    /**
     * Of cells, each as what it rises by and what it falls by.
     *
     * @param terms by column of what a cell rises by
     * @param cells how many such columns there are, before those of what the cells fall by
     */
    private static Simplex.Condition condition(Terms terms, int sign, boolean equal, double value, int cells) {
        int n = terms.size();
        int[] columns = new int[2 * n];
        double[] entries = new double[2 * n];
        for (int i = 0; i < n; i++) {
            columns[i] = terms.place(i);
            columns[n + i] = cells + columns[i];
            entries[i] = sign * terms.times(i);
            entries[n + i] = -entries[i];
        }
        return new Simplex.Condition(new SparseRow(columns, entries, value), equal);
    }

    private Map<Integer, Double> moved(int[] decided, double[] point, Map<Integer, int[]> fillers) {
        double[] moved = new double[cells.length];
        for (int i = 0; i < decided.length; i++) {
            moved[decided[i]] = point[i] - point[decided.length + i];
        }
        fillers.forEach((relation, filling) -> fill(relation, filling, moved));
        Map<Integer, Double> byCell = new TreeMap<>();
        for (int place = 0; place < moved.length; place++) {
            if (Math.abs(moved[place]) > NOTHING) {
                byCell.put(cells[place], moved[place]);
            }
        }
        return byCell;
    }

    /** Moves cells so that the whole of a relation is the sum of its parts: each by its share of their room. */
    private void fill(int relation, int[] filling, double[] moved) {
        Terms terms = relations.getOrDefault(relation, new Terms());
        double left = 0;
        for (int i = 0; i < terms.size(); i++) {
            left -= terms.times(i) * moved[terms.place(i)];
        }
        double each = left / terms.timesOf(filling[0]);
        double room = room(filling);
        for (int place : filling) {
            double share = room == 0 ? 1.0 / filling.length : room(place) / room;
            moved[place] = each * share;
        }
    }
}
