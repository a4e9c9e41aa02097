package axial.walk;

import axial.clinic.Scaled;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The covariate patterns of those who have a baseline of one outcome: how many, and per window how many were followed, and the sum of their changes. */
public final class PatternsOfOutcome implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ARM = 0;
    private static final int COMBINATION = 1;
    private static final int BASELINE = 2;
    private static final int NUMBERS = 3;
    private static final int PER_WINDOW = 3;

    private final int outcome;
    private final LevelCombinations combinations;
    private final int numbers;
    private final int windows;
    private final int width;
    private final Tuples patterns;

    /** By what is counted, then by pattern: a model reads one window of all patterns. */
    private transient long[][] counts;

    private transient @Nullable PatternGroups groups;

    PatternsOfOutcome(int outcome, LevelCombinations combinations, int numbers, int windows) {
        this.outcome = outcome;
        this.combinations = combinations;
        this.numbers = numbers;
        this.windows = windows;
        this.width = 1 + PER_WINDOW * windows;
        this.patterns = new Tuples(NUMBERS + numbers);
        this.counts = new long[width][16];
    }

    PatternsOfOutcome none(LevelCombinations of) {
        return new PatternsOfOutcome(outcome, of, numbers, windows);
    }

    /** Adds episodes, and tells of each which pattern it is of; -1 where it has no baseline. */
    int[] addAll(EpisodeBlock episodes, int[] combination) {
        int[] of = new int[combination.length];
        int[] tuple = new int[NUMBERS + numbers];
        for (int e = 0; e < of.length; e++) {
            of[e] = -1;
            if (episodes.baseline(outcome, e) != Scaled.MISSING) {
                tuple[ARM] = episodes.arm(e);
                tuple[COMBINATION] = combination[e];
                tuple[BASELINE] = episodes.baseline(outcome, e);
                for (int n = 0; n < numbers; n++) {
                    tuple[NUMBERS + n] = episodes.number(n, e);
                }
                of[e] = pattern(tuple);
                add(episodes, e, of[e]);
            }
        }
        return of;
    }

    private void add(EpisodeBlock episodes, int episode, int pattern) {
        counts[0][pattern]++;
        for (int w = 0, at = 1; w < windows; w++, at += PER_WINDOW) {
            long change = episodes.change(outcome * windows + w, episode);
            if (change != Scaled.MISSING) {
                counts[at][pattern]++;
                counts[at + 1][pattern] += change;
                counts[at + 2][pattern] += change * change;
            }
        }
    }

    /** Adds those of others, whose combinations have these numbers here. */
    void addAll(PatternsOfOutcome others, int[] combination) {
        int[] tuple = new int[NUMBERS + numbers];
        for (int pattern = 0; pattern < others.size(); pattern++) {
            others.read(pattern, tuple);
            tuple[COMBINATION] = combination[tuple[COMBINATION]];
            add(others, pattern, pattern(tuple));
        }
    }

    /** Adds a pattern of others of the same combinations. */
    void add(PatternsOfOutcome others, int pattern) {
        int[] tuple = new int[NUMBERS + numbers];
        others.read(pattern, tuple);
        add(others, pattern, pattern(tuple));
    }

    private void add(PatternsOfOutcome others, int pattern, int here) {
        for (int i = 0; i < width; i++) {
            counts[i][here] += others.counts[i][pattern];
        }
    }

    private void read(int pattern, int[] tuple) {
        for (int i = 0; i < tuple.length; i++) {
            tuple[i] = patterns.value(pattern, i);
        }
    }

    private int pattern(int[] tuple) {
        int pattern = patterns.of(tuple);
        if (pattern == counts[0].length) {
            Arrays.setAll(counts, i -> Arrays.copyOf(counts[i], 2 * pattern));
        }
        return pattern;
    }

    /** A number that is the same for all patterns of an arm and combination of levels, wherever they were met. */
    int hash(int pattern, int[] ofCombinations) {
        return (31 * ofCombinations[combination(pattern)] + arm(pattern)) * 0x9e3779b9 >>> 8;
    }

    /** The patterns in groups, of which nothing more may be added. */
    public synchronized PatternGroups groups() {
        PatternGroups known = groups;
        if (known == null) {
            known = new PatternGroups(this);
            groups = known;
        }
        return known;
    }

    /** How many number covariates there are. */
    int numbers() {
        return numbers;
    }

    /** How many windows there are. */
    int windows() {
        return windows;
    }

    /** How many patterns there are. */
    public int size() {
        return patterns.size();
    }

    public int arm(int pattern) {
        return patterns.value(pattern, ARM);
    }

    /** The levels of each combination of levels of all categories that turned up. */
    public List<String[]> combinations() {
        return combinations.inWords();
    }

    /** The number of a pattern's combination. */
    public int combination(int pattern) {
        return patterns.value(pattern, COMBINATION);
    }

    /** A number covariate, in steps. */
    public int number(int which, int pattern) {
        return patterns.value(pattern, NUMBERS + which);
    }

    /** The baseline, in steps. */
    public int baseline(int pattern) {
        return patterns.value(pattern, BASELINE);
    }

    /** How many episodes there are. */
    public int episodes(int pattern) {
        return (int) counts[0][pattern];
    }

    /** How many of them were followed in a window. */
    int followed(int window, int pattern) {
        return (int) counts[1 + PER_WINDOW * window][pattern];
    }

    /** The sum of their changes, in steps. */
    long changes(int window, int pattern) {
        return counts[2 + PER_WINDOW * window][pattern];
    }

    /** The sum of the squares of their changes, in steps. */
    long squares(int window, int pattern) {
        return counts[3 + PER_WINDOW * window][pattern];
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(size());
        for (long[] column : counts) {
            packed.put(column, 0, size());
        }
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        int size = packed.nextInt();
        counts = new long[width][Math.max(16, size)];
        for (long[] column : counts) {
            packed.next(column, 0, size);
        }
    }
}
