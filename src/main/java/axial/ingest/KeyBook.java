package axial.ingest;

import java.io.Serializable;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What the keys of visits say: which come more than once, and how many visits of other keys there are, with the sum of
 * their hashes. Two visits may have the same key by chance; then they are looked at as if they were one, and told apart.
 *
 * @param repeated keys that are looked into, sorted
 * @param visits how many visits have other keys
 * @param high sum of the upper halves of the hashes of those visits
 * @param low sum of the lower halves
 * @param keys every key, sorted; empty where nobody asked
 */
record KeyBook(long[] repeated, long visits, long high, long low, long[] keys) implements Serializable {
    private static final int HALF = 32;
    private static final long LOWER = 0xFFFFFFFFL;

    /** Says of a key whether it is to be looked into, wherever that is asked. */
    @FunctionalInterface
    interface Choice extends Serializable {
        boolean test(long key);
    }

    /**
     * The book of the keys in some rows.
     *
     * @param further whether a key is to be looked into for another reason
     * @param withKeys whether to give every key
     */
    static KeyBook of(Iterator<InternalRow> rows, int accountAt, Choice further, boolean withKeys) {
        long[] keys = new long[1024];
        long[] hashes = new long[1024];
        int n = 0;
        while (rows.hasNext()) {
            ByteBuffer chunk = ByteBuffer.wrap(rows.next().getBinary(accountAt));
            while (chunk.hasRemaining()) {
                if (n == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * n);
                    hashes = Arrays.copyOf(hashes, 2 * n);
                }
                keys[n] = chunk.getLong();
                hashes[n++] = chunk.getLong();
            }
        }
        long[] sorted = Arrays.copyOf(keys, n);
        Arrays.sort(sorted);
        long[] repeated = repeated(sorted, further);
        long visits = 0;
        long high = 0;
        long low = 0;
        for (int i = 0; i < n; i++) {
            if (Arrays.binarySearch(repeated, keys[i]) < 0) {
                visits++;
                high += hashes[i] >> HALF;
                low += hashes[i] & LOWER;
            }
        }
        return new KeyBook(repeated, visits, high, low, withKeys ? sorted : new long[0]);
    }

    private static long[] repeated(long[] sorted, Choice further) {
        long[] found = new long[16];
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean first = i == 0 || sorted[i] != sorted[i - 1];
            boolean again = i + 1 < sorted.length && sorted[i] == sorted[i + 1];
            if (first && (again || further.test(sorted[i]))) {
                found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
                found[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** The book of several parts, between which no key is shared. */
    static KeyBook of(List<KeyBook> parts) {
        return new KeyBook(
                sorted(parts.stream().map(KeyBook::repeated).toList()),
                parts.stream().mapToLong(KeyBook::visits).sum(),
                parts.stream().mapToLong(KeyBook::high).sum(),
                parts.stream().mapToLong(KeyBook::low).sum(),
                sorted(parts.stream().map(KeyBook::keys).toList()));
    }

    private static long[] sorted(List<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** The sum of the hashes of the visits whose keys are not looked into. */
    BigInteger fingerprint() {
        return BigInteger.valueOf(high).shiftLeft(HALF).add(BigInteger.valueOf(low));
    }
}
