package axial.walk;

import java.io.Serializable;
import java.util.TreeMap;

/**
 * How often each change occurred, ascending by change.
 *
 * <p>A change is the difference of two scores as IEEE doubles, as statistical programs see it: 5.1 − 3.1 and 6.2 − 4.2
 * are ties in whole steps but not to them, and the reference values of rank statistics follow the programs.
 */
public final class ValueTally implements Serializable {
    private static final long serialVersionUID = 1;
    private final TreeMap<Double, long[]> counts = new TreeMap<>();

    /** Counts one change, from two scores in steps. */
    void add(int followUp, int baseline, long stepsPerUnit) {
        double unit = stepsPerUnit;
        double change = followUp / unit - baseline / unit + 0.0;
        counts.computeIfAbsent(change, c -> new long[1])[0]++;
    }

    /** Adds what another tally counted. */
    public void addAll(ValueTally other) {
        other.counts.forEach((change, n) -> counts.computeIfAbsent(change, c -> new long[1])[0] += n[0]);
    }

    /** The distinct changes, ascending, as whole numbers in the same order; only their order means something. */
    public long[] values() {
        return counts.keySet().stream().mapToLong(ValueTally::ordered).toArray();
    }

    private static long ordered(double change) {
        long bits = Double.doubleToLongBits(change);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** The same changes in the nearest whole steps; several may be the same. */
    public long[] steps(long stepsPerUnit) {
        return counts.keySet().stream()
                .mapToLong(change -> (long) Math.rint(change * stepsPerUnit))
                .toArray();
    }

    /** How often each of {@link #values} occurred. */
    public long[] counts() {
        return counts.values().stream().mapToLong(n -> n[0]).toArray();
    }

    /** How many changes are at or below the limit, in steps. */
    public long atMost(long limit, long stepsPerUnit) {
        return counts.entrySet().stream()
                .filter(e -> Math.rint(e.getKey() * stepsPerUnit) <= limit)
                .mapToLong(e -> e.getValue()[0])
                .sum();
    }

    /** How many changes are at or above the limit, in steps. */
    public long atLeast(long limit, long stepsPerUnit) {
        return counts.entrySet().stream()
                .filter(e -> Math.rint(e.getKey() * stepsPerUnit) >= limit)
                .mapToLong(e -> e.getValue()[0])
                .sum();
    }
}
