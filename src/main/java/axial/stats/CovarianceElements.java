package axial.stats;

/** The elements θₖ of a symmetric matrix, (0,0), (1,0), (1,1), (2,0), …, and its derivatives Gₖ = ∂Σ/∂θₖ. */
final class CovarianceElements {
    private CovarianceElements() {}

    /** How many elements a matrix of so many rows has. */
    static int count(int rows) {
        return rows * (rows + 1) / 2;
    }

    /** Row and column of the k-th element, the row not before the column. */
    static int[] at(int k) {
        int row = 0;
        while (count(row + 1) <= k) {
            row++;
        }
        return new int[] {row, k - count(row)};
    }

    /** Gₖ. */
    static double[][] unit(int rows, int k) {
        double[][] g = new double[rows][rows];
        int[] at = at(k);
        g[at[0]][at[1]] = 1;
        g[at[1]][at[0]] = 1;
        return g;
    }

    /** W Gₖ W. */
    static double[][] between(double[][] w, int k) {
        return Matrices.times(Matrices.times(w, unit(w.length, k)), w);
    }

    /** tr W Gₖ. */
    static double trace(double[][] w, int k) {
        int[] at = at(k);
        return w[at[0]][at[1]] * (at[0] == at[1] ? 1 : 2);
    }

    /** tr A'B. */
    static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Matrices.dot(a[i], b[i]);
        }
        return sum;
    }
}
