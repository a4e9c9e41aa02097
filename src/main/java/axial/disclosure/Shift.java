package axial.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The cheapest way to raise one cell while every whole stays the sum of its parts and no count falls below zero: the
 * cells that move must be hidden, so that nobody can tell the raised counts from the true ones.
 *
 * <p>The linear program is solved over the neighbourhood of the cell, which grows until there is a way.
 */
final class Shift {
    /** A way that hides a cell of this cost is taken only after a look further around. */
    private static final double DEAR = 400;

    private static final Around NEAR = new Around(2, 3);

    private static final Around ALL = new Around(10, Integer.MAX_VALUE);

    /** Neighbourhoods tried one after another, further away: a way through other clinics leads by their own wholes. */
    private static final List<Around> FURTHER = List.of(new Around(3, 4), new Around(4, 8), new Around(5, 8));

    /** And with more members of each whole, of which there may be thousands. */
    private static final List<Around> FULLER = List.of(new Around(5, 64), new Around(6, 512), ALL);

    /** Of so many hidden cells that hang together a way is looked for before any is hidden for it. */
    private static final int MOST_TOGETHER = 2000;

    private record Around(int rounds, int neighbours) {}

    /** A count of so many times the raise is not expected to sink to nothing; where it does, it is forbidden to. */
    private static final int PLENTY = 8;

    private static final int MOST_STEPS = 100_000;
    private static final double NOTHING = 1e-7;
    private static final double FAR = 1000;

    private final Counts counts;
    private final BitSet hidden;
    private final int raised;
    private final long by;

    private Shift(Counts counts, BitSet hidden, int raised, long by) {
        this.counts = counts;
        this.hidden = hidden;
        this.raised = raised;
        this.by = by;
    }

    /**
     * How much each cell moves, the raised one among them; where no way is found, all that hang together with it, by
     * nothing.
     */
    static Map<Integer, Double> cheapest(Counts counts, BitSet hidden, int raised, long by) {
        Shift shift = new Shift(counts, hidden, raised, by);
        Map<Integer, Double> near = shift.solved(shift.neighbourhood(NEAR));
        if (!near.isEmpty()
                && near.keySet().stream()
                        .allMatch(c -> hidden.get(c) || counts.cell(c).cost() < DEAR)) {
            return near;
        }
        return shift.wider()
                .map(shift::solved)
                .filter(moved -> !moved.isEmpty())
                .findFirst()
                .orElseGet(() -> shift.still(ALL));
    }

    /** Where to look, one after another. */
    private Stream<List<Integer>> wider() {
        return Stream.of(
                        FURTHER.stream().map(this::neighbourhood),
                        Stream.generate(this::hiddenTogether).limit(1),
                        FULLER.stream().map(this::neighbourhood))
                .flatMap(tried -> tried);
    }

    private Map<Integer, Double> still(Around around) {
        Map<Integer, Double> still = new TreeMap<>();
        neighbourhood(around).forEach(cell -> still.put(cell, 0.0));
        return still;
    }

    /**
     * How many times a move may be made, forth (1) or back (−1), before a count falls below what anybody knows of it; at
     * most {@link #FAR} times.
     */
    static double reach(Counts counts, Map<Integer, Double> move, int sign) {
        double times = FAR;
        for (Map.Entry<Integer, Double> moved : move.entrySet()) {
            double by = sign * moved.getValue();
            if (by < 0) {
                times = Math.min(times, Math.max(0, counts.cell(moved.getKey()).room() / -by));
            }
        }
        return times;
    }

    /** The hidden cells that hang together with the raised one by hidden cells alone: a way among them costs nothing. */
    private List<Integer> hiddenTogether() {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        Deque<Integer> next = new ArrayDeque<>(cells);
        while (!next.isEmpty() && cells.size() < MOST_TOGETHER) {
            for (int relation : counts.relationsOf(next.remove())) {
                for (int cell : counts.relation(relation)) {
                    if (hidden.get(cell) && cells.add(cell)) {
                        next.add(cell);
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    private List<Integer> neighbourhood(Around around) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        for (int round = 0; round < around.rounds(); round++) {
            TreeSet<Integer> relations = new TreeSet<>();
            cells.forEach(cell -> relations.addAll(counts.relationsOf(cell)));
            for (int relation : relations) {
                nearest(counts.relation(relation), true, around.neighbours(), cells);
                nearest(counts.relation(relation), false, around.neighbours(), cells);
            }
        }
        return List.copyOf(cells);
    }

    private void nearest(int[] relation, boolean ofHidden, int most, TreeSet<Integer> into) {
        Comparator<Integer> order = ofHidden
                ? Comparator.comparingLong(c -> -counts.cell(c).n())
                : Comparator.comparingDouble(c -> counts.cell(c).cost());
        Arrays.stream(relation)
                .boxed()
                .filter(c -> hidden.get(c) == ofHidden)
                .sorted(order.thenComparing(c -> c))
                .limit(most)
                .forEach(into::add);
    }

    private Map<Integer, Double> solved(List<Integer> neighbourhood) {
        List<Integer> cells = movable(neighbourhood);
        if (!cells.contains(raised)) {
            return Map.of();
        }
        Map<Integer, Double> moved = solved(cells, PLENTY * by);
        boolean belowZero =
                moved.entrySet().stream().anyMatch(e -> counts.cell(e.getKey()).room() + e.getValue() < -NOTHING);
        return belowZero ? solved(cells, Long.MAX_VALUE) : moved;
    }

    /** Without the cells that cannot move, each the only one of a relation; what is left has the same solutions. */
    private List<Integer> movable(List<Integer> cells) {
        TreeSet<Integer> left = new TreeSet<>(cells);
        Deque<Integer> relations = new ArrayDeque<>();
        cells.forEach(cell -> relations.addAll(counts.relationsOf(cell)));
        while (!relations.isEmpty()) {
            int[] among = Arrays.stream(counts.relation(relations.pop()))
                    .filter(left::contains)
                    .limit(2)
                    .toArray();
            if (among.length == 1) {
                left.remove(among[0]);
                relations.addAll(counts.relationsOf(among[0]));
            }
        }
        return List.copyOf(left);
    }

    private Map<Integer, Double> solved(List<Integer> neighbourhood, long boundBelow) {
        TreeSet<Integer> relations = new TreeSet<>();
        neighbourhood.forEach(cell -> relations.addAll(counts.relationsOf(cell)));
        Map<Integer, List<Integer>> fillers = fillers(relations, neighbourhood);
        List<Integer> cells = new ArrayList<>(neighbourhood);
        Set<Integer> filling = new HashSet<>();
        fillers.values().forEach(filling::addAll);
        cells.removeAll(filling);
        Map<Integer, Integer> places = new HashMap<>();
        cells.forEach(cell -> places.put(cell, places.size()));
        List<Simplex.Condition> conditions = new ArrayList<>(ofCells(cells, boundBelow));
        Set<Map<Integer, Integer>> different = new HashSet<>();
        for (int relation : relations) {
            Map<Integer, Integer> times = times(counts.relation(relation), places);
            List<Integer> filled = fillers.getOrDefault(relation, List.of());
            if (!filled.isEmpty() && room(filled) < boundBelow) {
                int sign = counts.relation(relation)[0] == filled.get(0) ? -1 : 1;
                conditions.add(condition(times, sign, false, room(filled), cells.size()));
            } else if (filled.isEmpty() && different.add(times)) {
                conditions.add(condition(times, 1, true, 0, cells.size()));
            }
        }
        return Simplex.cheapest(costs(cells), conditions, MOST_STEPS)
                .map(point -> moved(cells, point, fillers))
                .orElse(Map.of());
    }

    /**
     * In each relation the hidden cells that stand in no other, if there are any, be it its whole or else parts of it:
     * they fill what the others leave, so that the relation asks no more than that they do not fall too far.
     */
    private Map<Integer, List<Integer>> fillers(Set<Integer> relations, List<Integer> neighbourhood) {
        Set<Integer> near = new HashSet<>(neighbourhood);
        Map<Integer, List<Integer>> fillers = new TreeMap<>();
        for (int relation : relations) {
            int[] members = counts.relation(relation);
            List<Integer> alone = Arrays.stream(members)
                    .boxed()
                    .filter(cell -> cell != raised && near.contains(cell) && hidden.get(cell))
                    .filter(cell -> counts.relationsOf(cell).size() == 1)
                    .distinct()
                    .toList();
            if (!alone.isEmpty()) {
                fillers.put(relation, alone.get(0) == members[0] ? alone.subList(0, 1) : alone);
            }
        }
        return fillers;
    }

    private long room(List<Integer> cells) {
        return cells.stream().mapToLong(cell -> counts.cell(cell).room()).sum();
    }

    private double[] costs(List<Integer> cells) {
        int n = cells.size();
        double[] cost = new double[2 * n];
        for (int i = 0; i < n; i++) {
            int cell = cells.get(i);
            cost[i] = hidden.get(cell) ? 0 : counts.cell(cell).cost();
            cost[n + i] = cost[i];
        }
        return cost;
    }

    /** The raised cell rises, and none falls below what anybody knows of it. */
    private List<Simplex.Condition> ofCells(List<Integer> cells, long boundBelow) {
        List<Simplex.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int cell = cells.get(i);
            long room = counts.cell(cell).room();
            if (cell == raised) {
                conditions.add(condition(Map.of(i, 1), 1, true, by, cells.size()));
            } else if (room < boundBelow) {
                conditions.add(condition(Map.of(i, 1), -1, false, room, cells.size()));
            }
        }
        return conditions;
    }

    private static Simplex.Condition condition(
            Map<Integer, Integer> times, int sign, boolean equal, double value, int cells) {
        int n = times.size();
        int[] columns = new int[2 * n];
        double[] entries = new double[2 * n];
        int i = 0;
        for (Map.Entry<Integer, Integer> cell : new TreeMap<>(times).entrySet()) {
            columns[i] = cell.getKey();
            columns[n + i] = cells + cell.getKey();
            entries[i] = sign * cell.getValue();
            entries[n + i] = -entries[i];
            i++;
        }
        return new Simplex.Condition(new SparseRow(columns, entries, value), equal);
    }

    /** How often each cell, by place, stands in a relation: its parts, less the whole. */
    private static Map<Integer, Integer> times(int[] members, Map<Integer, Integer> places) {
        Map<Integer, Integer> times = new HashMap<>();
        for (int m = 0; m < members.length; m++) {
            Integer place = places.get(members[m]);
            if (place != null) {
                times.merge(place, m == 0 ? -1 : 1, Integer::sum);
            }
        }
        times.values().removeIf(by -> by == 0);
        return times;
    }

    private Map<Integer, Double> moved(List<Integer> cells, double[] point, Map<Integer, List<Integer>> fillers) {
        int n = cells.size();
        Map<Integer, Double> moved = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            moved.put(cells.get(i), point[i] - point[n + i]);
        }
        fillers.forEach((relation, filling) -> fill(counts.relation(relation), filling, moved));
        moved.values().removeIf(by -> Math.abs(by) <= NOTHING);
        return moved;
    }

    /** Moves cells so that the whole of a relation is the sum of its parts: each by its share of their room. */
    private void fill(int[] relation, List<Integer> filling, Map<Integer, Double> moved) {
        double left = 0;
        for (int m = 0; m < relation.length; m++) {
            if (!filling.contains(relation[m])) {
                left += (m == 0 ? 1 : -1) * moved.getOrDefault(relation[m], 0.0);
            }
        }
        double by = relation[0] == filling.get(0) ? -left : left;
        double room = room(filling);
        for (int cell : filling) {
            double share = room == 0 ? 1.0 / filling.size() : counts.cell(cell).room() / room;
            moved.put(cell, by * share);
        }
    }
}
