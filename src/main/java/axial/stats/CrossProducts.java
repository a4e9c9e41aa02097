package axial.stats;

import java.io.Serializable;

/**
 * Sums of products of the columns of a linear model over some rows: all that least squares needs.
 *
 * <p>Columns keep one order; column 0 is the intercept, column 1 the arm. Centre the others and the
 * outcome before summing, so that no digits are lost.
 *
 * @param n rows
 * @param xx X'X, full and symmetric
 * @param xy X'y
 * @param yy y'y
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record CrossProducts(long n, double[][] xx, double[] xy, double yy) implements Serializable {

    /** The sums over no rows. */
    public static CrossProducts none(int columns) {
        return new CrossProducts(0, new double[columns][columns], new double[columns], 0);
    }

    /** The sums over one row. */
    public static CrossProducts ofRow(double[] x, double y) {
        double[] xy = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            xy[i] = x[i] * y;
        }
        return new CrossProducts(1, Matrices.outer(x), xy, y * y);
    }

    /** The sums over the rows of both. */
    public CrossProducts plus(CrossProducts other) {
        double[] sum = Matrices.plus(xy, other.xy);
        return new CrossProducts(n + other.n, Matrices.plus(xx, other.xx), sum, yy + other.yy);
    }

    /** How many columns. */
    public int columns() {
        return xy.length;
    }
}
