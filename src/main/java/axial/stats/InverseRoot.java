package axial.stats;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * A root L of the inverse of a symmetric matrix, L L' = A⁻¹, with the columns left out that earlier
 * ones determine.
 *
 * <p>Cholesky on the matrix scaled to a unit diagonal; a column is left out when less than 1e-11 of its
 * squared norm remains after the earlier ones. Its row of L is zero, so L L' is the generalised inverse
 * that sets its coefficient to zero.
 *
 * @param kept the columns kept, ascending
 * @param root L: a row for each column of A, a column for each one kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record InverseRoot(int[] kept, double[][] root) implements Serializable {
    private static final double LEAST_SHARE = 1e-11;

    static InverseRoot of(double[][] matrix) {
        int p = matrix.length;
        double[][] upper = new double[p][];
        int[] kept = new int[p];
        int rank = 0;
        for (int j = 0; j < p; j++) {
            double[] column = column(matrix, upper, kept, rank, j);
            double remaining = 1 - Matrices.dot(column, column);
            if (matrix[j][j] > 0 && remaining > LEAST_SHARE) {
                column[rank] = Math.sqrt(remaining);
                upper[rank] = column;
                kept[rank++] = j;
            }
        }
        int[] columns = IntStream.of(kept).limit(rank).toArray();
        return new InverseRoot(columns, inverse(matrix, upper, columns));
    }

    /** Column j of the Cholesky factor, above its diagonal. */
    private static double[] column(double[][] matrix, double[][] upper, int[] kept, int rank, int j) {
        double[] column = new double[matrix.length + 1];
        for (int i = 0; i < rank; i++) {
            double scale = Math.sqrt(matrix[kept[i]][kept[i]]) * Math.sqrt(matrix[j][j]);
            double rest = scale > 0 ? matrix[kept[i]][j] / scale : 0;
            column[i] = (rest - Matrices.dot(upper[i], column)) / upper[i][i];
        }
        return column;
    }

    /** The inverse of the triangular factor, in the scale of the matrix again. */
    private static double[][] inverse(double[][] matrix, double[][] upper, int[] kept) {
        int rank = kept.length;
        double[][] root = new double[matrix.length][rank];
        for (int c = 0; c < rank; c++) {
            double[] solved = new double[rank];
            for (int i = c; i >= 0; i--) {
                double rest = i == c ? 1 : 0;
                for (int l = i + 1; l <= c; l++) {
                    rest -= upper[l][i] * solved[l];
                }
                solved[i] = rest / upper[i][i];
                root[kept[i]][c] = solved[i] / Math.sqrt(matrix[kept[i]][kept[i]]);
            }
        }
        return root;
    }

    /** log|A| over the columns kept. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < kept.length; i++) {
            sum -= 2 * StrictMath.log(root[kept[i]][i]);
        }
        return sum;
    }

    /** The generalised inverse L L'. */
    double[][] inverse() {
        return Matrices.times(root, Matrices.transposed(root));
    }

    /** x' L L' x. */
    double squareOf(double[] x) {
        double sum = 0;
        for (int c = 0; c < kept.length; c++) {
            double along = 0;
            for (int i = 0; i <= c; i++) {
                along += root[kept[i]][c] * x[kept[i]];
            }
            sum += along * along;
        }
        return sum;
    }

    /** L L' x. */
    double[] solve(double[] x) {
        return Matrices.times(root, Matrices.transposedTimes(root, x));
    }
}
