package axial.ingest;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Whether a number is one of some. Nearly all that are asked for are not, as the visits of a whole store beside those of a
 * batch; most of these are told by one bit of a table, without a search.
 */
final class KeyLookup implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int BITS_PER_KEY = 32;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final long[] sorted;
    private final long[] bits;

    /** Of numbers in ascending order. */
    KeyLookup(long[] sorted) {
        this.sorted = sorted.clone();
        this.bits = new long[Integer.highestOneBit(Math.max(1, sorted.length)) * BITS_PER_KEY / Long.SIZE + 1];
        for (long key : sorted) {
            bits[word(key)] |= 1L << key;
        }
    }

    /** The upper half of a product stands for a place in the table; the bit is the key's lowest six. */
    private int word(long key) {
        return (int) (((key * SPREAD >>> 32) * bits.length) >>> 32);
    }

    boolean has(long key) {
        return (bits[word(key)] >>> key & 1) == 1 && Arrays.binarySearch(sorted, key) >= 0;
    }
}
