package axial.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The cells of each relation in an order, put into it when they are first asked for. */
final class Ranked {
    private final Counts counts;
    private final Comparator<Integer> order;
    private final int[] @Nullable [] ranked;

    private Ranked(Counts counts, Comparator<Integer> order) {
        this.counts = counts;
        this.order = order.thenComparing(cell -> cell);
        this.ranked = new int[counts.relations()][];
    }

    static Ranked largestFirst(Counts counts) {
        return new Ranked(
                counts, Comparator.comparingLong(cell -> -counts.cell(cell).n()));
    }

    static Ranked cheapestFirst(Counts counts) {
        return new Ranked(
                counts, Comparator.comparingDouble(cell -> counts.cell(cell).cost()));
    }

    int[] cells(int relation) {
        int[] known = ranked[relation];
        if (known != null) {
            return known;
        }
        int[] cells = Arrays.stream(counts.relation(relation))
                .boxed()
                .sorted(order)
                .mapToInt(cell -> cell)
                .toArray();
        ranked[relation] = cells;
        return cells;
    }
}
