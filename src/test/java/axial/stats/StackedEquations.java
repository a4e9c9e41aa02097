package axial.stats;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The sandwich of stacked estimating equations by its definition: slopes by numbers, matrices written out. */
public final class StackedEquations {
    /** ψ of one row at θ. */
    public interface Row {
        double[] psi(int row, double[] theta);
    }

    private StackedEquations() {}

    /** Standard error of g(θ), clusters being rows modulo {@code clusters}, times √(G/(G−1)). */
    public static double error(Row row, double[] theta, int n, int clusters, ToDoubleFunction<double[]> g) {
        int p = theta.length;
        RealMatrix slope = MatrixUtils.createRealMatrix(p, p);
        RealMatrix meat = MatrixUtils.createRealMatrix(p, p);
        for (int c = 0; c < clusters; c++) {
            RealMatrix score = MatrixUtils.createRealMatrix(p, 1);
            for (int i = c; i < n; i += clusters) {
                score = score.add(MatrixUtils.createColumnRealMatrix(row.psi(i, theta)));
                for (int j = 0; j < p; j++) {
                    double h = 1e-5 * Math.max(1, Math.abs(theta[j]));
                    double[] change = Matrices.minus(row.psi(i, at(theta, j, -h)), row.psi(i, at(theta, j, h)));
                    for (int r = 0; r < p; r++) {
                        slope.addToEntry(r, j, change[r] / (2 * h));
                    }
                }
            }
            meat = meat.add(score.multiply(score.transpose()));
        }
        RealMatrix inverse = new LUDecomposition(slope).getSolver().getInverse();
        RealMatrix v = inverse.multiply(meat).multiply(inverse.transpose());
        RealMatrix gradient = MatrixUtils.createRealMatrix(p, 1);
        for (int j = 0; j < p; j++) {
            double h = 1e-5 * Math.max(1, Math.abs(theta[j]));
            gradient.setEntry(j, 0, (g.applyAsDouble(at(theta, j, h)) - g.applyAsDouble(at(theta, j, -h))) / (2 * h));
        }
        double variance = gradient.transpose().multiply(v).multiply(gradient).getEntry(0, 0);
        return Math.sqrt(variance * clusters / (clusters - 1.0));
    }

    private static double[] at(double[] theta, int j, double h) {
        double[] moved = theta.clone();
        moved[j] += h;
        return moved;
    }
}
