package axial.evidence;

import axial.stats.Moments;
import axial.stats.ValueCounts;
import axial.walk.Cells;
import axial.walk.ExactSums;
import axial.walk.ValueTally;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * One side of a comparison: the arm's patients, or the comparator's, who are in the analysis.
 *
 * @param all sums over the whole side
 * @param byClinic sums of each clinic
 * @param byCluster sums of each cluster of the standard error
 * @param changes every change in steps, with its count
 * @param followUp per clinic how many have a baseline, and how many of them a follow-up in the window
 */
public record Side(
        ExactSums all,
        Map<String, ExactSums> byClinic,
        Map<String, ExactSums> byCluster,
        ValueTally changes,
        Map<String, long[]> followUp,
        long stepsPerUnit) {

    static Side of(Cells cells, Map<Cells.Key, Cells.Cell> chosen, int outcomeWindow, long stepsPerUnit) {
        int[] columns = identity(cells);
        ExactSums all = new ExactSums();
        Map<String, ExactSums> byClinic = new TreeMap<>();
        Map<String, ExactSums> byCluster = new TreeMap<>();
        ValueTally changes = new ValueTally();
        Map<String, long[]> followUp = new TreeMap<>();
        chosen.forEach((key, cell) -> {
            int windows = cell.sums.length / cell.withBaseline.length;
            long[] counts = followUp.computeIfAbsent(key.clinic(), c -> new long[2]);
            counts[0] += cell.withBaseline[outcomeWindow / windows];
            counts[1] += cell.withFollowUp[outcomeWindow];
            ExactSums sums = cell.sums[outcomeWindow];
            if (sums.count() > 0) {
                all.addAll(sums, columns);
                byClinic.computeIfAbsent(key.clinic(), c -> new ExactSums()).addAll(sums, columns);
                byCluster.computeIfAbsent(cluster(key), c -> new ExactSums()).addAll(sums, columns);
                changes.addAll(cell.changes[outcomeWindow]);
            }
        });
        return new Side(all, byClinic, byCluster, changes, followUp, stepsPerUnit);
    }

    /** The columns of merged sums, each where it is. */
    static int[] identity(Cells cells) {
        int[] columns = new int[cells.columns()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i;
        }
        return columns;
    }

    /** The cluster of the standard error, or the clinic where there is no other. */
    static String cluster(Cells.Key key) {
        return key.cluster().isEmpty() ? "clinic " + key.clinic() : key.cluster();
    }

    /** How many are in the analysis. */
    public long n() {
        return all.count();
    }

    /** How many have a baseline, so that they would be in the analysis had they been followed. */
    public long eligible() {
        return followUp.values().stream().mapToLong(counts -> counts[0]).sum();
    }

    /** How many of these are not in the analysis. */
    public long unseen() {
        return eligible() - n();
    }

    /** Mean and variance of the change, in the instrument's unit. */
    public Moments change() {
        return moments(all, ExactSums.CHANGE, stepsPerUnit);
    }

    /** Mean and variance of the baseline, in the instrument's unit. */
    public Moments baseline() {
        return moments(all, ExactSums.BASELINE, stepsPerUnit);
    }

    /** Mean and variance of the change in one clinic. */
    public Moments changeIn(String clinic) {
        return moments(byClinic.getOrDefault(clinic, new ExactSums()), ExactSums.CHANGE, stepsPerUnit);
    }

    /** Every change with its count, by order. */
    public ValueCounts changeCounts() {
        return new ValueCounts(changes.values(), changes.counts());
    }

    /** Every change in whole steps with its count, by order. */
    public ValueCounts changeSteps() {
        return new ValueCounts(changes.steps(stepsPerUnit), changes.counts());
    }

    static Moments moments(ExactSums sums, int column, double unit) {
        BigInteger n = BigInteger.valueOf(sums.count());
        BigInteger sum = sums.product(ExactSums.ONE, column);
        BigInteger spread = n.multiply(sums.product(column, column)).subtract(sum.multiply(sum));
        double mean = sum.doubleValue() / n.doubleValue() / unit;
        double pairs = n.multiply(n.subtract(BigInteger.ONE)).doubleValue();
        double variance = sums.count() < 2 ? Double.NaN : spread.doubleValue() / pairs / unit / unit;
        return new Moments(sums.count(), mean, variance);
    }
}
