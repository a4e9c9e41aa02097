package axial.walk;

import java.util.Arrays;

/**
 * Numbers from 0 for the first few distinct changes of an outcome, shared by all of its tallies: counted by number, a
 * tally of a scale with few scores is a tenth as large, so that many of them stay near the processor.
 */
final class ChangeNumbers {
    static final int NONE = -1;
    private static final int MOST = 256;
    private static final int ROOM = 2 * MOST;

    private final double[] changes = new double[MOST];
    private final double[] table = new double[ROOM];
    private final int[] numbers = new int[ROOM];
    private int size = 0;

    ChangeNumbers() {
        Arrays.fill(numbers, NONE);
    }

    /** The number of a change, a new one where it is new; {@link #NONE} where there are too many. */
    int of(double change) {
        long bits = Double.doubleToRawLongBits(change) * 0x9e3779b97f4a7c15L;
        int at = (int) (bits >>> 32 ^ bits >>> 48) & ROOM - 1; // of whole numbers only the upper bits differ
        while (numbers[at] != NONE) {
            if (table[at] == change) {
                return numbers[at];
            }
            at = at + 1 & ROOM - 1;
        }
        if (size == MOST) {
            return NONE;
        }
        table[at] = change;
        numbers[at] = size;
        changes[size] = change;
        return size++;
    }

    double change(int number) {
        return changes[number];
    }
}
