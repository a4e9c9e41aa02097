package axial.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts texts that come again and again together, so that each is looked at once for many times. */
final class Repeats {
    private static final int SLOTS = 1 << 9;
    private static final int MOST_WORDS = 1 << 10;

    /** Takes a text that was met so many times. */
    @FunctionalInterface
    interface Counted {
        void accept(String text, long times);
    }

    private final Counted counted;
    private final @Nullable String[] texts = new String[SLOTS];
    private final long[] times = new long[SLOTS];
    private final List<Word> words = new ArrayList<>();

    Repeats(Counted counted) {
        this.counted = counted;
    }

    void add(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String waiting = texts[slot];
        if (waiting != null && (waiting == text || waiting.equals(text))) {
            times[slot]++;
            return;
        }
        settle(slot);
        texts[slot] = text;
        times[slot] = 1;
    }

    void add(Word word) {
        if (word.count()) {
            words.add(word);
            if (words.size() == MOST_WORDS) {
                settleWords();
            }
        }
    }

    /** Hands on every text that waits. */
    void settle() {
        for (int slot = 0; slot < SLOTS; slot++) {
            settle(slot);
        }
        settleWords();
    }

    private void settle(int slot) {
        String text = texts[slot];
        if (text != null) {
            counted.accept(text, times[slot]);
            texts[slot] = null;
        }
    }

    private void settleWords() {
        words.forEach(word -> counted.accept(word.text(), word.take()));
        words.clear();
    }
}
