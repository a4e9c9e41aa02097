package axial.walk;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums by key, outcome and window. A key has room for an outcome once somebody with a baseline of it was met, and for a
 * window once somebody was followed in it; both in plain arrays, as there are more of them than of anything else.
 */
final class CellRows implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;

    private final int outcomes;
    private final int windows;
    private final ExactRows rows;
    private transient int[] slotOf = {};
    private transient int slots = 0;
    private transient long[] withBaseline = {};
    private transient int[] rowOf = {};

    CellRows(int outcomes, int windows, int columns) {
        this.outcomes = outcomes;
        this.windows = windows;
        this.rows = new ExactRows(columns);
    }

    ExactRows rows() {
        return rows;
    }

    /** Where an outcome of a key stands; below 0 where nobody had a baseline of it. */
    private int slot(int key, int outcome) {
        int at = key * outcomes + outcome;
        return at < slotOf.length ? slotOf[at] - 1 : NONE;
    }

    private int slotMade(int key, int outcome) {
        int at = key * outcomes + outcome;
        if (at >= slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, Math.max(2 * slotOf.length, (key + 16) * outcomes));
        }
        if (slotOf[at] == 0) {
            if (slots == withBaseline.length) {
                withBaseline = Arrays.copyOf(withBaseline, Math.max(16, 2 * slots));
                rowOf = Arrays.copyOf(rowOf, withBaseline.length * windows);
            }
            slotOf[at] = ++slots;
        }
        return slotOf[at] - 1;
    }

    private int rowMade(int slot, int window) {
        int at = slot * windows + window;
        if (rowOf[at] == 0) {
            rowOf[at] = rows.grow() + 1;
        }
        return rowOf[at] - 1;
    }

    /** One more with a baseline; gives the place of the outcome. */
    int addBaseline(int key, int outcome) {
        int slot = slotMade(key, outcome);
        withBaseline[slot]++;
        return slot;
    }

    /** One more who was followed and lacks nothing. */
    void addProducts(int slot, int window, int[] values) {
        rows.addProducts(rowMade(slot, window), values);
    }

    /** One more who was followed but lacks a number. */
    void addIncomplete(int slot, int window) {
        rows.count(rowMade(slot, window), 1);
    }

    long withBaseline(int key, int outcome) {
        int slot = slot(key, outcome);
        return slot < 0 ? 0 : withBaseline[slot];
    }

    /** The row of sums; below 0 where nobody was followed. */
    int row(int key, int outcomeWindow) {
        int slot = slot(key, outcomeWindow / windows);
        return slot < 0 ? NONE : rowOf[slot * windows + outcomeWindow % windows] - 1;
    }

    long analysed(int key, int outcomeWindow) {
        int row = row(key, outcomeWindow);
        return row < 0 ? 0 : rows.word(row, 0);
    }

    long withFollowUp(int key, int outcomeWindow) {
        int row = row(key, outcomeWindow);
        return row < 0 ? 0 : rows.word(row, 0) + rows.count(row);
    }

    /** Adds those of another key elsewhere. */
    void addKey(int key, CellRows other, int theirKey) {
        for (int o = 0; o < outcomes; o++) {
            int theirs = other.slot(theirKey, o);
            if (theirs < 0) {
                continue;
            }
            int slot = slotMade(key, o);
            withBaseline[slot] += other.withBaseline[theirs];
            for (int w = 0; w < windows; w++) {
                int row = other.rowOf[theirs * windows + w] - 1;
                if (row >= 0) {
                    rows.addRow(rowMade(slot, w), other.rows, row);
                }
            }
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(slotOf.length);
        packed.put(slotOf, 0, slotOf.length);
        packed.put(slots);
        packed.put(withBaseline, 0, slots);
        packed.put(rowOf, 0, slots * windows);
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        slotOf = new int[packed.nextInt()];
        packed.next(slotOf, 0, slotOf.length);
        slots = packed.nextInt();
        withBaseline = new long[slots];
        packed.next(withBaseline, 0, slots);
        rowOf = new int[slots * windows];
        packed.next(rowOf, 0, rowOf.length);
    }
}
