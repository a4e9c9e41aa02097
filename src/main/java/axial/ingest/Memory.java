package axial.ingest;

import org.jspecify.annotations.Nullable;

/** What some texts were read as lately, so that one that comes again need not be read again. */
final class Memory {
    private static final int SLOTS = 1 << 11;

    private final @Nullable String[] texts = new String[SLOTS];
    private final @Nullable Object[] values = new Object[SLOTS];

    /** The place at which the text is remembered, or would be. */
    static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }

    boolean knows(String text, int slot) {
        String known = texts[slot];
        return text == known || text.equals(known);
    }

    @Nullable
    Object value(int slot) {
        return values[slot];
    }

    void remember(String text, int slot, @Nullable Object value) {
        texts[slot] = text;
        values[slot] = value;
    }
}
