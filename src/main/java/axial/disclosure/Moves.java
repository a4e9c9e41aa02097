package axial.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The linear program of some cells: by how much each moves when one is raised, so that as little as can be is hidden. */
final class Moves {
    /** A count of so many times the raise is not expected to sink to nothing; where it does, it is forbidden to. */
    private static final int PLENTY = 8;

    private static final int MOST_STEPS = 100_000;
    private static final double NOTHING = 1e-7;

    private final Counts counts;
    private final BitSet hidden;
    private final int raised;
    private final long by;

    private final TreeSet<Integer> movable;

    /** By relation, how often each of its cells that may move stands in it: once as a part, and the whole less once. */
    private final Map<Integer, Map<Integer, Integer>> relations = new TreeMap<>();

    private Moves(Counts counts, BitSet hidden, Collection<Integer> cells, int raised, long by) {
        this.counts = counts;
        this.hidden = hidden;
        this.raised = raised;
        this.by = by;
        this.movable = new TreeSet<>(cells);
        for (int cell : movable) {
            for (Counts.Role role : counts.roles(cell)) {
                relations
                        .computeIfAbsent(role.relation(), relation -> new TreeMap<>())
                        .put(cell, role.times());
            }
        }
        dropImmovable();
    }

    /** By how much each cell moves that does; nothing where there is no way. */
    static Map<Integer, Double> cheapest(Counts counts, BitSet hidden, Collection<Integer> cells, int raised, long by) {
        Moves moves = new Moves(counts, hidden, cells, raised, by);
        if (!moves.movable.contains(raised)) {
            return Map.of();
        }
        Map<Integer, Double> moved = moves.solved(PLENTY * by);
        boolean belowZero =
                moved.entrySet().stream().anyMatch(e -> counts.cell(e.getKey()).room() + e.getValue() < -NOTHING);
        return belowZero ? moves.solved(Long.MAX_VALUE) : moved;
    }

    /** Leaves out the cells that cannot move, each the only one of a relation; what is left has the same solutions. */
    private void dropImmovable() {
        Deque<Map<Integer, Integer>> alone = new ArrayDeque<>();
        relations.values().stream().filter(cells -> cells.size() == 1).forEach(alone::add);
        while (!alone.isEmpty()) {
            for (int cell : List.copyOf(alone.remove().keySet())) {
                movable.remove(cell);
                for (Counts.Role role : counts.roles(cell)) {
                    Map<Integer, Integer> left = relations.getOrDefault(role.relation(), Map.of());
                    left.remove(cell);
                    if (left.size() == 1) {
                        alone.add(left);
                    }
                }
            }
        }
        relations.values().removeIf(Map::isEmpty);
    }

    private Map<Integer, Double> solved(long boundBelow) {
        Map<Integer, List<Integer>> fillers = fillers();
        Set<Integer> filling = new HashSet<>();
        fillers.values().forEach(filling::addAll);
        List<Integer> cells =
                movable.stream().filter(cell -> !filling.contains(cell)).toList();
        Map<Integer, Integer> places = new HashMap<>();
        cells.forEach(cell -> places.put(cell, places.size()));
        List<Simplex.Condition> conditions = new ArrayList<>(ofCells(cells, boundBelow));
        Set<Map<Integer, Integer>> different = new HashSet<>();
        relations.forEach((relation, members) -> {
            Map<Integer, Integer> times = times(members, places);
            List<Integer> filled = fillers.getOrDefault(relation, List.of());
            if (filled.isEmpty() && different.add(times)) {
                conditions.add(condition(times, 1, true, 0, cells.size()));
            } else if (!filled.isEmpty() && room(filled) < boundBelow) {
                int sign = members.getOrDefault(filled.get(0), 1);
                conditions.add(condition(times, sign, false, room(filled), cells.size()));
            }
        });
        return Simplex.cheapest(costs(cells), conditions, MOST_STEPS)
                .map(point -> moved(cells, point, fillers))
                .orElse(Map.of());
    }

    /**
     * In each relation the hidden cells that stand in no other, if there are any, be it its whole or else parts of it:
     * they fill what the others leave, so that the relation asks no more than that they do not fall too far.
     */
    private Map<Integer, List<Integer>> fillers() {
        Map<Integer, List<Integer>> fillers = new TreeMap<>();
        relations.forEach((relation, members) -> {
            int whole = counts.relation(relation)[0];
            List<Integer> alone = members.keySet().stream()
                    .filter(cell -> cell != raised && hidden.get(cell))
                    .filter(cell -> counts.roles(cell).size() == 1)
                    .toList();
            if (!alone.isEmpty()) {
                fillers.put(relation, alone.contains(whole) ? List.of(whole) : alone);
            }
        });
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

    /**
     * Of cells, each as what it rises by and what it falls by.
     *
     * @param times by place, in order
     */
    private static Simplex.Condition condition(
            Map<Integer, Integer> times, int sign, boolean equal, double value, int cells) {
        int n = times.size();
        int[] columns = new int[2 * n];
        double[] entries = new double[2 * n];
        int i = 0;
        for (Map.Entry<Integer, Integer> cell : times.entrySet()) {
            columns[i] = cell.getKey();
            columns[n + i] = cells + cell.getKey();
            entries[i] = sign * cell.getValue();
            entries[n + i] = -entries[i];
            i++;
        }
        return new Simplex.Condition(new SparseRow(columns, entries, value), equal);
    }

    /** How often each of the members stands in its relation, by place. */
    private static Map<Integer, Integer> times(Map<Integer, Integer> members, Map<Integer, Integer> places) {
        Map<Integer, Integer> times = new TreeMap<>();
        members.forEach((cell, by) -> {
            Integer place = places.get(cell);
            if (place != null) {
                times.put(place, by);
            }
        });
        return times;
    }

    private Map<Integer, Double> moved(List<Integer> cells, double[] point, Map<Integer, List<Integer>> fillers) {
        int n = cells.size();
        Map<Integer, Double> moved = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            moved.put(cells.get(i), point[i] - point[n + i]);
        }
        fillers.forEach((relation, filling) -> fill(relation, filling, moved));
        moved.values().removeIf(by -> Math.abs(by) <= NOTHING);
        return moved;
    }

    /** Moves cells so that the whole of a relation is the sum of its parts: each by its share of their room. */
    private void fill(int relation, List<Integer> filling, Map<Integer, Double> moved) {
        Map<Integer, Integer> members = relations.getOrDefault(relation, Map.of());
        double left = 0;
        for (Map.Entry<Integer, Integer> member : members.entrySet()) {
            left -= member.getValue() * moved.getOrDefault(member.getKey(), 0.0);
        }
        double by = left / members.getOrDefault(filling.get(0), 1);
        double room = room(filling);
        for (int cell : filling) {
            double share = room == 0 ? 1.0 / filling.size() : counts.cell(cell).room() / room;
            moved.put(cell, by * share);
        }
    }
}
