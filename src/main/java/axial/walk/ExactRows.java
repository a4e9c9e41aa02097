package axial.walk;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Many rows of exact sums of products of the same few columns: each row a lower triangle of 64-bit words, with a count
 * of how often a word went round kept only where one did.
 */
final class ExactRows implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 1 << 10;
    private static final int[] NEVER = {};

    private final int width;
    private long[][] words = {};
    private int[][] turns = {};
    private int rows = 0;

    /** Rows of the products of so many columns. */
    ExactRows(int columns) {
        this.width = columns * (columns + 1) / 2;
    }

    int width() {
        return width;
    }

    /** A row of zeros. */
    int grow() {
        if (rows == words.length * ROWS) {
            words = Arrays.copyOf(words, words.length + 1);
            turns = Arrays.copyOf(turns, words.length);
            words[words.length - 1] = new long[ROWS * width];
            turns[turns.length - 1] = NEVER;
        }
        return rows++;
    }

    long word(int row, int i) {
        return words[row / ROWS][row % ROWS * width + i];
    }

    int turn(int row, int i) {
        int[] turned = turns[row / ROWS];
        return turned.length == 0 ? 0 : turned[row % ROWS * width + i];
    }

    /** Adds the products of every two of the values. */
    void addProducts(int row, int[] values) {
        long[] to = words[row / ROWS];
        int at = row % ROWS * width;
        for (int i = 0; i < values.length; i++) {
            long value = values[i];
            for (int j = 0; j <= i; j++, at++) {
                long amount = value * values[j];
                long before = to[at];
                long after = before + amount;
                to[at] = after;
                if (((before ^ after) & (amount ^ after)) < 0) {
                    turn(row, at, amount > 0 ? 1 : -1);
                }
            }
        }
    }

    /** Adds a row of other sums of the same columns. */
    void addRow(int row, ExactRows other, int otherRow) {
        long[] to = words[row / ROWS];
        int first = row % ROWS * width;
        for (int i = 0; i < width; i++) {
            long amount = other.word(otherRow, i);
            long before = to[first + i];
            long after = before + amount;
            to[first + i] = after;
            int turned = other.turn(otherRow, i);
            if (((before ^ after) & (amount ^ after)) < 0) {
                turned += amount > 0 ? 1 : -1;
            }
            if (turned != 0) {
                turn(row, first + i, turned);
            }
        }
    }

    private void turn(int row, int at, int by) {
        int chunk = row / ROWS;
        if (turns[chunk].length == 0) {
            turns[chunk] = new int[words[chunk].length];
        }
        turns[chunk][at] += by;
    }
}
