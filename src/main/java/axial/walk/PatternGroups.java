package axial.walk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** By window; counted when somebody asks, for all windows at once. */
    private int @Nullable [][] followed;

    private long @Nullable [][] changes;

    PatternGroups(PatternsOfOutcome patterns) {
        this.patterns = patterns;
        this.combinations = patterns.combinations();
        int size = patterns.size();
        int[] steps = IntStream.range(0, size).map(patterns::baseline).toArray();
        this.baselines = Arrays.stream(steps).sorted().distinct().toArray();
        int[] ofBaseline = Arrays.stream(steps)
                .map(own -> Arrays.binarySearch(baselines, own))
                .toArray();
        CovariateKinds kinds = patterns.kinds();
        Tuples tuples = new Tuples(kinds.numbers());
        int[] tuple = tuples(kinds, tuples);
        int[] ascending = ascending(tuples, kinds.numbers());
        this.numbers = new int[ascending.length][kinds.numbers()];
        int[] rank = new int[ascending.length];
        for (int r = 0; r < rank.length; r++) {
            int of = ascending[r];
            rank[of] = r;
            Arrays.setAll(numbers[r], n -> tuples.value(of, n));
        }
        int[] numbersOfKind = Arrays.stream(tuple).map(t -> rank[t]).toArray();
        int[] groupOfKind = IntStream.range(0, kinds.size())
                .map(kind -> kinds.arm(kind) * combinations.size() + kinds.combination(kind))
                .toArray();
        int[] inOrder = sorted(sorted(IntStream.range(0, kinds.size()).toArray(), numbersOfKind), groupOfKind);
        int[] placeOfKind = new int[inOrder.length];
        for (int place = 0; place < inOrder.length; place++) {
            placeOfKind[inOrder[place]] = place;
        }
        int[] ofKind =
                IntStream.range(0, size).map(p -> placeOfKind[patterns.kind(p)]).toArray();
        this.order = sorted(sorted(IntStream.range(0, size).toArray(), ofBaseline), ofKind);
        this.baselineOf = inOrder(p -> ofBaseline[p]);
        int[] runs = inOrder(patterns::kind);
        this.firstPattern = starts(size, i -> runs[i] != runs[i - 1]);
        int[] kindOfRun = Arrays.stream(firstPattern, 0, firstPattern.length - 1)
                .map(i -> runs[i])
                .toArray();
        this.numbersOf =
                Arrays.stream(kindOfRun).map(kind -> numbersOfKind[kind]).toArray();
        int[] groups = Arrays.stream(kindOfRun).map(kind -> groupOfKind[kind]).toArray();
        this.firstRun = starts(groups.length, r -> groups[r] != groups[r - 1]);
        this.groupOf = Arrays.stream(firstRun, 0, firstRun.length - 1)
                .map(r -> groups[r])
                .toArray();
        this.episodes = inOrder(patterns::episodes);
    }

    /** Where those begin that differ from the one before, and where the last ends. */
    private static int[] starts(int size, IntPredicate differs) {
        return IntStream.rangeClosed(0, size)
                .filter(i -> i == 0 || i == size || differs.test(i))
                .distinct()
                .toArray();
    }

    private static int[] tuples(CovariateKinds kinds, Tuples tuples) {
        int[] of = new int[kinds.size()];
        int[] tuple = new int[kinds.numbers()];
        for (int kind = 0; kind < of.length; kind++) {
            for (int n = 0; n < tuple.length; n++) {
                tuple[n] = kinds.number(n, kind);
            }
            of[kind] = tuples.of(tuple);
        }
        return of;
    }

    private static int[] ascending(Tuples tuples, int numbers) {
        Comparator<Integer> byNumbers = (one, other) -> 0;
        for (int n = 0; n < numbers; n++) {
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

    private int[] inOrder(IntUnaryOperator ofPattern) {
        return Arrays.stream(order).map(ofPattern).toArray();
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

    /** By pattern how many episodes it has. */
    public int[] episodes() {
        return episodes;
    }

    /** By pattern how many of them were followed, in an outcome × window, outcome first. */
    public int[] followed(int outcomeWindow) {
        int[][] known = followed;
        if (known == null) {
            known = new int[patterns.windows()][order.length];
            for (int i = 0; i < order.length; i++) {
                for (int w = 0; w < known.length; w++) {
                    known[w][i] = patterns.followed(w, order[i]);
                }
            }
            followed = known;
        }
        return known[outcomeWindow % known.length];
    }

    /** By pattern the sum of their changes, in steps. */
    public long[] changes(int outcomeWindow) {
        long[][] known = changes;
        if (known == null) {
            known = new long[patterns.windows()][order.length];
            for (int i = 0; i < order.length; i++) {
                for (int w = 0; w < known.length; w++) {
                    known[w][i] = patterns.changes(w, order[i]);
                }
            }
            changes = known;
        }
        return known[outcomeWindow % known.length];
    }

    /** By pattern the sum of the squares of their changes, in steps. */
    public long[] squares(int outcomeWindow) {
        int window = outcomeWindow % patterns.windows();
        return Arrays.stream(order)
                .mapToLong(pattern -> patterns.squares(window, pattern))
                .toArray();
    }
}
