package axial.walk;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The numbers that words have among the visits at hand, in terms of the numbers that they have in some sums: each word is
 * looked up once, not once an episode.
 */
final class Recoded {
    private static final int NOT_MET = Integer.MIN_VALUE;

    private int[] here = {};

    /**
     * The number of a word here.
     *
     * @param there its number among the visits; {@link Words#NONE} or more
     * @param word says which word has that number
     */
    int of(int there, Words words, IntFunction<String> word) {
        int at = there + 1; // none comes first
        if (at >= here.length) {
            int known = here.length;
            here = Arrays.copyOf(here, Math.max(at + 1, 2 * known));
            Arrays.fill(here, known, here.length, NOT_MET);
        }
        if (here[at] == NOT_MET) {
            here[at] = words.code(word.apply(there));
        }
        return here[at];
    }
}
