package axial.sums;

import axial.clinic.Scaled;
import axial.walk.Design;
import axial.walk.Design.Column;
import axial.walk.Design.Kind;
import axial.walk.PatternGroups;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What some columns of a design hold over grouped patterns. Those of levels, the intercept and the arm are 0 or 1, and
 * constant in a group and side, which is the kind 2 · combination + side; numbers are constant in a run; the baseline is not.
 */
final class ModelColumns {
    /** Where a model has no such column. */
    static final int NONE = -1;

    private final PatternGroups patterns;
    private final Column[] columns;
    private final int[][] ones;
    private final int baseline;
    private final double[] baselines;
    private final int[] numbers;
    private final double[][] values;

    ModelColumns(PatternGroups patterns, Design design, int[] wanted) {
        this.patterns = patterns;
        this.columns = IntStream.of(wanted).mapToObj(design.columns()::get).toArray(Column[]::new);
        this.baseline = IntStream.range(0, columns.length)
                .filter(i -> columns[i].kind() == Kind.BASELINE)
                .findFirst()
                .orElse(NONE);
        this.baselines = Arrays.stream(patterns.baselines())
                .mapToDouble(steps -> baseline == NONE ? 0 : Design.number(columns[baseline], steps))
                .toArray();
        this.numbers = IntStream.range(0, columns.length)
                .filter(i -> columns[i].kind() == Kind.NUMBER)
                .toArray();
        this.values = Arrays.stream(patterns.numbers()).map(this::numbers).toArray(double[][]::new);
        boolean hasArm = Arrays.stream(columns).anyMatch(column -> column.kind() == Kind.ARM);
        List<String[]> combinations = patterns.combinations();
        this.ones = new int[2 * combinations.size()][];
        for (int c = 0; c < combinations.size(); c++) {
            ones[2 * c] = ones(combinations.get(c), false);
            ones[2 * c + 1] = hasArm ? ones(combinations.get(c), true) : ones[2 * c];
        }
    }

    private double[] numbers(int[] steps) {
        return Arrays.stream(numbers)
                .mapToDouble(i -> {
                    int own = steps[columns[i].source()];
                    return own == Scaled.MISSING ? Double.NaN : Design.number(columns[i], own);
                })
                .toArray();
    }

    private int[] ones(String[] levels, boolean inArm) {
        int[] found = new int[columns.length];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            boolean one = switch (columns[i].kind()) {
                case ONE -> true;
                case ARM -> inArm;
                case LEVEL -> columns[i].level().equals(levels[columns[i].source()]);
                case BASELINE, NUMBER -> false;
            };
            if (one) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Of which combinations of levels something holds. */
    boolean[] where(Predicate<String[]> holds) {
        boolean[] where = new boolean[ones.length / 2];
        for (int c = 0; c < where.length; c++) {
            where[c] = holds.test(patterns.combinations().get(c));
        }
        return where;
    }

    /** How many columns there are. */
    int width() {
        return columns.length;
    }

    /** How many kinds there may be. */
    int kinds() {
        return ones.length;
    }

    /** The columns that are 1 in rows of a kind, ascending. */
    int[] ones(int kind) {
        return ones[kind];
    }

    /** The place of the column of the baseline; {@link #NONE} where there is none. */
    int baselineColumn() {
        return baseline;
    }

    /** What that column holds, by the places of {@link PatternGroups#baselines}; 0 where there is none. */
    double[] baselines() {
        return baselines;
    }

    /** The places of the columns of numbers, ascending. */
    int[] numberColumns() {
        return numbers;
    }

    /** What these columns hold, by the places of {@link PatternGroups#numbers}; NaN where a number is missing. */
    double[][] numbers() {
        return values;
    }

    /** The row of a pattern. */
    void row(int kind, int place, int ofBaseline, double[] x) {
        Arrays.fill(x, 0);
        for (int one : ones[kind]) {
            x[one] = 1;
        }
        for (int i = 0; i < numbers.length; i++) {
            x[numbers[i]] = values[place][i];
        }
        if (baseline != NONE) {
            x[baseline] = baselines[ofBaseline];
        }
    }
}
