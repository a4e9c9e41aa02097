package axial.walk;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often each change occurred, by a tuple of numbers, outcome and window. */
final class CellTallies implements Serializable {
    private static final long serialVersionUID = 2;

    private final int cells;
    private final Tuples keys;
    private @Nullable ValueTally[] tallies = {};
    private final int windows;

    /** Of each outcome, made where it is first met. */
    private transient @Nullable ChangeNumbers @Nullable [] numbers;

    /** By tuples of a width, and so many outcomes and windows. */
    CellTallies(int width, int outcomes, int windows) {
        this.keys = new Tuples(width);
        this.cells = outcomes * windows;
        this.windows = windows;
    }

    /** The number of a tuple. */
    int key(int[] tuple) {
        int key = keys.of(tuple);
        if ((key + 1) * cells > tallies.length) {
            tallies = Arrays.copyOf(tallies, Math.max(2 * tallies.length, (key + 1) * cells));
        }
        return key;
    }

    int keys() {
        return keys.size();
    }

    int value(int key, int place) {
        return keys.value(key, place);
    }

    ValueTally of(int key, int cell) {
        ValueTally tally = tallies[key * cells + cell];
        if (tally == null) {
            tally = new ValueTally(numbers(cell / windows));
            tallies[key * cells + cell] = tally;
        }
        return tally;
    }

    private ChangeNumbers numbers(int outcome) {
        @Nullable ChangeNumbers[] all = numbers == null ? new ChangeNumbers[cells / windows] : numbers;
        numbers = all;
        ChangeNumbers known = all[outcome];
        if (known == null) {
            known = new ChangeNumbers();
            all[outcome] = known;
        }
        return known;
    }

    /** Adds those of another key elsewhere. */
    void addKey(int key, CellTallies other, int theirs) {
        for (int cell = 0; cell < cells; cell++) {
            ValueTally tally = other.tallies[theirs * cells + cell];
            if (tally != null) {
                of(key, cell).addAll(tally);
            }
        }
    }

    /** The changes of some keys together. */
    ValueTally all(int[] chosen, int cell) {
        ValueTally all = new ValueTally();
        for (int key : chosen) {
            ValueTally tally = tallies[key * cells + cell];
            if (tally != null) {
                all.addAll(tally);
            }
        }
        return all;
    }
}
