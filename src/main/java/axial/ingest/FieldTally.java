package axial.ingest;

import java.io.Serializable;
import java.math.BigDecimal;

/** How one clinic's scores in one field lie on the instrument's scale: counts of scores only. */
final class FieldTally implements Serializable {
    private static final long serialVersionUID = 1;

    /** Within the scale. */
    long within;

    /** Above the scale, but not above ten times its end. */
    long above;

    /** One bit for each stretch above the scale, as in {@link WatchedField#stretch}, in which there are scores. */
    long stretches;

    /** Above what a single direction of the neck can move; see {@link WatchedField#beyond}. */
    long beyond;

    long negative;
    long zero;

    /** Above zero, in the lowest tenth of the scale. */
    long low;

    /** Whole and odd. */
    long odd;

    /** Not whole. */
    long broken;

    /** In the upper half of the scale. */
    long upper;

    void add(WatchedField field, int steps) {
        within++;
        beyond += steps > field.beyond() ? 1 : 0;
        negative += steps < 0 ? 1 : 0;
        zero += steps == 0 ? 1 : 0;
        low += steps > 0 && steps - field.min() <= field.tenth() ? 1 : 0;
        long units = steps / field.unit();
        boolean whole = units * field.unit() == steps;
        odd += whole && (units & 1) != 0 ? 1 : 0;
        broken += whole ? 0 : 1;
        upper += steps > field.middle() ? 1 : 0;
    }

    void addAbove(WatchedField field, BigDecimal number) {
        above++;
        stretches |= 1L << field.stretch(number);
        beyond += field.beyond() < Long.MAX_VALUE ? 1 : 0;
    }

    /** Whether scores lie above the scale as another unit would put them, and not as one wrong word again and again. */
    boolean isSpreadAbove(int stretchesAtLeast) {
        return Long.bitCount(stretches) >= stretchesAtLeast;
    }

    long all() {
        return within + above;
    }

    /** Adds what another counted, or with -1 times takes it away; then the stretches stay as they are. */
    void addAll(FieldTally other, int times) {
        within += times * other.within;
        above += times * other.above;
        stretches |= times > 0 ? other.stretches : 0;
        beyond += times * other.beyond;
        negative += times * other.negative;
        zero += times * other.zero;
        low += times * other.low;
        odd += times * other.odd;
        broken += times * other.broken;
        upper += times * other.upper;
    }
}
