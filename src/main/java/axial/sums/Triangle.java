package axial.sums;

/** A symmetric matrix among order-free sums, as its lower triangle. */
final class Triangle {
    private Triangle() {}

    static int size(int p) {
        return p * (p + 1) / 2;
    }

    /** The place of an element, whichever of its two is the row. */
    static int place(int i, int j) {
        int row = Math.max(i, j);
        return row * (row + 1) / 2 + Math.min(i, j);
    }

    static double[][] of(OrderFreeSums sums, int from, int p) {
        double[][] matrix = new double[p][p];
        for (int i = 0, at = from; i < p; i++) {
            for (int j = 0; j <= i; j++, at++) {
                matrix[i][j] = sums.sum(at);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    static double[] vector(OrderFreeSums sums, int from, int length) {
        double[] vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = sums.sum(from + i);
        }
        return vector;
    }
}
