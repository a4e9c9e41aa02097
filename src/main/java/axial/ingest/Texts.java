package axial.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The texts that one column held lately, so that one that comes again is the same object and costs no memory. A column
 * whose texts hardly come again is left alone.
 */
final class Texts {
    private static final int BITS = 11;

    /** Texts of so many characters of one byte fit two numbers, together with their length. */
    private static final int LONGEST = 2 * Long.BYTES - 1;

    private static final int TRIED = 1 << 13;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final @Nullable Word[] lately = new Word[1 << BITS];
    private int seen = 0;
    private int again = 0;

    /** A text that may come again; null for one that is not remembered. */
    @Nullable
    Word of(char[] buffer, int from, int count) {
        if (count > LONGEST || (seen >= TRIED && again < seen / 2)) {
            return null;
        }
        int half = from + Math.min(count, Long.BYTES);
        int wide = 0;
        long first = 0;
        for (int i = from; i < half; i++) {
            wide |= buffer[i];
            first = first << Byte.SIZE | buffer[i];
        }
        long second = count;
        for (int i = half; i < from + count; i++) {
            wide |= buffer[i];
            second = second << Byte.SIZE | buffer[i];
        }
        return wide > 0xff ? null : word(first, second, buffer, from, count);
    }

    private Word word(long first, long second, char[] buffer, int from, int count) {
        int slot = (int) ((first * SPREAD ^ second * ~SPREAD) >>> Long.SIZE - BITS);
        Word known = lately[slot];
        seen++;
        if (known != null && known.is(first, second)) {
            again++;
            return known;
        }
        Word word = new Word(new String(buffer, from, count), first, second);
        lately[slot] = word;
        return word;
    }
}
