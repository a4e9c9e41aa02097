package axial.privacy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/**
 * An even sample of the distinct texts of a column, in fixed space: those with the lowest hashes (bottom-k sample; Cohen
 * and Kaplan 2007). Only hashes are held, each with one number beside it; the order of adding and merging is nothing to
 * it.
 */
final class DistinctSample implements Serializable {
    private static final long serialVersionUID = 1;

    /** A share found in a sample of 64 has a standard error of 6 points at most. */
    private static final int MOST = 64;

    private long[] hashes = new long[4];
    private long[] beside = new long[4];
    private int size = 0;

    /** Adds a text by its hash; {@code together} joins the number beside it with what stood there. */
    void add(long hash, long number, LongBinaryOperator together) {
        if (size == MOST && hash > hashes[MOST - 1]) {
            return;
        }
        int at = Arrays.binarySearch(hashes, 0, size, hash);
        if (at >= 0) {
            beside[at] = together.applyAsLong(beside[at], number);
            return;
        }
        insert(-at - 1, hash, number);
    }

    private void insert(int at, long hash, long number) {
        if (size == hashes.length && size < MOST) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            beside = Arrays.copyOf(beside, 2 * size);
        }
        int last = Math.min(size, MOST - 1);
        System.arraycopy(hashes, at, hashes, at + 1, last - at);
        System.arraycopy(beside, at, beside, at + 1, last - at);
        hashes[at] = hash;
        beside[at] = number;
        size = last + 1;
    }

    void merge(DistinctSample other, LongBinaryOperator together) {
        for (int i = 0; i < other.size; i++) {
            add(other.hashes[i], other.beside[i], together);
        }
    }

    int size() {
        return size;
    }

    /** The number beside a text. */
    long at(int place) {
        return beside[place];
    }

    /** About how many distinct texts there are; exact while all of them are in the sample. */
    double distinct() {
        if (size < MOST) {
            return size;
        }
        double share = (hashes[MOST - 1] / 2.0 - Long.MIN_VALUE / 2.0) / -(double) Long.MIN_VALUE;
        return (MOST - 1) / share;
    }
}
