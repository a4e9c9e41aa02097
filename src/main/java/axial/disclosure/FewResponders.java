package axial.disclosure;

import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Whether the rows on responders tell a small number of people: responders or others of an arm. Found as an attacker
 * would, from the printed risk difference and ratio alone: all pairs of whole numbers that give them.
 */
final class FewResponders {
    private static final double EXACT = 1e-11;

    /** Below this, that all or none responded tells of everyone. */
    private static final long FEWEST_OF_ONE_KIND = 50;

    record Events(long arm, long comparator) {}

    private FewResponders() {}

    static boolean areTold(List<EstimateRow> rows, long minCell) {
        EstimateRow difference = row(rows, "risk_difference");
        if (difference == null) {
            return false;
        }
        EstimateRow ratio = row(rows, "risk_ratio");
        List<Events> possible = possible(difference, ratio);
        long n = difference.nArm();
        long comparatorN = difference.nComparator();
        return told(possible, Events::arm, n, minCell) || told(possible, Events::comparator, comparatorN, minCell);
    }

    /** How many responded on each side, where the rows tell it. */
    static Optional<Events> events(List<EstimateRow> rows) {
        EstimateRow difference = row(rows, "risk_difference");
        List<Events> possible = difference == null ? List.of() : possible(difference, row(rows, "risk_ratio"));
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable EstimateRow row(List<EstimateRow> rows, String metric) {
        return rows.stream()
                .filter(row -> row.metric().equals(metric) && row.status() == EstimateRow.Status.ESTIMATED)
                .findFirst()
                .orElse(null);
    }

    private static List<Events> possible(EstimateRow difference, @org.jspecify.annotations.Nullable EstimateRow ratio) {
        List<Events> possible = new ArrayList<>();
        double n = difference.nArm();
        double comparatorN = difference.nComparator();
        for (long arm = 0; arm <= difference.nArm(); arm++) {
            double share = arm / n - difference.estimate();
            long comparator = StrictMath.round(share * comparatorN);
            boolean fits = comparator >= 0
                    && comparator <= difference.nComparator()
                    && Math.abs(comparator / comparatorN - share) < EXACT;
            boolean ratioFits = ratio == null
                    ? arm == 0 || comparator == 0 || arm == difference.nArm() || comparator == difference.nComparator()
                    : Math.abs(arm / n - ratio.estimate() * (comparator / comparatorN)) < EXACT;
            if (fits && ratioFits) {
                possible.add(new Events(arm, comparator));
            }
        }
        return possible;
    }

    private static boolean told(List<Events> possible, ToLongFunction<Events> count, long n, long minCell) {
        return isFew(possible, e -> count.applyAsLong(e), minCell)
                || isFew(possible, e -> n - count.applyAsLong(e), minCell)
                || (n < FEWEST_OF_ONE_KIND
                        && possible.stream().allMatch(e -> count.applyAsLong(e) == 0 || count.applyAsLong(e) == n));
    }

    private static boolean isFew(List<Events> possible, ToLongFunction<Events> count, long minCell) {
        return possible.stream().mapToLong(count).allMatch(n -> n > 0 && n < minCell);
    }
}
