package axial.disclosure;

import axial.tables.EstimateRow;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rows on responders tell a small number of people: responders or others of an arm. Found as an attacker
 * would, from the printed risk difference and ratio alone: all pairs of whole numbers that give them.
 */
final class FewResponders {
    private static final double EXACT = 1e-11;

    /** A ratio as near to 1 says only that the shares are alike. */
    private static final double NEARLY_ONE = 1e-9;

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

    private static @Nullable EstimateRow row(List<EstimateRow> rows, String metric) {
        return rows.stream()
                .filter(row -> row.metric().equals(metric) && row.status() == EstimateRow.Status.ESTIMATED)
                .findFirst()
                .orElse(null);
    }

    private static List<Events> possible(EstimateRow difference, @Nullable EstimateRow ratio) {
        long n = difference.nArm();
        long comparatorN = difference.nComparator();
        return ratio == null
                ? possible(n, comparatorN, difference.estimate())
                : possible(n, comparatorN, difference.estimate(), ratio.estimate());
    }

    /** Where no ratio stands, because none or all of a side responded. */
    static List<Events> possible(long n, long comparatorN, double difference) {
        return LongStream.of(0, n, StrictMath.round(difference * n), StrictMath.round((1 + difference) * n))
                .filter(arm -> arm >= 0 && arm <= n)
                .distinct()
                .sorted()
                .mapToObj(arm -> events(arm, n, comparatorN, difference))
                .flatMap(Optional::stream)
                .filter(e -> e.arm() == 0 || e.arm() == n || e.comparator() == 0 || e.comparator() == comparatorN)
                .toList();
    }

    /**
     * With a the share of the arm and c = a - difference that of the comparator, a = ratio c: one a, but for rounding, unless
     * the ratio is 1.
     */
    static List<Events> possible(long n, long comparatorN, double difference, double ratio) {
        double a = -ratio * difference / (1 - ratio);
        double rounding = EXACT * (1 + ratio) / Math.abs(1 - ratio);
        boolean isTold = Math.abs(1 - ratio) > NEARLY_ONE;
        long from = isTold ? Math.max(0, (long) Math.floor(n * (a - rounding)) - 1) : 0;
        long to = isTold ? Math.min(n, (long) Math.ceil(n * (a + rounding)) + 1) : n;
        return LongStream.rangeClosed(from, to)
                .mapToObj(arm -> events(arm, n, comparatorN, difference))
                .flatMap(Optional::stream)
                .filter(e -> Math.abs(e.arm() / (double) n - ratio * (e.comparator() / (double) comparatorN)) < EXACT)
                .toList();
    }

    /** How many of the comparator responded where so many of the arm did, if that is a whole number. */
    private static Optional<Events> events(long arm, double n, double comparatorN, double difference) {
        double share = arm / n - difference;
        long comparator = StrictMath.round(share * comparatorN);
        boolean fits =
                comparator >= 0 && comparator <= comparatorN && Math.abs(comparator / comparatorN - share) < EXACT;
        return fits ? Optional.of(new Events(arm, comparator)) : Optional.empty();
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
