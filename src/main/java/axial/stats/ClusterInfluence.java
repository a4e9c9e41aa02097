package axial.stats;

/**
 * An estimate whose error comes from what each cluster adds to it: SE² = G/(G−1) Σ(Σ influence)², interval
 * t with G−1 degrees of freedom (stacked estimating equations; Stefanski and Boos 2002, Am Stat 56:29).
 */
final class ClusterInfluence {
    private ClusterInfluence() {}

    /** From Σ over clusters of the squared sum of influences. */
    static Finding conclude(double value, double squares, long clusters) {
        if (clusters < 2) {
            return new NotEstimable("fewer than two clusters");
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new NotEstimable("the arms do not overlap");
        }
        if (!(squares > 0)) {
            return new NotEstimable("no variation between clusters");
        }
        double error = Math.sqrt(squares * clusters / (clusters - 1.0));
        return Estimate.wald(value, error, clusters - 1.0);
    }
}
