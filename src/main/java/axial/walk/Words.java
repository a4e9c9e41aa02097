package axial.walk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct words of a text column, each with a number in the order of their turning up. */
public final class Words implements Serializable {
    private static final long serialVersionUID = 1;

    /** The number where no word is recorded. */
    public static final int NONE = -1;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word; a new one where it is new. */
    public int code(String word) {
        Integer known = codes.get(word);
        if (known != null) {
            return known;
        }
        codes.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    /** The number of a word; {@link #NONE} where it never turned up. */
    public int known(String word) {
        return codes.getOrDefault(word, NONE);
    }

    /** The numbers here of all words there, by their numbers there. */
    int[] codes(Words there) {
        int[] codes = new int[there.size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = code(there.word(code));
        }
        return codes;
    }

    /** The word with the number; empty for {@link #NONE}. */
    public String word(int code) {
        return code == NONE ? "" : words.get(code);
    }

    /** How many words there are. */
    public int size() {
        return words.size();
    }
}
