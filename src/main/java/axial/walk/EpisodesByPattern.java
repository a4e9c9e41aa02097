package axial.walk;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The episodes of a block, pattern by pattern: a model passes over those of its patterns alone, and what it reads of them
 * lies in the order in which it is read.
 */
public final class EpisodesByPattern {
    private final CovariatePatterns patterns;
    private final OfOutcome[] outcomes;

    /** @param patternOf by outcome and episode its pattern; negative where it has no baseline */
    EpisodesByPattern(CovariatePatterns patterns, EpisodeBlock episodes, int[][] patternOf) {
        this.patterns = patterns;
        this.outcomes = IntStream.range(0, patternOf.length)
                .mapToObj(o -> of(o, patterns.ofOutcome(o).groups().places(), episodes, patternOf[o]))
                .toArray(OfOutcome[]::new);
    }

    private static OfOutcome of(int outcome, int[] places, EpisodeBlock episodes, int[] patternOf) {
        int[] start = new int[places.length + 1];
        for (int pattern : patternOf) {
            if (pattern >= 0) {
                start[places[pattern] + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        int[] order = new int[start[places.length]];
        int windows = episodes.windows();
        int[][] changes = new int[windows][order.length];
        for (int e = 0; e < patternOf.length; e++) {
            if (patternOf[e] >= 0) {
                int at = next[places[patternOf[e]]]++;
                order[at] = e;
                for (int w = 0; w < windows; w++) {
                    changes[w][at] = episodes.change(outcome * windows + w, e);
                }
            }
        }
        return new OfOutcome(start, order, changes);
    }

    /** The patterns of the block. */
    public CovariatePatterns patterns() {
        return patterns;
    }

    public OfOutcome ofOutcome(int outcome) {
        return outcomes[outcome];
    }

    /** By outcome and place what there is of each episode of the block. */
    public int[][] inOrder(int[] ofEpisodes) {
        return Arrays.stream(outcomes)
                .map(outcome -> Arrays.stream(outcome.episodes())
                        .map(episode -> ofEpisodes[episode])
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * Those with a baseline of an outcome.
     *
     * @param start by pattern, in the order of {@link PatternGroups}, the place of its first episode, and after the last pattern that of none
     * @param episodes by place the episode's number in the block
     * @param changes by window and place, in steps
     */
    @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
    public record OfOutcome(int[] start, int[] episodes, int[][] changes) {
        /** The changes of an outcome × window, outcome first, by place. */
        public int[] changesOf(int outcomeWindow) {
            return changes[outcomeWindow % changes.length];
        }
    }
}
