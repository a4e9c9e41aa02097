package axial.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.Precision;

/**
 * The cheapest point with no coordinate below zero that meets linear conditions: the two-phase simplex method on a full
 * tableau (Dantzig 1951), entering column by the largest reduction, ties of the leaving row by Bland's rule.
 *
 * <p>It takes the same pivots as {@code SimplexSolver} of Commons Math 3.6.1 at its default tolerances and so ends, among
 * several cheapest points, at the same one; but it leaves out what a zero multiplies, and its columns are plain arrays.
 */
final class Simplex {
    /**
     * A condition on the coordinates: their combination equals the value, or is at most that.
     *
     * @param value not below zero
     */
    record Condition(double[] coefficients, boolean equal, double value) {}

    private static final double OPTIMAL = 1e-6;
    private static final double PIVOT = 1e-10;
    private static final int ULPS = 10;
    private static final int NONE = -1;

    private final int decisions;
    private double[][] rows;
    private int objectives = 2;
    private int artificialFrom;
    private int[] decisionOf;
    private int[] rowOf = {};
    private int[] columnOf = {};
    private int stepsLeft;

    private Simplex(double[] cost, List<Condition> conditions, int mostSteps) {
        this.decisions = cost.length;
        this.stepsLeft = mostSteps;
        int equal = (int) conditions.stream().filter(Condition::equal).count();
        this.artificialFrom = 2 + decisions + conditions.size() - equal;
        int width = artificialFrom + equal + 1;
        this.rows = new double[conditions.size() + 2][width];
        this.decisionOf = IntStream.range(0, width)
                .map(c -> c >= 2 && c < 2 + decisions ? c - 2 : NONE)
                .toArray();
        rows[0][0] = -1;
        rows[1][1] = -1;
        System.arraycopy(cost, 0, rows[1], 2, decisions);
        int slack = 2 + decisions;
        int artificial = artificialFrom;
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            double[] row = rows[i + 2];
            System.arraycopy(condition.coefficients(), 0, row, 2, decisions);
            row[width - 1] = condition.value();
            if (condition.equal()) {
                rows[0][artificial] = 1;
                row[artificial++] = 1;
                subtract(rows[0], row, 1, filled(row));
            } else {
                row[slack++] = 1;
            }
        }
        findBasis(2 + decisions);
    }

    /** The point, or nothing where no point meets the conditions or so many steps do not find it. */
    static Optional<double[]> cheapest(double[] cost, List<Condition> conditions, int mostSteps) {
        Simplex simplex = new Simplex(cost, conditions, mostSteps);
        if (!simplex.isSolved() || Math.abs(simplex.rows[0][simplex.rhs()]) > OPTIMAL) {
            return Optional.empty();
        }
        simplex.dropFirstPhase();
        if (!simplex.isSolved()) {
            return Optional.empty();
        }
        double[] point = simplex.point();
        return Arrays.stream(point).anyMatch(x -> x < -OPTIMAL) ? Optional.empty() : Optional.of(point);
    }

    private int rhs() {
        return rows[0].length - 1;
    }

    private boolean isSolved() {
        while (!isOptimal()) {
            if (stepsLeft-- == 0) {
                return false;
            }
            int column = entering();
            pivot(leaving(column), column);
        }
        return true;
    }

    private boolean isOptimal() {
        for (int c = objectives; c < rhs(); c++) {
            if (rows[0][c] < -OPTIMAL) {
                return false;
            }
        }
        return true;
    }

    private int entering() {
        int least = NONE;
        for (int c = objectives; c < rhs(); c++) {
            if (rows[0][c] < (least == NONE ? 0 : rows[0][least])) {
                least = c;
            }
        }
        return least;
    }

    private int leaving(int column) {
        List<Integer> tied = new ArrayList<>();
        double least = Double.MAX_VALUE;
        for (int r = objectives; r < rows.length; r++) {
            double entry = rows[r][column];
            if (entry > PIVOT) {
                double ratio = Math.abs(rows[r][rhs()] / entry);
                if (ratio < least) {
                    least = ratio;
                    tied.clear();
                }
                if (ratio == least) {
                    tied.add(r);
                }
            }
        }
        if (tied.isEmpty()) {
            throw new IllegalStateException("costs that are not below zero have a cheapest point");
        }
        return tied.size() == 1 ? tied.get(0) : ofTied(tied);
    }

    /** An artificial variable leaves first; else the variable of the lowest column. */
    private int ofTied(List<Integer> tied) {
        for (int row : tied) {
            for (int c = artificialFrom; c < rhs(); c++) {
                if (rowOf[c] == row && Precision.equals(rows[row][c], 1, ULPS)) {
                    return row;
                }
            }
        }
        int first = tied.get(0);
        for (int row : tied) {
            first = columnOf[row] < columnOf[first] ? row : first;
        }
        return first;
    }

    private void pivot(int pivotRow, int column) {
        double[] by = rows[pivotRow];
        double divisor = by[column];
        for (int c = 0; c < by.length; c++) {
            by[c] /= divisor;
        }
        int[] filled = filled(by);
        for (int r = 0; r < rows.length; r++) {
            double times = rows[r][column];
            if (r != pivotRow && times != 0) {
                subtract(rows[r], by, times, filled);
            }
        }
        rowOf[columnOf[pivotRow]] = NONE;
        rowOf[column] = pivotRow;
        columnOf[pivotRow] = column;
    }

    private static void subtract(double[] from, double[] row, double times, int[] filled) {
        for (int c : filled) {
            from[c] -= row[c] * times;
        }
    }

    /** The columns in which the row is not zero. */
    private static int[] filled(double[] row) {
        int[] filled = new int[row.length];
        int n = 0;
        for (int c = 0; c < row.length; c++) {
            if (row[c] != 0) {
                filled[n++] = c;
            }
        }
        return Arrays.copyOf(filled, n);
    }

    private void findBasis(int fromColumn) {
        rowOf = unitColumns(fromColumn);
        columnOf = new int[rows.length];
        for (int c = fromColumn; c < rhs(); c++) {
            if (rowOf[c] != NONE) {
                columnOf[rowOf[c]] = c;
            }
        }
    }

    /** By column, the row of the only one in a column of zeros; row after row, for a row lies together in memory. */
    private int[] unitColumns(int fromColumn) {
        int[] unit = new int[rhs()];
        boolean[] more = new boolean[rhs()];
        Arrays.fill(unit, NONE);
        for (int r = 0; r < rows.length; r++) {
            double[] row = rows[r];
            for (int c = fromColumn; c < unit.length; c++) {
                double entry = row[c];
                if (entry != 0 && !more[c]) {
                    if (unit[c] == NONE && Precision.equals(entry, 1, ULPS)) {
                        unit[c] = r;
                    } else if (!Precision.equals(entry, 0, ULPS)) {
                        more[c] = true;
                        unit[c] = NONE;
                    }
                }
            }
        }
        return unit;
    }

    /** Leaves out the first objective, its variables, and all that would raise it again. */
    private void dropFirstPhase() {
        double[] first = rows[0];
        int[] kept = IntStream.range(1, first.length)
                .filter(c -> c < 2 || c == rhs() || (c < artificialFrom ? !(first[c] > OPTIMAL) : rowOf[c] != NONE))
                .toArray();
        rows = Arrays.copyOfRange(rows, 1, rows.length);
        Arrays.setAll(rows, r -> columns(rows[r], kept));
        int[] before = decisionOf;
        decisionOf = Arrays.stream(kept).map(c -> before[c]).toArray();
        objectives = 1;
        artificialFrom = rhs();
        findBasis(1);
    }

    private static double[] columns(double[] row, int[] kept) {
        double[] left = new double[kept.length];
        for (int c = 0; c < left.length; c++) {
            left[c] = row[kept[c]];
        }
        return left;
    }

    private double[] point() {
        double[] point = new double[decisions];
        boolean[] used = new boolean[rows.length];
        used[0] = true;
        for (int c = objectives; c < rhs(); c++) {
            int row = rowOf[c];
            if (decisionOf[c] != NONE && row != NONE && !used[row]) {
                used[row] = true;
                point[decisionOf[c]] = rows[row][rhs()];
            }
        }
        return point;
    }
}
