package axial.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cheapest way to raise one cell while every whole stays the sum of its parts and no count falls below zero: the
 * cells that move must be hidden, so that nobody can tell the raised counts from the true ones.
 *
 * <p>It is looked for among the cells around the one to raise, among more and more of them until there is a way.
 */
final class Shift {
    /** A way that hides a cell of this cost is taken only after a look further around. */
    private static final double DEAR = 400;

    private static final Surroundings.Reach NEAR = new Surroundings.Reach(2, 3);

    /** Tried one after another, further away: a way through other clinics leads by their own wholes. */
    private static final List<Surroundings.Reach> FURTHER =
            List.of(new Surroundings.Reach(3, 4), new Surroundings.Reach(4, 8), new Surroundings.Reach(5, 8));

    /** And with more members of each whole, of which there may be thousands: a few of each may have to move. */
    private static final List<Surroundings.Reach> FULLER = List.of(
            new Surroundings.Reach(5, 64),
            new Surroundings.Reach(3, Integer.MAX_VALUE),
            new Surroundings.Reach(6, 512),
            Surroundings.ALL);

    private static final double FAR = 1000;

    private final Counts counts;
    private final BitSet hidden;
    private final Surroundings surroundings;
    private final int raised;
    private final long by;

    private Shift(Counts counts, Surroundings surroundings, BitSet hidden, int raised, long by) {
        this.counts = counts;
        this.hidden = hidden;
        this.surroundings = surroundings;
        this.raised = raised;
        this.by = by;
    }

    /**
     * How much each cell moves, the raised one among them; where no way is found, all that hang together with it, by
     * nothing.
     */
    static Map<Integer, Double> cheapest(Counts counts, Surroundings surroundings, BitSet hidden, int raised, long by) {
        return new Shift(counts, surroundings, hidden, raised, by).cheapest();
    }

    private Map<Integer, Double> cheapest() {
        Map<Integer, Double> free = among(surroundings.exchanges(raised, false));
        Map<Integer, Double> near = free.isEmpty() ? among(within(NEAR)) : free;
        return !near.isEmpty() && near.keySet().stream().noneMatch(this::isDear)
                ? near
                : further()
                        .map(this::among)
                        .filter(moved -> !moved.isEmpty())
                        .findFirst()
                        .orElseGet(this::still);
    }

    private boolean isDear(int cell) {
        return !hidden.get(cell) && counts.cell(cell).cost() >= DEAR;
    }

    private Stream<List<Integer>> further() {
        return Stream.of(
                        Stream.generate(() -> surroundings.exchanges(raised, true))
                                .limit(1),
                        FURTHER.stream().map(this::within),
                        Stream.generate(() -> surroundings.hiddenTogether(raised))
                                .limit(1),
                        FULLER.stream().map(this::within))
                .flatMap(tried -> tried);
    }

    private List<Integer> within(Surroundings.Reach reach) {
        return surroundings.within(raised, reach);
    }

    private Map<Integer, Double> among(List<Integer> cells) {
        return Moves.cheapest(counts, hidden, cells, raised, by);
    }

    private Map<Integer, Double> still() {
        Map<Integer, Double> still = new TreeMap<>();
        within(Surroundings.ALL).forEach(cell -> still.put(cell, 0.0));
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
}
