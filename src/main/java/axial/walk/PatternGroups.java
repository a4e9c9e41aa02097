package axial.walk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The covariate patterns of an outcome in order. Those of one arm and one combination of levels are a group, those of a
 * group with the same numbers a run, and in a run they stand by baseline. What a model works out of levels, of numbers or
 * of baselines it so works out once for each of these, of which there are far fewer than patterns.
 */
public final class PatternGroups {
    private final PatternsOfOutcome patterns;
    private final List<String[]> combinations;
    private final int[] baselines;
    private final int[][] numbers;
    private final int[] order;
    private final int[] baselineOf;
    private final int[] firstPattern;
    private final int[] numbersOf;
    private final int[] firstRun;
    private final int[] groupOf;
    private final int[] episodes;
    private final int[][] followed;
    private final long[][] changes;
    private final long[][] squares;

    PatternGroups(PatternsOfOutcome patterns) {
        this.patterns = patterns;
        this.combinations = patterns.combinations();
        int size = patterns.size();
        int[] ofBaseline = new int[size];
        Arrays.setAll(ofBaseline, patterns::baseline);
        this.baselines = Arrays.stream(ofBaseline).sorted().distinct().toArray();
        Arrays.setAll(ofBaseline, p -> Arrays.binarySearch(baselines, ofBaseline[p]));
        Tuples tuples = new Tuples(patterns.numbers());
        int[] ofNumbers = tuples(tuples);
        int[] ascending = ascending(tuples);
        this.numbers = new int[ascending.length][patterns.numbers()];
        int[] rank = new int[ascending.length];
        for (int r = 0; r < rank.length; r++) {
            int tuple = ascending[r];
            rank[tuple] = r;
            Arrays.setAll(numbers[r], n -> tuples.value(tuple, n));
        }
        Arrays.setAll(ofNumbers, p -> rank[ofNumbers[p]]);
        int[] ofGroup = new int[size];
        Arrays.setAll(ofGroup, p -> patterns.arm(p) * combinations.size() + patterns.combination(p));
        int[] sorted = IntStream.range(0, size).toArray();
        for (int[] by : List.of(ofBaseline, ofNumbers, ofGroup)) {
            sorted = sorted(sorted, by);
        }
        this.order = sorted;
        this.baselineOf = inOrder(ofBaseline);
        int[] groups = inOrder(ofGroup);
        int[] inRun = inOrder(ofNumbers);
        int[] runs = IntStream.range(0, size)
                .filter(i -> i == 0 || groups[i] != groups[i - 1] || inRun[i] != inRun[i - 1])
                .toArray();
        this.numbersOf = Arrays.stream(runs).map(i -> inRun[i]).toArray();
        this.firstPattern = Arrays.copyOf(runs, runs.length + 1);
        firstPattern[runs.length] = size;
        int[] starts = IntStream.range(0, runs.length)
                .filter(r -> r == 0 || groups[runs[r]] != groups[runs[r - 1]])
                .toArray();
        this.groupOf = Arrays.stream(starts).map(r -> groups[runs[r]]).toArray();
        this.firstRun = Arrays.copyOf(starts, starts.length + 1);
        firstRun[starts.length] = runs.length;
        int windows = patterns.windows();
        this.episodes = new int[size];
        this.followed = new int[windows][size];
        this.changes = new long[windows][size];
        this.squares = new long[windows][size];
        count();
    }

    private void count() {
        for (int i = 0; i < order.length; i++) {
            episodes[i] = patterns.episodes(order[i]);
            for (int w = 0; w < followed.length; w++) {
                followed[w][i] = patterns.followed(w, order[i]);
                changes[w][i] = patterns.changes(w, order[i]);
                squares[w][i] = patterns.squares(w, order[i]);
            }
        }
    }

    private int[] tuples(Tuples tuples) {
        int[] of = new int[patterns.size()];
        int[] tuple = new int[patterns.numbers()];
        for (int p = 0; p < of.length; p++) {
            for (int n = 0; n < tuple.length; n++) {
                tuple[n] = patterns.number(n, p);
            }
            of[p] = tuples.of(tuple);
        }
        return of;
    }

    private int[] ascending(Tuples tuples) {
        Comparator<Integer> byNumbers = (one, other) -> 0;
        for (int n = 0; n < patterns.numbers(); n++) {
            int place = n;
            byNumbers = byNumbers.thenComparingInt(tuple -> tuples.value(tuple, place));
        }
        return IntStream.range(0, tuples.size())
                .boxed()
                .sorted(byNumbers)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The same by ascending rank; equal ranks stay as they are. */
    private static int[] sorted(int[] order, int[] rank) {
        int[] next = new int[Arrays.stream(rank).max().orElse(0) + 2];
        for (int r : rank) {
            next[r + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[order.length];
        for (int p : order) {
            sorted[next[rank[p]]++] = p;
        }
        return sorted;
    }

    private int[] inOrder(int[] values) {
        return Arrays.stream(order).map(p -> values[p]).toArray();
    }

    /** The places here of the patterns by their numbers there. */
    int[] places() {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    /** How many patterns there are. */
    public int size() {
        return order.length;
    }

    /** How many groups there are. */
    public int groups() {
        return groupOf.length;
    }

    public int arm(int group) {
        return groupOf[group] / combinations.size();
    }

    /** The number of a group's combination of levels. */
    public int combination(int group) {
        return groupOf[group] % combinations.size();
    }

    /** The first run of a group; that of the group after the last is how many runs there are. */
    public int firstRun(int group) {
        return firstRun[group];
    }

    /** The place of a run's numbers among {@link #numbers}. */
    public int numbersOf(int run) {
        return numbersOf[run];
    }

    /** The first pattern of a run; that of the run after the last is how many patterns there are. */
    public int firstPattern(int run) {
        return firstPattern[run];
    }

    /** By pattern the place of its baseline among {@link #baselines}. */
    public int baselineOf(int pattern) {
        return baselineOf[pattern];
    }

    /** The levels of every combination of levels of all categories. */
    public List<String[]> combinations() {
        return combinations;
    }

    /** The baselines that turned up, ascending, in steps. */
    public int[] baselines() {
        return baselines.clone();
    }

    /** The number covariates that turned up together, ascending, in steps. */
    public int[][] numbers() {
        return numbers.clone();
    }

    /** How many episodes a pattern has. */
    public int episodes(int pattern) {
        return episodes[pattern];
    }

    /** How many of them were followed in a window of the outcome, by outcome × window, outcome first. */
    public int followed(int outcomeWindow, int pattern) {
        return followed[outcomeWindow % followed.length][pattern];
    }

    /** The sum of their changes, in steps. */
    public long changes(int outcomeWindow, int pattern) {
        return changes[outcomeWindow % changes.length][pattern];
    }

    /** The sum of the squares of their changes, in steps. */
    public long squares(int outcomeWindow, int pattern) {
        return squares[outcomeWindow % squares.length][pattern];
    }
}
