package axial.walk;

import org.jspecify.annotations.Nullable;

/**
 * Words most of which are 0: a bit for each, the lower halves of those that are not 0 in order, and in the same way what
 * their upper halves differ from their sign, which is nothing for most.
 */
final class SettledWords {
    private final long[] present;
    private final int[] lower;
    private final @Nullable SettledWords upper;

    private SettledWords(long[] present, int[] lower, @Nullable SettledWords upper) {
        this.present = present;
        this.lower = lower;
        this.upper = upper;
    }

    static SettledWords of(long[] words) {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        long[] present = new long[(length + 63) / 64];
        int size = 0;
        int wide = 0;
        for (int i = 0; i < length; i++) {
            if (words[i] != 0) {
                present[i >> 6] |= 1L << i;
                size++;
                wide = words[i] == (int) words[i] ? wide : i + 1;
            }
        }
        int[] lower = new int[size];
        long[] rest = new long[wide];
        for (int i = 0, at = 0; i < length; i++) {
            if (words[i] != 0) {
                lower[at++] = (int) words[i];
            }
            if (i < wide) {
                rest[i] = words[i] - (int) words[i] >> 32;
            }
        }
        return new SettledWords(present, lower, wide == 0 ? null : of(rest));
    }

    long word(int index) {
        int of = index >> 6;
        if (of >= present.length || (present[of] >>> index & 1) == 0) {
            return 0;
        }
        int at = Long.bitCount(present[of] & (1L << index) - 1);
        for (int i = 0; i < of; i++) {
            at += Long.bitCount(present[i]);
        }
        return lower[at] + (upper == null ? 0 : upper.word(index) << 32);
    }

    /** All words up to the last that is not 0. */
    long[] words() {
        long[] words = new long[present.length == 0 ? 0 : last() + 1];
        addTo(words, 0);
        return words;
    }

    private void addTo(long[] words, int shift) {
        for (int of = 0, at = 0; of < present.length; of++) {
            for (long left = present[of]; left != 0; left &= left - 1) {
                words[of * 64 + Long.numberOfTrailingZeros(left)] += (long) lower[at++] << shift;
            }
        }
        if (upper != null) {
            upper.addTo(words, shift + 32);
        }
    }

    private int last() {
        return present.length * 64 - 1 - Long.numberOfLeadingZeros(present[present.length - 1]);
    }

    void pack(Packed to) {
        to.put(present.length);
        to.put(present, 0, present.length);
        to.put(lower.length);
        to.put(lower, 0, lower.length);
        to.put(upper == null ? 0 : 1);
        if (upper != null) {
            upper.pack(to);
        }
    }

    static SettledWords unpack(Packed from) {
        long[] present = new long[from.nextInt()];
        from.next(present, 0, present.length);
        int[] lower = new int[from.nextInt()];
        from.next(lower, 0, lower.length);
        return new SettledWords(present, lower, from.nextInt() == 0 ? null : unpack(from));
    }
}
