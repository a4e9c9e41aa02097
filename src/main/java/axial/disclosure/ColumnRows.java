package axial.disclosure;

import java.util.Arrays;

/**
 * By column of a tableau, the rows that may have something in it, ascending: none that has is left out, but one that had may
 * still be named.
 */
final class ColumnRows {
    private static final int[] NONE = {};

    private final int[][] rows;
    private final int[] count;

    ColumnRows(int columns) {
        this.rows = new int[columns][];
        Arrays.fill(rows, NONE);
        this.count = new int[columns];
    }

    void add(int column, int row) {
        int n = count[column];
        int place = n == 0 || rows[column][n - 1] < row ? -n - 1 : Arrays.binarySearch(rows[column], 0, n, row);
        if (place < 0) {
            if (n == rows[column].length) {
                rows[column] = Arrays.copyOf(rows[column], Math.max(4, 2 * n));
            }
            int at = -place - 1;
            System.arraycopy(rows[column], at, rows[column], at + 1, n - at);
            rows[column][at] = row;
            count[column]++;
        }
    }

    /** What is in a column. */
    SparseColumn column(int column, SparseRow[] tableau) {
        int n = 0;
        int[] at = new int[count[column]];
        double[] entries = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double entry = tableau[rows[column][i]].at(column);
            if (entry != 0) {
                at[n] = rows[column][i];
                entries[n++] = entry;
            }
        }
        return new SparseColumn(Arrays.copyOf(at, n), Arrays.copyOf(entries, n));
    }

    /** Of the column, that it has nothing left but in one row. */
    void only(int column, int row) {
        count[column] = 0;
        add(column, row);
    }
}
