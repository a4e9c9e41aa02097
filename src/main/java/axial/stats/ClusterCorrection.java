package axial.stats;

/**
 * How a cluster-robust variance is corrected for few clusters; programs differ, so the name stands
 * beside the number. With s the share of a cluster in one direction of the design, residuals are
 * weighted by a function of 1 − s and the variance by a factor of the counts.
 */
public enum ClusterCorrection {
    /** None (Liang and Zeger 1986, Biometrika 73:13). */
    CR0,
    /** Variance times G/(G−1). */
    CR1,
    /** Variance times G(n−1)/((G−1)(n−p)), as Stata. */
    CR1S,
    /** Residuals times (1−s)^(−½): unbiased under the working model (Bell and McCaffrey 2002). */
    CR2,
    /** Residuals times (1−s)⁻¹: close to the jackknife of clusters (Bell and McCaffrey 2002). */
    CR3;

    private static final double VANISHED = 1e-9;

    /** The weight of a residual in a direction of which {@code rest} = 1 − s is left; 0 where none is. */
    double weight(double rest) {
        return switch (this) {
            case CR0, CR1, CR1S -> 1;
            case CR2 -> rest > VANISHED ? 1 / Math.sqrt(rest) : 0;
            case CR3 -> rest > VANISHED ? 1 / rest : 0;
        };
    }

    /** The factor on the variance for G clusters, n rows and p columns. */
    double factor(long clusters, long rows, long columns) {
        double few = clusters / (clusters - 1.0);
        return switch (this) {
            case CR0, CR2, CR3 -> 1;
            case CR1 -> few;
            case CR1S -> few * (rows - 1.0) / (rows - columns);
        };
    }
}
