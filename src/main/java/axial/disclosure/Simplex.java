package axial.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.Precision;

/**
 * The cheapest point with no coordinate below zero that meets linear conditions: the two-phase simplex method on a full
 * tableau (Dantzig 1951), entering column by the largest reduction, ties of the leaving row by Bland's rule.
 *
 * <p>It takes the same pivots as {@code SimplexSolver} of Commons Math 3.6.1 at its default tolerances and so ends, among
 * several cheapest points, at the same one; but it keeps only what is not zero, for a system of ten thousand counts would
 * fill gigabytes with zeros.
 */
final class Simplex {
    /**
     * A condition on the coordinates: their combination equals the value, or is at most that.
     *
     * @param combination of coordinates, and the value, which is not below zero
     */
    record Condition(SparseRow combination, boolean equal) {}

    private static final double OPTIMAL = 1e-6;
    private static final double PIVOT = 1e-10;
    private static final int ULPS = 10;
    private static final int NONE = -1;

    private final int decisions;
    private final int artificialFrom;
    private final int width;
    private final SparseRow[] rows;
    private final ColumnRows rowsOf;
    private final double[] missed;
    private final double[] costs;
    private final int[] columnOf;
    private int[] rowOf;
    private int stepsLeft;

    private Simplex(double[] cost, List<Condition> conditions, int mostSteps) {
        this.decisions = cost.length;
        this.stepsLeft = mostSteps;
        int equal = (int) conditions.stream().filter(Condition::equal).count();
        this.artificialFrom = decisions + conditions.size() - equal;
        this.width = artificialFrom + equal;
        this.rows = new SparseRow[conditions.size()];
        this.rowsOf = new ColumnRows(width);
        this.missed = new double[width + 1];
        this.costs = Arrays.copyOf(cost, width + 1);
        this.columnOf = new int[rows.length];
        int slack = decisions;
        int artificial = artificialFrom;
        for (int r = 0; r < rows.length; r++) {
            Condition condition = conditions.get(r);
            columnOf[r] = condition.equal() ? artificial++ : slack++;
            rows[r] = condition.combination().and(columnOf[r], 1);
            for (int column : rows[r].columns()) {
                rowsOf.add(column, r);
            }
            if (condition.equal()) {
                condition.combination().takeFrom(missed, 1);
            }
        }
        this.rowOf = new int[width];
        Arrays.fill(rowOf, NONE);
        IntStream.range(0, rows.length).forEach(r -> rowOf[columnOf[r]] = r);
    }

    /** The point, or nothing where no point meets the conditions or so many steps do not find it. */
    static Optional<double[]> cheapest(double[] cost, List<Condition> conditions, int mostSteps) {
        Simplex simplex = new Simplex(cost, conditions, mostSteps);
        if (!simplex.isSolved(simplex.missed) || Math.abs(simplex.missed[simplex.width]) > OPTIMAL) {
            return Optional.empty();
        }
        simplex.dropFirstPhase();
        if (!simplex.isSolved(simplex.costs)) {
            return Optional.empty();
        }
        double[] point = simplex.point();
        return Arrays.stream(point).anyMatch(x -> x < -OPTIMAL) ? Optional.empty() : Optional.of(point);
    }

    private boolean isSolved(double[] objective) {
        Tournament entering = new Tournament(objective, width);
        while (objective[entering.least()] < -OPTIMAL) {
            if (stepsLeft-- == 0) {
                return false;
            }
            int column = entering.least();
            SparseColumn entries = rowsOf.column(column, rows);
            SparseRow by = pivot(leaving(entries, objective == missed), column, entries);
            for (int changed : by.columns()) {
                entering.changed(changed);
            }
        }
        return true;
    }

    /** The place in the column of the row whose variable is the first to fall to zero. */
    private int leaving(SparseColumn column, boolean isFirstPhase) {
        int leaving = NONE;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < column.rows().length; i++) {
            double entry = column.entries()[i];
            if (entry > PIVOT) {
                int r = column.rows()[i];
                double ratio = Math.abs(rows[r].value() / entry);
                if (ratio < least || (ratio == least && leavesBefore(r, column.rows()[leaving], isFirstPhase))) {
                    least = ratio;
                    leaving = i;
                }
            }
        }
        if (leaving == NONE) {
            throw new IllegalStateException("costs that are not below zero have a cheapest point");
        }
        return leaving;
    }

    /** Of tied rows the first of an artificial variable, while there are any to drive out, or else of the first column. */
    private boolean leavesBefore(int row, int earlier, boolean isFirstPhase) {
        if (isFirstPhase && columnOf[earlier] >= artificialFrom) {
            return false;
        }
        return (isFirstPhase && columnOf[row] >= artificialFrom) || columnOf[row] < columnOf[earlier];
    }

    /** The row that was taken from the others. */
    private SparseRow pivot(int place, int column, SparseColumn entries) {
        int pivotRow = entries.rows()[place];
        SparseRow by = rows[pivotRow].over(entries.entries()[place]);
        for (int i = 0; i < entries.rows().length; i++) {
            int r = entries.rows()[i];
            rows[r] = i == place ? by : rows[r].less(by, entries.entries()[i], filled -> rowsOf.add(filled, r));
        }
        rowsOf.only(column, pivotRow);
        by.takeFrom(missed, missed[column]);
        by.takeFrom(costs, costs[column]);
        rowOf[columnOf[pivotRow]] = NONE;
        rowOf[column] = pivotRow;
        columnOf[pivotRow] = column;
        return by;
    }

    /** Leaves out the artificial variables, and all that would raise the first objective again. */
    private void dropFirstPhase() {
        IntPredicate kept = c -> c < artificialFrom ? !(missed[c] > OPTIMAL) : rowOf[c] != NONE;
        Arrays.setAll(rows, r -> rows[r].only(kept));
        IntStream.range(0, width).filter(kept.negate()).forEach(c -> costs[c] = 0);
        Arrays.fill(missed, 0);
        rowOf = unitColumns();
        IntStream.range(0, width).filter(c -> rowOf[c] != NONE).forEach(c -> columnOf[rowOf[c]] = c);
    }

    /** By column, the row of the only one in a column of zeros, which need not be in the basis. */
    private int[] unitColumns() {
        int[] unit = new int[width];
        BitSet more = new BitSet(width);
        Arrays.fill(unit, NONE);
        IntStream.range(0, width)
                .filter(c -> !Precision.equals(costs[c], 0, ULPS))
                .forEach(more::set);
        for (int r = 0; r < rows.length; r++) {
            int[] columns = rows[r].columns();
            double[] entries = rows[r].entries();
            for (int i = 0; i < columns.length; i++) {
                int c = columns[i];
                if (unit[c] == NONE && !more.get(c) && Precision.equals(entries[i], 1, ULPS)) {
                    unit[c] = r;
                } else if (!Precision.equals(entries[i], 0, ULPS)) {
                    more.set(c);
                    unit[c] = NONE;
                }
            }
        }
        return unit;
    }

    private double[] point() {
        double[] point = new double[decisions];
        boolean[] used = new boolean[rows.length];
        for (int c = 0; c < decisions; c++) {
            int row = rowOf[c];
            if (row != NONE && !used[row]) {
                used[row] = true;
                point[c] = rows[row].value();
            }
        }
        return point;
    }
}
