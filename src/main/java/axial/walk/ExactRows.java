package axial.walk;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Many rows of exact sums of products of the same few columns, and one count beside them: each row a lower triangle of
 * 64-bit words, with a count of how often a word went round kept only where one did.
 */
final class ExactRows implements Serializable {
    private static final long serialVersionUID = 2;
    private static final int ROW_BITS = 10;
    private static final int ROWS = 1 << ROW_BITS;
    private static final int[] NEVER = {};

    private final int width;
    private transient long[][] words = {};
    private transient int[][] turns = {};
    private transient int rows = 0;

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
            words[words.length - 1] = new long[ROWS * (width + 1)];
            turns[turns.length - 1] = NEVER;
        }
        return rows++;
    }

    long word(int row, int i) {
        return words[row / ROWS][row % ROWS * (width + 1) + i];
    }

    /** The array that holds a row. */
    long[] chunk(int row) {
        return words[row / ROWS];
    }

    /** Where in {@link #chunk} a row begins. */
    int placeIn(int row) {
        return row % ROWS * (width + 1);
    }

    /** Whether any word of a row, or of its neighbours, may have gone round. */
    boolean anyTurn(int row) {
        return turns[row / ROWS].length > 0;
    }

    int turn(int row, int i) {
        int[] turned = turns[row / ROWS];
        return turned.length == 0 ? 0 : turned[row % ROWS * (width + 1) + i];
    }

    /** The count beside the products. */
    long count(int row) {
        return word(row, width);
    }

    void count(int row, long more) {
        words[row / ROWS][row % ROWS * (width + 1) + width] += more;
    }

    /** Adds the products of every two of the values. */
    void addProducts(int row, int[] values) {
        long[] to = words[row >>> ROW_BITS];
        int at = (row & ROWS - 1) * (width + 1);
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
        long[] from = other.words[otherRow / ROWS];
        int first = row % ROWS * (width + 1);
        int otherFirst = otherRow % ROWS * (width + 1);
        for (int i = 0; i < width; i++) {
            long amount = from[otherFirst + i];
            long before = to[first + i];
            long after = before + amount;
            to[first + i] = after;
            if (((before ^ after) & (amount ^ after)) < 0) {
                turn(row, first + i, amount > 0 ? 1 : -1);
            }
        }
        to[first + width] += from[otherFirst + width];
        if (other.turns[otherRow / ROWS].length > 0) {
            for (int i = 0; i < width; i++) {
                turn(row, first + i, other.turn(otherRow, i));
            }
        }
    }

    private void turn(int row, int at, int by) {
        int chunk = row / ROWS;
        if (by != 0 && turns[chunk].length == 0) {
            turns[chunk] = new int[words[chunk].length];
        }
        if (by != 0) {
            turns[chunk][at] += by;
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(rows);
        for (int chunk = 0; chunk < words.length; chunk++) {
            int used = Math.min(ROWS, rows - chunk * ROWS) * (width + 1);
            packed.put(words[chunk], 0, used);
            packed.put(turns[chunk].length);
            packed.put(turns[chunk], 0, Math.min(used, turns[chunk].length));
        }
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        rows = packed.nextInt();
        words = new long[(rows + ROWS - 1) / ROWS][ROWS * (width + 1)];
        turns = new int[words.length][];
        for (int chunk = 0; chunk < words.length; chunk++) {
            int used = Math.min(ROWS, rows - chunk * ROWS) * (width + 1);
            packed.next(words[chunk], 0, used);
            turns[chunk] = new int[packed.nextInt()];
            packed.next(turns[chunk], 0, Math.min(used, turns[chunk].length));
        }
    }
}
