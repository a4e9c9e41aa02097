package axial.disclosure;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A row of a tableau: what is not zero in it, by column, and the value at its end.
 *
 * @param columns of the entries, ascending
 */
record SparseRow(int[] columns, double[] entries, double value) {

    double at(int column) {
        int place = Arrays.binarySearch(columns, column);
        return place < 0 ? 0 : entries[place];
    }

    /** With an entry behind all others. */
    SparseRow and(int column, double entry) {
        int[] at = Arrays.copyOf(columns, columns.length + 1);
        double[] all = Arrays.copyOf(entries, at.length);
        at[columns.length] = column;
        all[columns.length] = entry;
        return new SparseRow(at, all, value);
    }

    SparseRow over(double divisor) {
        double[] quotients = new double[entries.length];
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = entries[i] / divisor;
        }
        return new SparseRow(columns, quotients, value / divisor);
    }

    /**
     * Less so many times the other.
     *
     * @param filled is told the columns in which there was nothing before
     */
    SparseRow less(SparseRow other, double times, IntConsumer filled) {
        int most = columns.length + other.columns.length;
        int[] at = new int[most];
        double[] left = new double[most];
        int n = 0;
        int own = 0;
        for (int its = 0; its < other.columns.length; its++) {
            int column = other.columns[its];
            while (own < columns.length && columns[own] < column) {
                at[n] = columns[own];
                left[n++] = entries[own++];
            }
            boolean isOwn = own < columns.length && columns[own] == column;
            double entry = (isOwn ? entries[own++] : 0) - other.entries[its] * times;
            if (!isOwn) {
                filled.accept(column);
            }
            if (entry != 0) {
                at[n] = column;
                left[n++] = entry;
            }
        }
        int rest = columns.length - own;
        System.arraycopy(columns, own, at, n, rest);
        System.arraycopy(entries, own, left, n, rest);
        n += rest;
        return new SparseRow(Arrays.copyOf(at, n), Arrays.copyOf(left, n), value - other.value * times);
    }

    SparseRow only(IntPredicate kept) {
        int[] at = Arrays.stream(columns).filter(kept).toArray();
        return at.length == columns.length
                ? this
                : new SparseRow(at, Arrays.stream(at).mapToDouble(this::at).toArray(), value);
    }

    /** Takes so many times this row from one that is written out, its value last. */
    void takeFrom(double[] dense, double times) {
        if (times == 0) {
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            dense[columns[i]] -= entries[i] * times;
        }
        dense[dense.length - 1] -= value * times;
    }
}
