package axial.stats;

import java.io.Serializable;

/**
 * How often each value occurs; enough for every rank statistic.
 *
 * @param values distinct values, ascending
 * @param counts how many of each, all above zero
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record ValueCounts(long[] values, long[] counts) implements Serializable {

    /** How many in all. */
    public long n() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
