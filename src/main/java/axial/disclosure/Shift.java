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

/**
 * The cheapest way to raise one cell while every whole stays the sum of its parts and no count falls below zero: the
 * cells that move must be hidden, so that nobody can tell the raised counts from the true ones.
 *
 * <p>The linear program is solved over the neighbourhood of the cell, which grows until there is a way.
 */
final class Shift {
    /** A way that hides a cell of this cost is taken only after a look further around. */
    private static final double DEAR = 400;

    private static final int NEAR_NEIGHBOURS = 3;
    private static final int NEAR_ROUNDS = 2;
    private static final int NEIGHBOURS = 4;
    private static final int ROUNDS = 3;

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
        Map<Integer, Double> near = shift.solved(shift.neighbourhood(NEAR_ROUNDS, NEAR_NEIGHBOURS));
        if (!near.isEmpty()
                && near.keySet().stream()
                        .allMatch(c -> hidden.get(c) || counts.cell(c).cost() < DEAR)) {
            return near;
        }
        int neighbours = NEIGHBOURS;
        for (int rounds = ROUNDS; ; rounds++, neighbours *= 4) {
            Map<Integer, Double> moved = shift.solved(shift.neighbourhood(rounds, neighbours));
            if (!moved.isEmpty()) {
                return moved;
            }
            if (neighbours > counts.size()) {
                Map<Integer, Double> all = new TreeMap<>();
                shift.neighbourhood(rounds, neighbours).forEach(cell -> all.put(cell, 0.0));
                return all;
            }
        }
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

    private List<Integer> neighbourhood(int rounds, int neighbours) {
        TreeSet<Integer> cells = new TreeSet<>(List.of(raised));
        for (int round = 0; round < rounds; round++) {
            TreeSet<Integer> relations = new TreeSet<>();
            cells.forEach(cell -> relations.addAll(counts.relationsOf(cell)));
            for (int relation : relations) {
                nearest(counts.relation(relation), true, neighbours, cells);
                nearest(counts.relation(relation), false, neighbours, cells);
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

    private Map<Integer, Double> solved(List<Integer> cells, long boundBelow) {
        int n = cells.size();
        Map<Integer, Integer> places = new HashMap<>();
        cells.forEach(cell -> places.put(cell, places.size()));
        List<Simplex.Condition> conditions = new ArrayList<>();
        double[] cost = new double[2 * n];
        for (int i = 0; i < n; i++) {
            int cell = cells.get(i);
            double price = hidden.get(cell) ? 0 : counts.cell(cell).cost();
            cost[i] = price;
            cost[n + i] = price;
            double[] alone = new double[2 * n];
            if (cell == raised) {
                alone[i] = 1;
                alone[n + i] = -1;
                conditions.add(new Simplex.Condition(alone, true, by));
            } else if (counts.cell(cell).room() < boundBelow) {
                alone[n + i] = 1;
                alone[i] = -1;
                conditions.add(
                        new Simplex.Condition(alone, false, counts.cell(cell).room()));
            }
        }
        TreeSet<Integer> relations = new TreeSet<>();
        cells.forEach(cell -> relations.addAll(counts.relationsOf(cell)));
        Set<Map<Integer, Integer>> different = new HashSet<>();
        for (int relation : relations) {
            Map<Integer, Integer> times = times(counts.relation(relation), places);
            if (different.add(times)) {
                double[] row = new double[2 * n];
                times.forEach((place, by) -> {
                    row[place] = by;
                    row[n + place] = -by;
                });
                conditions.add(new Simplex.Condition(row, true, 0));
            }
        }
        return Simplex.cheapest(cost, conditions, MOST_STEPS)
                .map(point -> moved(cells, point))
                .orElse(Map.of());
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

    private static Map<Integer, Double> moved(List<Integer> cells, double[] point) {
        int n = cells.size();
        Map<Integer, Double> moved = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            double by = point[i] - point[n + i];
            if (Math.abs(by) > NOTHING) {
                moved.put(cells.get(i), by);
            }
        }
        return moved;
    }
}
