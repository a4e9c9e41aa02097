package axial.evidence;

import axial.evidence.Strata.Level;
import axial.walk.EpisodeBlock;
import axial.walk.LevelCombinations;
import axial.walk.WalkPlan;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many episodes of each arm lie in each stratum and in each pair of strata, how many of a stratum were followed, and
 * the sum of all baselines; beside them the sums of each practitioner. Counts of several parts are merged by {@link #addAll}.
 */
public final class EpisodeCounts implements Serializable {
    private static final long serialVersionUID = 1;

    /** One arm in one stratum: per outcome those with a baseline, per outcome × window those followed. */
    private record Followed(int arm, Level level) implements Serializable {}

    /** One arm in two strata. */
    record Pair(int arm, Level one, Level other) implements Serializable {}

    private final Strata strata;
    private final int outcomes;
    private final int windows;
    private final Map<Followed, long[]> followed = new HashMap<>();
    private final Map<Pair, long[]> pairs = new HashMap<>();
    private final Map<Integer, long[]> baselines = new HashMap<>();
    private final PractitionerSums practitioners;

    EpisodeCounts(Strata strata, WalkPlan plan, PractitionerSums practitioners) {
        this(strata, plan.outcomes().size(), plan.windows().size(), practitioners);
    }

    private EpisodeCounts(Strata strata, int outcomes, int windows, PractitionerSums practitioners) {
        this.strata = strata;
        this.practitioners = practitioners;
        this.outcomes = outcomes;
        this.windows = windows;
    }

    /** Counts of the same strata in which nobody is counted yet. */
    public EpisodeCounts none() {
        return new EpisodeCounts(strata, outcomes, windows, practitioners.none());
    }

    /** Counts the episodes of a block: those of one arm and combination of levels first, then every stratum of theirs at once. */
    public void add(EpisodeBlock episodes) {
        practitioners.add(episodes);
        LevelCombinations combinations = LevelCombinations.noneOf(episodes);
        int[] combination = combinations.of(episodes);
        List<String[]> levels = combinations.inWords();
        Map<Integer, StratumTally> tallies = new HashMap<>();
        for (int e = 0; e < combination.length; e++) {
            tallies.computeIfAbsent(
                            episodes.arm(e) * levels.size() + combination[e],
                            k -> new StratumTally(strata, outcomes, windows))
                    .add(episodes, e);
        }
        tallies.forEach((key, tally) -> add(key / levels.size(), levels.get(key % levels.size()), tally));
    }

    private void add(int arm, String[] combination, StratumTally tally) {
        addTo(baselines, arm, tally.baselines());
        for (int third = 0; third < Strata.SEVERITIES; third++) {
            addTo(followed, new Followed(arm, Strata.severity(third)), tally.followed(third));
        }
        for (Level level : strata.categories(combination)) {
            addTo(followed, new Followed(arm, level), tally.followed());
        }
        tally.eachAge((age, third, n) -> {
            List<Level> levels = strata.levels(age, third, combination);
            for (int i = 0; i < levels.size(); i++) {
                for (int j = i + 1; j < levels.size(); j++) {
                    addTo(pairs, new Pair(arm, levels.get(i), levels.get(j)), new long[] {n});
                }
            }
        });
    }

    /** Adds what was counted elsewhere. */
    public void addAll(EpisodeCounts other) {
        practitioners.addAll(other.practitioners);
        merge(followed, other.followed);
        merge(pairs, other.pairs);
        merge(baselines, other.baselines);
    }

    private static <K> void merge(Map<K, long[]> here, Map<K, long[]> there) {
        there.forEach((key, counts) -> addTo(here, key, counts));
    }

    private static <K> void addTo(Map<K, long[]> sums, K key, long[] counts) {
        long[] mine = sums.computeIfAbsent(key, k -> new long[counts.length]);
        for (int i = 0; i < mine.length; i++) {
            mine[i] += counts[i];
        }
    }

    /** Per stratum how many of the arms have a baseline of the outcome, and how many of them were followed. */
    Map<Level, long[]> followed(List<Integer> arms, int outcome, int window) {
        Map<Level, long[]> found = new TreeMap<>();
        followed.forEach((key, counts) -> {
            if (arms.contains(key.arm()) && counts[outcome] > 0) {
                long[] sums = found.computeIfAbsent(key.level(), l -> new long[2]);
                sums[0] += counts[outcome];
                sums[1] += counts[outcomes + outcome * windows + window];
            }
        });
        return found;
    }

    /** The sums of each practitioner. */
    PractitionerSums practitioners() {
        return practitioners;
    }

    /** How many episodes of each arm lie in each pair of strata. */
    Map<Pair, long[]> pairs() {
        return Collections.unmodifiableMap(pairs);
    }

    /** The sum of all baselines of the arms, in steps. */
    long baselines(List<Integer> arms, int outcome) {
        return arms.stream()
                .mapToLong(arm -> baselines.getOrDefault(arm, new long[outcomes])[outcome])
                .sum();
    }
}
