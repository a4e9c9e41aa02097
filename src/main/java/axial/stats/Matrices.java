package axial.stats;

import java.util.Arrays;

/** The few sums and products of small dense arrays that the estimators share. */
final class Matrices {
    private Matrices() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a x. */
    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }

    /** a' x. */
    static double[] transposedTimes(double[][] a, double[] x) {
        double[] product = new double[a.length == 0 ? 0 : a[0].length];
        setTransposedTimes(a, x, product);
        return product;
    }

    /** a' x, into an array that is there. */
    static void setTransposedTimes(double[][] a, double[] x, double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double factor = x[i];
            if (factor != 0) {
                for (int j = 0; j < product.length; j++) {
                    product[j] += row[j] * factor;
                }
            }
        }
    }

    /** a b. */
    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = transposedTimes(b, a[i]);
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] turned = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** x x'. */
    static double[][] outer(double[] x) {
        double[][] product = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i][j] = x[i] * x[j];
            }
        }
        return product;
    }

    /** Adds x x'. */
    static void addOuter(double[] x, double[][] to) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                to[i][j] += x[i] * x[j];
            }
        }
    }

    static double[] plus(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    static double[] minus(double[] a, double[] b) {
        double[] rest = a.clone();
        for (int i = 0; i < a.length; i++) {
            rest[i] -= b[i];
        }
        return rest;
    }

    static double[][] plus(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = plus(a[i], b[i]);
        }
        return sum;
    }

    /** Sum of the squares of all elements. */
    static double squares(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            sum += dot(row, row);
        }
        return sum;
    }
}
