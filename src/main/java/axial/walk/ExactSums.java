package axial.walk;

import axial.clinic.Scaled;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums of products of whole-numbered columns: the lower triangle of X'X, grown as columns turn up.
 *
 * <p>A sum is a 64-bit word and a count of how often it went round, so nothing overflows and adding in any order gives
 * the same sums. Column {@link #ONE} is always 1, so its products are counts and plain sums.
 */
public final class ExactSums implements Serializable {
    private static final long serialVersionUID = 4;

    public static final int ONE = 0;
    public static final int BASELINE = 1;
    public static final int CHANGE = 2;

    private static final long[] NONE = {};

    private transient long[] words = new long[6];
    private transient long[] turns = NONE;

    /** What {@link #words} would hold, while nothing is being added. */
    private transient @Nullable SettledWords settled;

    private static int at(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    /** Adds one row: the columns that are not zero, ascending, and their values; each within {@link Scaled#LIMIT}. */
    public void add(int[] columns, int[] values, int size) {
        stir();
        int last = columns[size - 1];
        if (at(last, last) >= words.length) {
            words = Arrays.copyOf(words, at(last + 1, last + 1) + last + 2);
        }
        long[] to = words;
        for (int a = 0; a < size; a++) {
            int row = columns[a] * (columns[a] + 1) / 2;
            long value = values[a];
            for (int b = 0; b <= a; b++) {
                int index = row + columns[b];
                long amount = value * values[b];
                long before = to[index];
                long after = before + amount;
                to[index] = after;
                if (((before ^ after) & (amount ^ after)) < 0) {
                    turn(index, amount > 0 ? 1 : -1);
                }
            }
        }
    }

    private void addAt(int index, long amount) {
        long before = words[index];
        long after = before + amount;
        words[index] = after;
        if (((before ^ after) & (amount ^ after)) < 0) {
            turn(index, amount > 0 ? 1 : -1);
        }
    }

    private void turn(int index, long by) {
        if (index >= turns.length) {
            turns = Arrays.copyOf(turns, Math.max(index + 1, words.length));
        }
        turns[index] += by;
    }

    /**
     * Takes only as much room as there are sums that are not 0, as a clinic's often are. Nothing else changes, and more may
     * be added.
     */
    public ExactSums settle() {
        if (settled == null) {
            settled = SettledWords.of(words);
            words = NONE;
        }
        return this;
    }

    private void stir() {
        if (settled != null) {
            words = settled.words();
            settled = null;
        }
    }

    /** The words, those at the end left out that are 0. */
    private long[] words() {
        return settled == null ? words : settled.words();
    }

    /** The same sums, quick to read one by one. */
    ExactSums open() {
        if (settled == null) {
            return this;
        }
        ExactSums open = new ExactSums();
        open.words = settled.words();
        open.turns = turns;
        return open;
    }

    /** Adds other sums whose column {@code i} is this one's column {@code columnHere[i]}. */
    public void addAll(ExactSums other, int[] columnHere) {
        stir();
        long[] theirs = other.words();
        for (int i = 0, index = 0; index < theirs.length; i++) {
            for (int j = 0; j <= i && index < theirs.length; j++, index++) {
                long turned = index < other.turns.length ? other.turns[index] : 0;
                if (theirs[index] != 0 || turned != 0) {
                    int here = at(columnHere[i], columnHere[j]);
                    grow(here);
                    addAt(here, theirs[index]);
                    if (turned != 0) {
                        turn(here, turned);
                    }
                }
            }
        }
    }

    /** Adds other sums of the same columns. */
    public void addAll(ExactSums other) {
        stir();
        long[] theirs = other.words();
        grow(theirs.length - 1);
        for (int index = 0; index < theirs.length; index++) {
            addAt(index, theirs[index]);
        }
        for (int index = 0; index < other.turns.length; index++) {
            if (other.turns[index] != 0) {
                turn(index, other.turns[index]);
            }
        }
    }

    /** These and other sums of the same columns. */
    public ExactSums plus(ExactSums other) {
        ExactSums both = new ExactSums();
        both.addAll(this);
        both.addAll(other);
        return both;
    }

    /**
     * Adds a row of products of the first columns, of rows in which further columns are all 1.
     *
     * @param ones the first {@code size} of them are those columns, ascending
     */
    void addCombination(ExactRows rows, int row, int fixed, int[] ones, int size) {
        stir();
        int last = size == 0 ? fixed - 1 : Math.max(fixed - 1, ones[size - 1]);
        grow(at(last, last));
        long[] from = rows.chunk(row);
        int first = rows.placeIn(row);
        for (int i = 0; i < rows.width(); i++) {
            addAt(i, from[first + i]);
        }
        for (int a = 0; a < size; a++) {
            int of = at(ones[a], ONE);
            for (int j = 0; j < fixed; j++) {
                addAt(of + j, from[first + at(j, ONE)]);
            }
            for (int b = 0; b <= a; b++) {
                addAt(of + ones[b], from[first]);
            }
        }
        if (rows.anyTurn(row)) {
            addTurns(rows, row, fixed, ones, size);
        }
    }

    private void addTurns(ExactRows rows, int row, int fixed, int[] ones, int size) {
        for (int i = 0; i < rows.width(); i++) {
            turn(i, rows.turn(row, i));
        }
        for (int a = 0; a < size; a++) {
            for (int j = 0; j < fixed; j++) {
                turn(at(ones[a], j), rows.turn(row, at(j, ONE)));
            }
            for (int b = 0; b <= a; b++) {
                turn(at(ones[a], ones[b]), rows.turn(row, at(ONE, ONE)));
            }
        }
    }

    private void grow(int index) {
        if (index >= words.length) {
            words = Arrays.copyOf(words, Math.max(index + 1, words.length * 2));
        }
    }

    /** How many rows were added. */
    public long count() {
        return word(0);
    }

    /** The sum of the product of two columns, exactly. */
    public BigInteger product(int i, int j) {
        int index = at(i, j);
        BigInteger word = BigInteger.valueOf(word(index));
        return turns(index) != 0 ? word.add(BigInteger.valueOf(turns(index)).shiftLeft(64)) : word;
    }

    /** The sum of the product of two columns, each less a whole number, rounded once. */
    double product(int i, int lessI, int j, int lessJ) {
        int both = at(i, j);
        int ofI = at(i, ONE);
        int ofJ = at(j, ONE);
        long product = word(both);
        long sumI = word(ofI);
        long sumJ = word(ofJ);
        double most = Math.abs((double) product)
                + Math.abs((double) lessI * sumJ)
                + Math.abs((double) lessJ * sumI)
                + Math.abs((double) lessI * lessJ * count());
        if (most < 0x1p62 && turns(both) == 0 && turns(ofI) == 0 && turns(ofJ) == 0) {
            return product - lessI * sumJ - lessJ * sumI + (long) lessI * lessJ * count();
        }
        BigInteger one = BigInteger.valueOf(lessI);
        BigInteger other = BigInteger.valueOf(lessJ);
        return product(i, j)
                .subtract(one.multiply(product(j, ONE)))
                .subtract(other.multiply(product(i, ONE)))
                .add(one.multiply(other).multiply(BigInteger.valueOf(count())))
                .doubleValue();
    }

    private long word(int index) {
        if (settled != null) {
            return settled.word(index);
        }
        return index < words.length ? words[index] : 0;
    }

    private long turns(int index) {
        return index < turns.length ? turns[index] : 0;
    }

    void pack(Packed to) {
        (settled == null ? SettledWords.of(words) : settled).pack(to);
        to.put(turns.length);
        to.put(turns, 0, turns.length);
    }

    static ExactSums unpack(Packed from) {
        ExactSums sums = new ExactSums();
        sums.words = NONE;
        sums.settled = SettledWords.unpack(from);
        int turned = from.nextInt();
        sums.turns = turned == 0 ? NONE : new long[turned];
        from.next(sums.turns, 0, turned);
        return sums;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        pack(packed);
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        ExactSums read = unpack(Packed.read(in));
        words = read.words;
        settled = read.settled;
        turns = read.turns;
    }
}
