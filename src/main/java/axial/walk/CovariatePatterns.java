package axial.walk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Episodes counted by covariate pattern (Hosmer and Lemeshow 1980): those of one arm, with the same levels of all
 * categories, the same numbers and the same baseline of an outcome. No propensity tells them apart, so that models pass
 * over patterns instead of episodes, of which a registry has many times more.
 */
public final class CovariatePatterns implements Serializable {
    private static final long serialVersionUID = 1;

    private final CovariateKinds kinds;
    private final PatternsOfOutcome[] outcomes;

    private CovariatePatterns(CovariateKinds kinds, Stream<PatternsOfOutcome> outcomes) {
        this.kinds = kinds;
        this.outcomes = outcomes.toArray(PatternsOfOutcome[]::new);
    }

    /** Those of a block of episodes. */
    public static CovariatePatterns of(EpisodeBlock episodes) {
        CovariatePatterns patterns = alike(episodes);
        patterns.addAll(episodes);
        return patterns;
    }

    /** What a block of episodes has of each outcome, pattern by pattern. */
    public static EpisodesByPattern ofEach(EpisodeBlock episodes) {
        CovariatePatterns patterns = alike(episodes);
        return new EpisodesByPattern(patterns, episodes, patterns.addAll(episodes));
    }

    private int[][] addAll(EpisodeBlock episodes) {
        int[] kind = kinds.of(episodes);
        return Arrays.stream(outcomes)
                .map(outcome -> outcome.addAll(episodes, kind))
                .toArray(int[][]::new);
    }

    private static CovariatePatterns alike(EpisodeBlock episodes) {
        CovariateKinds kinds = new CovariateKinds(LevelCombinations.noneOf(episodes), episodes.numbers());
        return new CovariatePatterns(
                kinds,
                IntStream.range(0, episodes.outcomes())
                        .mapToObj(o -> new PatternsOfOutcome(o, kinds, episodes.windows())));
    }

    /** None of the same kind. */
    public CovariatePatterns none() {
        return of(kinds.none());
    }

    private CovariatePatterns of(CovariateKinds none) {
        return new CovariatePatterns(none, Arrays.stream(outcomes).map(outcome -> outcome.none(none)));
    }

    /** Adds what others counted. */
    public void addAll(CovariatePatterns others) {
        int[] here = kinds.codes(others.kinds);
        for (int o = 0; o < outcomes.length; o++) {
            outcomes[o].addAll(others.outcomes[o], here);
        }
    }

    /** The same patterns in so many parts; those of an arm and combination of levels all go to one, wherever they were counted. */
    public List<CovariatePatterns> inParts(int parts) {
        List<CovariatePatterns> split = Stream.generate(
                        () -> of(new CovariateKinds(kinds.combinations(), kinds.numbers())))
                .limit(parts)
                .toList();
        int[] part = kinds.parts(parts);
        int[] there = new int[part.length];
        Arrays.setAll(there, kind -> split.get(part[kind]).kinds.code(kinds, kind));
        for (int o = 0; o < outcomes.length; o++) {
            for (int pattern = 0; pattern < outcomes[o].size(); pattern++) {
                int kind = outcomes[o].kind(pattern);
                split.get(part[kind]).outcomes[o].add(outcomes[o], pattern, there[kind]);
            }
        }
        return split;
    }

    /** Those of an outcome, of the episodes that have a baseline of it. */
    public PatternsOfOutcome ofOutcome(int outcome) {
        return outcomes[outcome];
    }
}
