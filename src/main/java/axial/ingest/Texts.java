package axial.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The texts that one column held lately, so that one that comes again is the same object and costs no memory. A column
 * whose texts hardly come again is left alone.
 */
final class Texts {
    private static final int SLOTS = 1 << 11;
    private static final int LONGEST = 40;
    private static final int TRIED = 1 << 13;

    private final @Nullable String[] lately = new String[SLOTS];
    private int seen = 0;
    private int again = 0;

    String of(char[] buffer, int from, int count) {
        if (count > LONGEST || (seen >= TRIED && again < seen / 2)) {
            return new String(buffer, from, count);
        }
        int hash = 0;
        for (int i = from; i < from + count; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = lately[slot];
        seen++;
        if (known != null && is(known, buffer, from, count)) {
            again++;
            return known;
        }
        String text = new String(buffer, from, count);
        lately[slot] = text;
        return text;
    }

    private static boolean is(String text, char[] buffer, int from, int count) {
        if (text.length() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
