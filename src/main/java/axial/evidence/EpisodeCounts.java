package axial.evidence;

import axial.clinic.Scaled;
import axial.evidence.Strata.Level;
import axial.walk.EpisodeRow;
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

    /** Counts one episode. */
    public void add(EpisodeRow episode) {
        practitioners.add(episode);
        for (int o = 0; o < outcomes; o++) {
            if (episode.baselines()[o] != Scaled.MISSING) {
                baselines.computeIfAbsent(episode.arm(), a -> new long[outcomes])[o] += episode.baselines()[o];
                count(episode, o, strata.severity(episode, o));
                for (Level level : strata.categories(episode)) {
                    count(episode, o, level);
                }
            }
        }
        List<Level> levels = strata.levels(episode);
        for (int i = 0; i < levels.size(); i++) {
            for (int j = i + 1; j < levels.size(); j++) {
                pairs.computeIfAbsent(new Pair(episode.arm(), levels.get(i), levels.get(j)), p -> new long[1])[0]++;
            }
        }
    }

    private void count(EpisodeRow episode, int outcome, Level level) {
        long[] counts =
                followed.computeIfAbsent(new Followed(episode.arm(), level), f -> new long[outcomes * (1 + windows)]);
        counts[outcome]++;
        for (int w = 0; w < windows; w++) {
            if (episode.changes()[outcome * windows + w] != Scaled.MISSING) {
                counts[outcomes + outcome * windows + w]++;
            }
        }
    }

    /** Adds what was counted elsewhere. */
    public void addAll(EpisodeCounts other) {
        practitioners.addAll(other.practitioners);
        merge(followed, other.followed);
        merge(pairs, other.pairs);
        merge(baselines, other.baselines);
    }

    private static <K> void merge(Map<K, long[]> here, Map<K, long[]> there) {
        there.forEach((key, counts) -> here.merge(key, counts.clone(), (mine, theirs) -> {
            for (int i = 0; i < mine.length; i++) {
                mine[i] += theirs[i];
            }
            return mine;
        }));
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
