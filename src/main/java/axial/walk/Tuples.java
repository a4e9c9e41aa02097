package axial.walk;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Distinct tuples of whole numbers, all of one width, numbered from 0 in the order of their turning up. */
final class Tuples implements Serializable {
    private static final long serialVersionUID = 2;

    private final int width;
    private transient int[] tuples;
    private transient int[] table = new int[64];
    private transient int size = 0;

    Tuples(int width) {
        this.width = width;
        this.tuples = new int[16 * width];
    }

    int size() {
        return size;
    }

    int value(int tuple, int place) {
        return tuples[tuple * width + place];
    }

    /** The number of a tuple; a new one where it is new. */
    int of(int[] tuple) {
        int at = slot(tuple, 0);
        while (table[at] != 0) {
            if (isAt((table[at] - 1) * width, tuple)) {
                return table[at] - 1;
            }
            at = at + 1 & table.length - 1;
        }
        if ((size + 1) * width > tuples.length) {
            tuples = Arrays.copyOf(tuples, 2 * tuples.length);
        }
        System.arraycopy(tuple, 0, tuples, size * width, width);
        table[at] = ++size;
        if (2 * size > table.length) {
            spread(2 * table.length);
        }
        return size - 1;
    }

    /** Tuples are too short for the comparison of whole arrays to be the faster one. */
    private boolean isAt(int first, int[] tuple) {
        for (int i = 0; i < width; i++) {
            if (tuples[first + i] != tuple[i]) {
                return false;
            }
        }
        return true;
    }

    private void spread(int room) {
        table = new int[room];
        for (int t = 0; t < size; t++) {
            int at = slot(tuples, t * width);
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = t + 1;
        }
    }

    private int slot(int[] from, int first) {
        long hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ from[first + i]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash & table.length - 1;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(size);
        packed.put(tuples, 0, size * width);
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        size = packed.nextInt();
        tuples = new int[Math.max(16, size) * width];
        packed.next(tuples, 0, size * width);
        spread(Math.max(64, Integer.highestOneBit(size) * 4));
    }
}
