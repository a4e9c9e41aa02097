package axial.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * A cluster along the axes of its own part in a design: with M = (ΣX'X)⁻¹ = L L' over all clusters, L'X'X L = V S² V' of
 * the cluster (Bell and McCaffrey 2002, Surv Methodol 28:169). They are the same for every contrast of the model.
 *
 * @param axes V', an axis a row
 * @param shares S², of each axis the cluster's share of the design, never below zero
 * @param residuals V'L'(X'y − X'Xβ)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClusterAxes(double[][] axes, double[] shares, double[] residuals) {

    /** Of a cluster of the rows that a model was fitted to. */
    static ClusterAxes of(LeastSquares fit, CrossProducts cluster) {
        return of(fit.root(), fit.beta(), cluster);
    }

    static ClusterAxes of(double[][] root, double[] beta, CrossProducts cluster) {
        double[][] within = Matrices.times(Matrices.transposed(root), Matrices.times(cluster.xx(), root));
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric(within), false));
        double[] residual = Matrices.minus(cluster.xy(), Matrices.times(cluster.xx(), beta));
        double[][] axes = eigen.getVT().getData();
        double[] shares = eigen.getRealEigenvalues();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(0, shares[i]);
        }
        return new ClusterAxes(axes, shares, Matrices.times(axes, Matrices.transposedTimes(root, residual)));
    }

    private static double[][] symmetric(double[][] a) {
        double[][] even = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                even[i][j] = (a[i][j] + a[j][i]) / 2;
            }
        }
        return even;
    }
}
