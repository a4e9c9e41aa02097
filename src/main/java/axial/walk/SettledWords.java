package axial.walk;

/** Words most of which are 0: a bit for each, and those that are not 0 in order, in 32 bits where all of them fit. */
final class SettledWords {
    private static final int[] NO_FEW = {};
    private static final long[] NO_MANY = {};

    private final long[] present;
    private final int[] few;
    private final long[] many;

    private SettledWords(long[] present, int[] few, long[] many) {
        this.present = present;
        this.few = few;
        this.many = many;
    }

    static SettledWords of(long[] words) {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        long[] present = new long[(length + 63) / 64];
        int size = 0;
        boolean wide = false;
        for (int i = 0; i < length; i++) {
            if (words[i] != 0) {
                present[i >> 6] |= 1L << i;
                size++;
                wide |= words[i] != (int) words[i];
            }
        }
        int[] few = wide ? NO_FEW : new int[size];
        long[] many = wide ? new long[size] : NO_MANY;
        for (int i = 0, at = 0; i < length; i++) {
            if (words[i] != 0) {
                if (wide) {
                    many[at++] = words[i];
                } else {
                    few[at++] = (int) words[i];
                }
            }
        }
        return new SettledWords(present, few, many);
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
        return at(at);
    }

    private long at(int place) {
        return many.length > 0 ? many[place] : few[place];
    }

    /** All words up to the last that is not 0. */
    long[] words() {
        long[] words = new long[present.length == 0 ? 0 : last() + 1];
        for (int of = 0, at = 0; of < present.length; of++) {
            for (long left = present[of]; left != 0; left &= left - 1) {
                words[of * 64 + Long.numberOfTrailingZeros(left)] = at(at++);
            }
        }
        return words;
    }

    private int last() {
        return present.length * 64 - 1 - Long.numberOfLeadingZeros(present[present.length - 1]);
    }

    void pack(Packed to) {
        to.put(present.length);
        to.put(present, 0, present.length);
        to.put(few.length);
        to.put(few, 0, few.length);
        to.put(many.length);
        to.put(many, 0, many.length);
    }

    static SettledWords unpack(Packed from) {
        long[] present = new long[from.nextInt()];
        from.next(present, 0, present.length);
        int[] few = new int[from.nextInt()];
        from.next(few, 0, few.length);
        long[] many = new long[from.nextInt()];
        from.next(many, 0, many.length);
        return new SettledWords(present, few, many);
    }
}
