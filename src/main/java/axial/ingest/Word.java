package axial.ingest;

import org.jspecify.annotations.Nullable;

/** A text that one column holds again and again, with what is known of it, so that nothing has to be looked up. */
final class Word {
    private final String text;
    private final long first;
    private final long second;
    private @Nullable FieldReader reader;
    private @Nullable Object value;
    private int times = 0;

    /**
     * @param first what the text begins with, packed
     * @param second the rest of it and its length, packed
     */
    Word(String text, long first, long second) {
        this.text = text;
        this.first = first;
        this.second = second;
    }

    String text() {
        return text;
    }

    boolean is(long begin, long rest) {
        return first == begin && second == rest;
    }

    /** Whether this reader knows what the text says. */
    boolean isReadBy(FieldReader one) {
        return reader == one;
    }

    @Nullable
    Object value() {
        return value;
    }

    /** Remembers what the text says to the first reader that asks. */
    void remember(FieldReader one, @Nullable Object said) {
        if (reader == null) {
            reader = one;
            value = said;
        }
    }

    /** Counts the text; true where it was not counted since it was taken. */
    boolean count() {
        return times++ == 0;
    }

    /** How often the text was counted since this was asked last. */
    int take() {
        int counted = times;
        times = 0;
        return counted;
    }
}
