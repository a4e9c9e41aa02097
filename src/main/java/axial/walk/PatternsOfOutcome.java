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
    private static final int KIND = 0;
    private static final int BASELINE = 1;
    private static final int PER_WINDOW = 3;

    private final int outcome;
    private final CovariateKinds kinds;
    private final int windows;
    private final int width;
    private final Tuples patterns = new Tuples(2);

    /** By pattern how many there are, then by window how many were followed, the sum of their changes and that of the squares. */
    private transient long[] counts;

    private transient @Nullable PatternGroups groups;

    PatternsOfOutcome(int outcome, CovariateKinds kinds, int windows) {
        this.outcome = outcome;
        this.kinds = kinds;
        this.windows = windows;
        this.width = 1 + PER_WINDOW * windows;
        this.counts = new long[16 * width];
    }

    PatternsOfOutcome none(CovariateKinds of) {
        return new PatternsOfOutcome(outcome, of, windows);
    }

    /** Adds episodes, and tells of each which pattern it is of; -1 where it has no baseline. */
    int[] addAll(EpisodeBlock episodes, int[] kind) {
        int[] of = new int[kind.length];
        int[] tuple = new int[2];
        for (int e = 0; e < of.length; e++) {
            of[e] = -1;
            int baseline = episodes.baseline(outcome, e);
            if (baseline != Scaled.MISSING) {
                tuple[KIND] = kind[e];
                tuple[BASELINE] = baseline;
                of[e] = pattern(tuple);
                add(episodes, e, of[e]);
            }
        }
        return of;
    }

    private void add(EpisodeBlock episodes, int episode, int pattern) {
        int at = pattern * width;
        counts[at++]++;
        for (int w = outcome * windows; w < (outcome + 1) * windows; w++, at += PER_WINDOW) {
            long change = episodes.change(w, episode);
            if (change != Scaled.MISSING) {
                counts[at]++;
                counts[at + 1] += change;
                counts[at + 2] += change * change;
            }
        }
    }

    /** Adds those of others, whose kinds have these numbers here. */
    void addAll(PatternsOfOutcome others, int[] kind) {
        for (int pattern = 0; pattern < others.size(); pattern++) {
            add(others, pattern, kind[others.kind(pattern)]);
        }
    }

    /** Adds a pattern of others, whose kind has this number here. */
    void add(PatternsOfOutcome others, int pattern, int kind) {
        int to = pattern(new int[] {kind, others.baseline(pattern)}) * width;
        int from = pattern * width;
        for (int i = 0; i < width; i++) {
            counts[to + i] += others.counts[from + i];
        }
    }

    private int pattern(int[] tuple) {
        int pattern = patterns.of(tuple);
        if ((pattern + 1) * width > counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        return pattern;
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

    /** Who is alike in all but the baseline. */
    CovariateKinds kinds() {
        return kinds;
    }

    /** The number of a pattern's kind. */
    int kind(int pattern) {
        return patterns.value(pattern, KIND);
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
        return kinds.arm(kind(pattern));
    }

    /** The levels of each combination of levels of all categories that turned up. */
    public List<String[]> combinations() {
        return kinds.combinations().inWords();
    }

    /** The number of a pattern's combination. */
    public int combination(int pattern) {
        return kinds.combination(kind(pattern));
    }

    /** A number covariate, in steps. */
    public int number(int which, int pattern) {
        return kinds.number(which, kind(pattern));
    }

    /** The baseline, in steps. */
    public int baseline(int pattern) {
        return patterns.value(pattern, BASELINE);
    }

    /** How many episodes there are. */
    public int episodes(int pattern) {
        return (int) counts[pattern * width];
    }

    /** How many of them were followed in a window. */
    int followed(int window, int pattern) {
        return (int) counts[pattern * width + 1 + PER_WINDOW * window];
    }

    /** The sum of their changes, in steps. */
    long changes(int window, int pattern) {
        return counts[pattern * width + 2 + PER_WINDOW * window];
    }

    /** The sum of the squares of their changes, in steps. */
    long squares(int window, int pattern) {
        return counts[pattern * width + 3 + PER_WINDOW * window];
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Packed packed = new Packed();
        packed.put(size());
        packed.put(counts, 0, size() * width);
        packed.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Packed packed = Packed.read(in);
        int size = packed.nextInt();
        counts = new long[Math.max(16, size) * width];
        packed.next(counts, 0, size * width);
    }
}
