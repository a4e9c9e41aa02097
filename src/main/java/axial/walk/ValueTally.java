package axial.walk;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** How often each whole-numbered value occurred, ascending by value. */
public final class ValueTally implements Serializable {
    private static final long serialVersionUID = 1;
    private final TreeMap<Integer, long[]> counts = new TreeMap<>();

    public void add(int value) {
        counts.computeIfAbsent(value, v -> new long[1])[0]++;
    }

    public void addAll(ValueTally other) {
        other.counts.forEach((value, n) -> counts.computeIfAbsent(value, v -> new long[1])[0] += n[0]);
    }

    /** The distinct values, ascending. */
    public long[] values() {
        return counts.keySet().stream().mapToLong(Integer::longValue).toArray();
    }

    /** How often each of {@link #values} occurred. */
    public long[] counts() {
        return counts.values().stream().mapToLong(n -> n[0]).toArray();
    }

    /** How many values are at or below the limit. */
    public long atMost(long limit) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey() <= limit)
                .mapToLong(e -> e.getValue()[0])
                .sum();
    }

    /** How many values are at or above the limit. */
    public long atLeast(long limit) {
        return counts.entrySet().stream()
                .filter(e -> e.getKey() >= limit)
                .mapToLong(e -> e.getValue()[0])
                .sum();
    }

    public long total() {
        return counts.values().stream().mapToLong(n -> n[0]).sum();
    }

    /** Each value with its count, ascending. */
    public Map<Integer, long[]> asMap() {
        return java.util.Collections.unmodifiableMap(counts);
    }
}
