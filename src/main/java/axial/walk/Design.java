package axial.walk;

import axial.clinic.Scaled;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a linear model and how a row of them is made: the intercept, the arm, then the covariates.
 *
 * <p>Numbers are shifted by a whole number of steps near their mean and divided by their unit, so that cross-products
 * are well conditioned and still come from exact sums.
 */
public record Design(List<Column> columns, int changeShift, double changeUnit) implements Serializable {

    /** Where a column's value comes from. */
    public enum Kind {
        ONE,
        ARM,
        BASELINE,
        NUMBER,
        LEVEL
    }

    /**
     * One column.
     *
     * @param source the number's or category's place in the plan; 0 for the others
     * @param level the level that is 1, for a category
     * @param sumsColumn the column in {@link ExactSums}
     * @param shift steps taken off a number
     * @param unit steps that make one
     */
    public record Column(Kind kind, int source, String level, int sumsColumn, int shift, double unit)
            implements Serializable {}

    /** The row of an episode; NaN where a number is missing. */
    public double[] row(EpisodeRow episode, boolean inArm, int outcome) {
        double[] row = new double[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns.get(i), episode, inArm, outcome);
        }
        return row;
    }

    /** Some columns of the row of an episode; NaN where a number is missing. */
    public double[] row(EpisodeRow episode, boolean inArm, int outcome, int[] wanted) {
        double[] row = new double[wanted.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns.get(wanted[i]), episode, inArm, outcome);
        }
        return row;
    }

    private static double value(Column column, EpisodeRow episode, boolean inArm, int outcome) {
        return switch (column.kind()) {
            case ONE -> 1;
            case ARM -> inArm ? 1 : 0;
            case BASELINE -> shifted(column, episode.baselines()[outcome]);
            case NUMBER -> shifted(column, episode.numbers()[column.source()]);
            case LEVEL -> column.level().equals(episode.categories()[column.source()]) ? 1 : 0;
        };
    }

    private static double shifted(Column column, int steps) {
        return steps == Scaled.MISSING ? Double.NaN : number(column, steps);
    }

    /** What a column of numbers holds for so many steps. */
    public static double number(Column column, int steps) {
        return ((double) steps - column.shift()) / column.unit();
    }

    /** The change of an episode as the model takes it. */
    public double change(int steps) {
        return ((double) steps - changeShift) / changeUnit;
    }

    /** The sum of so many changes as the model takes them, from their sum in steps. */
    public double sumOfChanges(long steps, int changes) {
        return (steps - (long) changeShift * changes) / changeUnit;
    }

    /** The sum of their squares, from their sum and that of their squares in steps. */
    public double sumOfSquares(long steps, long squares, int changes) {
        long shifted = squares - 2L * changeShift * steps + (long) changeShift * changeShift * changes;
        return shifted / (changeUnit * changeUnit);
    }

    /** The model with some of the columns only. */
    public Design only(int[] wanted) {
        return new Design(Arrays.stream(wanted).mapToObj(columns::get).toList(), changeShift, changeUnit);
    }

    /**
     * The sums of the products of some columns with those before them and themselves, over the rows of one arm's sums: a
     * lower triangle.
     *
     * @param wanted the columns; {@code -1} stands for the change
     */
    public double[][] products(ExactSums sums, boolean inArm, int[] wanted) {
        ExactSums open = sums.open();
        double[][] products = new double[wanted.length][];
        int[] in = Arrays.stream(wanted).map(this::sumsColumn).toArray();
        int[] shift = Arrays.stream(wanted).map(this::shift).toArray();
        double[] unit = Arrays.stream(wanted).mapToDouble(this::unit).toArray();
        boolean[] none = new boolean[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            products[i] = new double[i + 1];
            none[i] = !inArm && isArm(wanted[i]);
            for (int j = 0; j <= i; j++) {
                boolean zero = none[i] || none[j];
                products[i][j] = zero ? 0 : open.product(in[i], shift[i], in[j], shift[j]) / unit[i] / unit[j];
            }
        }
        return products;
    }

    /** The sum of the product of two columns over the rows of one arm's sums; {@code -1} stands for the change. */
    public double product(ExactSums sums, boolean inArm, int a, int b) {
        if ((isArm(a) || isArm(b)) && !inArm) {
            return 0;
        }
        double exact = sums.product(sumsColumn(a), shift(a), sumsColumn(b), shift(b));
        return exact / unit(a) / unit(b);
    }

    /** The sum of a column over the rows of one arm, from the plain sums of the columns; {@code -1} stands for the change. */
    public double sum(long[] sums, boolean inArm, int column) {
        if (isArm(column) && !inArm) {
            return 0;
        }
        return (sums[sumsColumn(column)] - shift(column) * sums[ExactSums.ONE]) / unit(column);
    }

    private boolean isArm(int column) {
        return column >= 0 && columns.get(column).kind() == Kind.ARM;
    }

    private int sumsColumn(int column) {
        return column < 0 ? ExactSums.CHANGE : columns.get(column).sumsColumn();
    }

    private int shift(int column) {
        return column < 0 ? changeShift : columns.get(column).shift();
    }

    private double unit(int column) {
        return column < 0 ? changeUnit : columns.get(column).unit();
    }
}
