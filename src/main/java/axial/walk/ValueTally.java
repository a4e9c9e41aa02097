package axial.walk;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often each change occurred, ascending by change.
 *
 * <p>A change is the difference of two scores as IEEE doubles, as statistical programs see it: 5.1 − 3.1 and 6.2 − 4.2
 * are ties in whole steps but not to them, and the reference values of rank statistics follow the programs.
 */
public final class ValueTally implements Serializable {
    private static final long serialVersionUID = 2;

    private transient double[] changes = new double[8];
    private transient long[] counts = new long[8];
    private transient int size = 0;

    /** Of the changes that have a number, how often each occurred, by that number. */
    private transient long[] numbered = {};

    private final transient @Nullable ChangeNumbers numbers;

    ValueTally() {
        this(null);
    }

    /** A tally that shares the numbers of changes with others: it is counted in, added up and sent, and not asked itself. */
    ValueTally(@Nullable ChangeNumbers numbers) {
        this.numbers = numbers;
    }

    /** Counts one change, from two scores in steps. */
    void add(int followUp, int baseline, long stepsPerUnit) {
        double unit = stepsPerUnit;
        add(followUp / unit - baseline / unit + 0.0, 1);
    }

    private void add(double change, long n) {
        int number = numbers == null ? ChangeNumbers.NONE : numbers.of(change);
        if (number != ChangeNumbers.NONE) {
            if (number >= numbered.length) {
                numbered = Arrays.copyOf(numbered, number + 8);
            }
            numbered[number] += n;
            return;
        }
        int at = slot(change);
        if (counts[at] == 0) {
            changes[at] = change;
            size++;
        }
        counts[at] += n;
        if (2 * size > counts.length) {
            spread();
        }
    }

    private int slot(double change) {
        long bits = Double.doubleToRawLongBits(change) * 0x9e3779b97f4a7c15L;
        int at = (int) (bits >>> 32 ^ bits >>> 48) & counts.length - 1; // of whole numbers only the upper bits differ
        while (counts[at] != 0 && changes[at] != change) {
            at = at + 1 & counts.length - 1;
        }
        return at;
    }

    private void spread() {
        double[] before = changes;
        long[] n = counts;
        changes = new double[2 * n.length];
        counts = new long[2 * n.length];
        for (int i = 0; i < n.length; i++) {
            if (n[i] != 0) {
                int at = slot(before[i]);
                changes[at] = before[i];
                counts[at] = n[i];
            }
        }
    }

    /** Adds what another tally counted. */
    public void addAll(ValueTally other) {
        for (int number = 0; number < other.numbered.length; number++) {
            if (other.numbered[number] != 0) {
                add(Objects.requireNonNull(other.numbers).change(number), other.numbered[number]);
            }
        }
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] != 0) {
                add(other.changes[i], other.counts[i]);
            }
        }
    }

    private double[] ascending() {
        double[] found = new double[size];
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                found[n++] = changes[i];
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** The distinct changes, ascending, as whole numbers in the same order; only their order means something. */
    public long[] values() {
        return Arrays.stream(ascending()).mapToLong(ValueTally::ordered).toArray();
    }

    private static long ordered(double change) {
        long bits = Double.doubleToLongBits(change);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** The same changes in the nearest whole steps; several may be the same. */
    public long[] steps(long stepsPerUnit) {
        return Arrays.stream(ascending())
                .mapToLong(change -> (long) Math.rint(change * stepsPerUnit))
                .toArray();
    }

    /** How often each of {@link #values} occurred. */
    public long[] counts() {
        return Arrays.stream(ascending())
                .mapToLong(change -> counts[slot(change)])
                .toArray();
    }

    /** How many changes are at or below the limit, in steps. */
    public long atMost(long limit, long stepsPerUnit) {
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i] != 0 && Math.rint(changes[i] * stepsPerUnit) <= limit ? counts[i] : 0;
        }
        return n;
    }

    /** How many changes are at or above the limit, in steps. */
    public long atLeast(long limit, long stepsPerUnit) {
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i] != 0 && Math.rint(changes[i] * stepsPerUnit) >= limit ? counts[i] : 0;
        }
        return n;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        if (numbered.length > 0) {
            ValueTally plain = new ValueTally();
            plain.addAll(this);
            plain.write(out);
        } else {
            write(out);
        }
    }

    private void write(ObjectOutputStream out) throws IOException {
        Packed packed = new Packed();
        packed.put(size);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                packed.put(Double.doubleToRawLongBits(changes[i]));
                packed.put(counts[i]);
            }
        }
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        numbered = new long[0];
        Packed packed = Packed.read(in);
        int distinct = packed.nextInt();
        int room = Math.max(8, 4 * Integer.highestOneBit(distinct));
        changes = new double[room];
        counts = new long[room];
        for (int i = 0; i < distinct; i++) {
            double change = Double.longBitsToDouble(packed.next());
            add(change, packed.next());
        }
    }
}
