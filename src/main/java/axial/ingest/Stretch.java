package axial.ingest;

import java.io.Serializable;

/**
 * A stretch of a file's bytes that holds whole records.
 *
 * @param from the first byte
 * @param to the first byte after it
 * @param line of the file, from 1, in which it begins
 */
record Stretch(long from, long to, long line) implements Serializable {
    private static final Stretch WHOLE = new Stretch(0, Long.MAX_VALUE, 1);

    /** Everything in the file. */
    static Stretch whole() {
        return WHOLE;
    }

    /** Whether other bytes come before it, among them the header. */
    boolean isLater() {
        return from > 0;
    }
}
