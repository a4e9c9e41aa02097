package axial.stats;

import java.io.Serializable;

/**
 * Difference of means in the population of clinical equipoise, arm minus comparator, in the
 * instrument's unit: weights 1−e in the arm and e in the comparator (Li, Morgan and Zaslavsky 2018,
 * JASA 113:390).
 *
 * <p>The propensity e is estimated by maximum likelihood, and its estimation enters the standard error
 * by stacked estimating equations (Lunceford and Davidian 2004, Stat Med 23:2937) with θ = (β, μ₁, μ₀):
 * ψ = [x(z−e); z(1−e)(y−μ₁); (1−z)e(y−μ₀)]. Influences are summed per cluster, SE² = G/(G−1) Σ(Σ)²,
 * interval t with G−1 degrees of freedom.
 */
public final class OverlapWeights implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double ROUNDING = 1e-13;

    private final OverlapSums sums;
    private final double[] slope;

    private OverlapWeights(OverlapSums sums, double[] slope) {
        this.sums = sums;
        this.slope = slope;
    }

    /** From the sums at the maximum of the likelihood. */
    public static OverlapWeights of(OverlapSums sums) {
        double mu1 = sums.s1y() / sums.s1();
        double mu0 = sums.s0y() / sums.s0();
        double[] gradient = new double[sums.d1().length];
        for (int i = 0; i < gradient.length; i++) {
            double one = (sums.d1y()[i] - mu1 * sums.d1()[i]) / sums.s1();
            gradient[i] = one + (sums.d0y()[i] - mu0 * sums.d0()[i]) / sums.s0();
        }
        return new OverlapWeights(sums, InverseRoot.of(sums.information()).solve(gradient));
    }

    /** Weighted mean of the arm. */
    public double mu1() {
        return sums.s1y() / sums.s1();
    }

    /** Weighted mean of the comparator. */
    public double mu0() {
        return sums.s0y() / sums.s0();
    }

    /** μ₁ − μ₀. */
    public double difference() {
        return mu1() - mu0();
    }

    /** Sum of the weights of the arm. */
    public double weight() {
        return sums.s1();
    }

    /** What one row adds to the influence on the difference. */
    public double influence(double[] x, boolean arm, double e, double y) {
        return influence(Matrices.dot(slope, x), arm, e, y);
    }

    /** The vector by whose product with the covariates of a row its score adds to the influence. */
    public double[] vector() {
        return slope.clone();
    }

    /** What a row adds to the influence whose covariates have this product with {@link #vector}. */
    public double influence(double product, boolean arm, double e, double y) {
        double own = arm ? (1 - e) * (y - mu1()) / sums.s1() : -e * (y - mu0()) / sums.s0();
        return own - product * ((arm ? 1 : 0) - e);
    }

    /** The difference, from Σ over clusters of the squared sum of influences. */
    public Finding conclude(double sumOfSquaredClusterInfluence, long clusters) {
        if (clusters < 2) {
            return new NotEstimable("fewer than two clusters");
        }
        if (!(sums.s1() > 0) || !(sums.s0() > 0)) {
            return new NotEstimable("the arms do not overlap");
        }
        double rounding = ROUNDING * (Math.abs(mu1()) + Math.abs(mu0()));
        if (!(sumOfSquaredClusterInfluence > rounding * rounding)) {
            return new NotEstimable("no variation between clusters");
        }
        double factor = clusters / (clusters - 1.0);
        return Estimate.wald(difference(), Math.sqrt(factor * sumOfSquaredClusterInfluence), clusters - 1.0);
    }
}
