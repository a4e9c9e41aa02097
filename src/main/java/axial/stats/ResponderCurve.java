package axial.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of responders in each arm at every threshold, so that no single threshold decides (Farrar,
 * Dworkin and Max 2006, J Pain Symptom Manage 31:369): a patient responds who improved by the threshold or
 * more.
 *
 * @param points one for each threshold, in the order given
 */
public record ResponderCurve(List<Point> points) {

    /**
     * One threshold.
     *
     * @param threshold least improvement, in the steps of the tally
     * @param arm responders of the arm
     * @param comparator responders of the comparator
     * @param difference of the shares, by Newcombe
     */
    public record Point(long threshold, long arm, long comparator, Finding difference) {}

    /** From the tallies of the change; {@code lowerIsBetter} where a fall is an improvement. */
    public static ResponderCurve of(ValueCounts arm, ValueCounts comparator, long[] thresholds, boolean lowerIsBetter) {
        List<Point> points = new ArrayList<>();
        for (long threshold : thresholds) {
            long one = responders(arm, threshold, lowerIsBetter);
            long other = responders(comparator, threshold, lowerIsBetter);
            Finding difference = RiskDifference.newcombe(one, arm.n(), other, comparator.n());
            points.add(new Point(threshold, one, other, difference));
        }
        return new ResponderCurve(List.copyOf(points));
    }

    private static long responders(ValueCounts changes, long threshold, boolean lowerIsBetter) {
        long sum = 0;
        for (int i = 0; i < changes.values().length; i++) {
            long improvement = lowerIsBetter ? -changes.values()[i] : changes.values()[i];
            sum += improvement >= threshold ? changes.counts()[i] : 0;
        }
        return sum;
    }
}
