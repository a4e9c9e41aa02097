package axial.evidence;

import axial.stats.Moments;
import axial.stats.ValueCounts;
import axial.walk.Cells;
import axial.walk.ChosenCells;
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

    static Side of(ChosenCells chosen, int outcomeWindow, long stepsPerUnit) {
        ExactSums all = new ExactSums();
        Map<String, ExactSums> byClinic = new TreeMap<>();
        Map<String, ExactSums> byCluster = new TreeMap<>();
        Map<Cells.Unit, ExactSums> byUnit = chosen.sums(outcomeWindow);
        boolean clinicsAreClusters =
                byUnit.keySet().stream().allMatch(unit -> cluster(unit).equals(unit.clinic()));
        byUnit.forEach((unit, sums) -> {
            all.addAll(sums);
            byClinic.merge(unit.clinic(), sums, Side::plus);
            if (!clinicsAreClusters) {
                byCluster.merge(cluster(unit), sums, Side::plus);
            }
        });
        return new Side(
                all,
                byClinic,
                clinicsAreClusters ? byClinic : byCluster,
                chosen.changes(outcomeWindow),
                chosen.followUp(outcomeWindow),
                stepsPerUnit);
    }

    private static ExactSums plus(ExactSums one, ExactSums other) {
        return one.plus(other).settle();
    }

    /** The cluster of the standard error, or the clinic where there is no other. */
    static String cluster(Cells.Unit unit) {
        return unit.cluster().isEmpty() ? "clinic " + unit.clinic() : unit.cluster();
    }

    /** How many are in the analysis. */
    public long n() {
        return all.count();
    }

    /** How many have a baseline, so that they would be in the analysis had they been followed. */
    public long eligible() {
        return followUp.values().stream().mapToLong(counts -> counts[0]).sum();
    }

    /** How many of them have a follow-up. */
    public long followed() {
        return followUp.values().stream().mapToLong(counts -> counts[1]).sum();
    }

    /** How many have a baseline and are not in the analysis. */
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
