package axial.sums;

import axial.clinic.Scaled;
import axial.walk.Design;
import axial.walk.Design.Column;
import axial.walk.Design.Kind;
import axial.walk.PatternsOfOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some columns of a design over the patterns of one part. Columns of levels, the intercept and the arm are 0
 * or 1; rows in which the same of them are 1 are of one kind.
 */
final class DesignRows {
    private final PatternsOfOutcome part;
    private final Column[] columns;
    private final List<String[]> combinations;
    private final double[][] levelsOf;
    private final int[] kindOf;
    private final List<List<Integer>> ones;
    private final int[] numbers;
    private final int arm;

    DesignRows(PatternsOfOutcome part, Design design, int[] wanted) {
        this.part = part;
        this.columns = IntStream.of(wanted).mapToObj(design.columns()::get).toArray(Column[]::new);
        this.numbers = places(Kind.BASELINE, Kind.NUMBER);
        int[] arms = places(Kind.ARM);
        this.arm = arms.length == 0 ? -1 : arms[0];
        this.combinations = part.combinations();
        this.levelsOf = new double[combinations.size()][];
        this.kindOf = new int[combinations.size()];
        Map<List<Integer>, Integer> kinds = new LinkedHashMap<>();
        for (int c = 0; c < levelsOf.length; c++) {
            levelsOf[c] = levels(combinations.get(c));
            double[] row = levelsOf[c];
            List<Integer> own = IntStream.range(0, row.length)
                    .filter(i -> row[i] != 0)
                    .boxed()
                    .toList();
            kindOf[c] = kinds.computeIfAbsent(own, o -> kinds.size());
        }
        this.ones = new ArrayList<>(kinds.keySet());
    }

    private int[] places(Kind... of) {
        List<Kind> kinds = List.of(of);
        return IntStream.range(0, columns.length)
                .filter(i -> kinds.contains(columns[i].kind()))
                .toArray();
    }

    private double[] levels(String[] categories) {
        double[] row = new double[columns.length];
        for (int i = 0; i < row.length; i++) {
            Column column = columns[i];
            boolean one = column.kind() == Kind.ONE
                    || column.kind() == Kind.LEVEL && column.level().equals(categories[column.source()]);
            row[i] = one ? 1 : 0;
        }
        return row;
    }

    /** The row of a pattern; null where a number is missing. */
    double @Nullable [] row(int pattern, boolean inArm) {
        double[] row = levelsOf[part.combination(pattern)].clone();
        for (int place : numbers) {
            Column column = columns[place];
            int steps = column.kind() == Kind.BASELINE ? part.baseline(pattern) : part.number(column.source(), pattern);
            if (steps == Scaled.MISSING) {
                return null;
            }
            row[place] = Design.number(column, steps);
        }
        if (arm >= 0) {
            row[arm] = inArm ? 1 : 0;
        }
        return row;
    }

    /** Of which combinations of levels something holds. */
    boolean[] where(Predicate<String[]> holds) {
        boolean[] where = new boolean[levelsOf.length];
        for (int c = 0; c < where.length; c++) {
            where[c] = holds.test(combinations.get(c));
        }
        return where;
    }

    /** How many columns there are. */
    int width() {
        return columns.length;
    }

    /** The columns that hold numbers, ascending. */
    int[] numbers() {
        return numbers;
    }

    /** How many kinds of rows there may be. */
    int kinds() {
        return 2 * ones.size();
    }

    /** The kind of a pattern's row. */
    int kind(int pattern, boolean inArm) {
        return 2 * kindOf[part.combination(pattern)] + (inArm ? 1 : 0);
    }

    /** The columns that are 1 in the rows of a kind. */
    int[] ones(int kind) {
        IntStream levels = ones.get(kind / 2).stream().mapToInt(Integer::intValue);
        return arm >= 0 && kind % 2 == 1
                ? IntStream.concat(levels, IntStream.of(arm)).toArray()
                : levels.toArray();
    }
}
