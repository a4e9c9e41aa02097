package axial.stats;

import java.io.Serializable;

/**
 * Ordinary least squares from cross-products alone (Gauss 1809).
 *
 * <p>β = (X'X)⁻¹X'y over the columns that earlier ones do not determine; σ² = (y'y − β'X'y)/(n − rank).
 * A column that is left out has coefficient zero. What is left of y is zero where it is not above the
 * rounding of the sums.
 */
public final class LeastSquares implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double ROUNDING = 1e-13;

    private final InverseRoot root;
    private final double[] beta;
    private final double squares;
    private final long df;

    private LeastSquares(InverseRoot root, double[] beta, double squares, long df) {
        this.root = root;
        this.beta = beta;
        this.squares = squares;
        this.df = df;
    }

    /** Fits the model to the sums over all rows. */
    public static LeastSquares fit(CrossProducts total) {
        InverseRoot root = InverseRoot.of(total.xx());
        double[] first = root.solve(total.xy());
        double[] missed = Matrices.minus(total.xy(), Matrices.times(total.xx(), first));
        double[] beta = Matrices.plus(first, root.solve(missed)); // one step of refinement
        double squares = total.yy() - Matrices.dot(beta, total.xy());
        double left = squares > ROUNDING * total.yy() ? squares : 0;
        return new LeastSquares(root, beta, left, total.n() - root.kept().length);
    }

    /** The columns kept, ascending. */
    public int[] kept() {
        return root.kept().clone();
    }

    /** Whether a column was kept. */
    public boolean keeps(int column) {
        for (int kept : root.kept()) {
            if (kept == column) {
                return true;
            }
        }
        return false;
    }

    /** Whether every column that a contrast weighs was kept. */
    boolean keeps(double[] contrast) {
        for (int j = 0; j < contrast.length; j++) {
            if (contrast[j] != 0 && !keeps(j)) {
                return false;
            }
        }
        return true;
    }

    /** One coefficient for each column of the model; zero for those left out. */
    public double[] beta() {
        return beta.clone();
    }

    /** (X'X)⁻¹ of the columns kept, in the places of all columns: zero in rows and columns left out. */
    public double[][] inverse() {
        return root.inverse();
    }

    /** Residual variance, divisor n − rank; NaN if nothing is left to estimate it from. */
    public double residualVariance() {
        return df > 0 ? squares / df : Double.NaN;
    }

    /** n − rank. */
    public long df() {
        return df;
    }

    /** L with L L' = (X'X)⁻¹. */
    double[][] root() {
        return root.root();
    }
}
