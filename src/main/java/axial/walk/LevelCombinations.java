package axial.walk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The combinations of levels of all categories that turned up, each with a number. */
public final class LevelCombinations implements Serializable {
    private static final long serialVersionUID = 1;

    private final Words[] levels;
    private final Tuples combinations;

    LevelCombinations(int categories) {
        levels = new Words[categories];
        Arrays.setAll(levels, c -> new Words());
        combinations = new Tuples(categories);
    }

    int categories() {
        return levels.length;
    }

    /** Those of a block of episodes, in which none has turned up yet. */
    public static LevelCombinations noneOf(EpisodeBlock episodes) {
        return new LevelCombinations(episodes.words().levels.length);
    }

    /** The combination of each episode of a block. */
    public int[] of(EpisodeBlock episodes) {
        int[][] codes = new int[levels.length][];
        Arrays.setAll(codes, c -> levels[c].codes(episodes.words().levels[c]));
        int[] combination = new int[episodes.size()];
        int[] tuple = new int[levels.length];
        for (int e = 0; e < combination.length; e++) {
            for (int c = 0; c < tuple.length; c++) {
                tuple[c] = codes[c][episodes.levelCode(c, e)];
            }
            combination[e] = combinations.of(tuple);
        }
        return combination;
    }

    /** The numbers here of all combinations there, by their numbers there. */
    int[] codes(LevelCombinations there) {
        int[][] codes = new int[levels.length][];
        Arrays.setAll(codes, c -> levels[c].codes(there.levels[c]));
        int[] here = new int[there.combinations.size()];
        int[] tuple = new int[levels.length];
        for (int t = 0; t < here.length; t++) {
            for (int c = 0; c < tuple.length; c++) {
                tuple[c] = codes[c][there.combinations.value(t, c)];
            }
            here[t] = combinations.of(tuple);
        }
        return here;
    }

    /** All combinations in words, by their numbers. */
    public List<String[]> inWords() {
        return IntStream.range(0, combinations.size())
                .mapToObj(t -> IntStream.range(0, levels.length)
                        .mapToObj(c -> levels[c].word(combinations.value(t, c)))
                        .toArray(String[]::new))
                .toList();
    }

    /** A number of each combination that depends on its words alone. */
    int[] hashes() {
        return inWords().stream().mapToInt(Arrays::hashCode).toArray();
    }
}
