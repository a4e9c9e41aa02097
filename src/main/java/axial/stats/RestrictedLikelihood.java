package axial.stats;

import java.util.List;

/**
 * The restricted likelihood of repeated measures with unstructured covariance Σ, its gradient and its
 * second derivatives by the elements of Σ, from sums per missingness pattern.
 *
 * <p>−2ℓ = Σ n log|Σₒ| + log|A| + r'Wr + (N−p) log 2π, W = Σₒ⁻¹ of a patient, A = ΣX'WX (Patterson and
 * Thompson 1971; Harville 1977, JASA 72:320). With Gₖ = ∂Σ/∂θₖ, P = W − WXA⁻¹X'W: ∂/∂θₖ = tr PGₖ −
 * y'PGₖPy and ∂²/∂θⱼ∂θₖ = −tr PGⱼPGₖ + 2 y'PGⱼPGₖPy. In each pattern the traces need only R and B of
 * {@link PatternAtCovariance}.
 */
final class RestrictedLikelihood {
    private final int windows;
    private final PatternAtCovariance[] patterns;
    private final InverseRoot root;
    private final double[] beta;
    private final double[][] inverse;
    private final double[][][] residual;
    private final double[][][] leverage;
    private final double value;

    /** At one Σ, positive definite. */
    RestrictedLikelihood(RepeatedMeasuresDesign design, List<PatternSums> sums, double[][] sigma) {
        this.windows = design.windows();
        this.patterns = sums.stream()
                .map(pattern -> new PatternAtCovariance(design, pattern, sigma))
                .toArray(PatternAtCovariance[]::new);
        double[][] a = new double[design.coefficients()][design.coefficients()];
        double[] b = new double[design.coefficients()];
        for (PatternAtCovariance pattern : patterns) {
            pattern.addProducts(a, pattern.weight());
            pattern.addOutcome(b, pattern.weight());
        }
        this.root = InverseRoot.of(a);
        this.inverse = root.inverse();
        double[] first = root.solve(b);
        this.beta = Matrices.plus(first, root.solve(Matrices.minus(b, Matrices.times(a, first))));
        this.residual = new double[patterns.length][][];
        this.leverage = new double[patterns.length][][];
        double sum = root.logDeterminant();
        long rows = 0;
        for (int i = 0; i < patterns.length; i++) {
            residual[i] = patterns[i].residual(beta);
            leverage[i] = patterns[i].leverage(inverse);
            sum += patterns[i].n() * patterns[i].logDeterminant();
            sum += CovarianceElements.inner(patterns[i].weight(), residual[i]);
            rows += patterns[i].n() * sums.get(i).windowsSeen();
        }
        this.value = sum + (rows - root.kept().length) * StrictMath.log(2 * Math.PI);
    }

    /** −2 ℓ. */
    double value() {
        return value;
    }

    double[] beta() {
        return beta;
    }

    /** The covariance of the coefficients, A⁻¹. */
    double[][] covariance() {
        return inverse;
    }

    int[] kept() {
        return root.kept();
    }

    /** Σrr' in one pattern, zero for windows not seen. */
    double[][] residual(int pattern) {
        return residual[pattern];
    }

    /** ΣX'WGWX for each element of Σ. */
    double[][][] derivatives() {
        double[][][] all = new double[CovarianceElements.count(windows)][][];
        for (int k = 0; k < all.length; k++) {
            all[k] = new double[beta.length][beta.length];
            for (PatternAtCovariance pattern : patterns) {
                pattern.addProducts(all[k], CovarianceElements.between(pattern.weight(), k));
            }
        }
        return all;
    }

    double[] gradient() {
        double[] gradient = new double[CovarianceElements.count(windows)];
        for (int i = 0; i < patterns.length; i++) {
            double[][] w = patterns[i].weight();
            double[][] both = Matrices.plus(residual[i], leverage[i]);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += patterns[i].n() * CovarianceElements.trace(w, k);
                gradient[k] -= CovarianceElements.inner(CovarianceElements.between(w, k), both);
            }
        }
        return gradient;
    }

    /** The observed second derivatives of −2ℓ, or those expected, which are never negative definite. */
    double[][] curvature(boolean observed) {
        int elements = CovarianceElements.count(windows);
        double[][] curvature = new double[elements][elements];
        double[][][] d = derivatives();
        double[][] u = new double[elements][];
        double[][][] ad = new double[elements][][];
        for (int k = 0; k < elements; k++) {
            ad[k] = Matrices.times(inverse, d[k]);
            u[k] = crossed(k);
        }
        for (int j = 0; j < elements; j++) {
            double[] au = Matrices.times(inverse, u[j]);
            for (int k = 0; k <= j; k++) {
                double trace = CovarianceElements.inner(ad[j], Matrices.transposed(ad[k]));
                double second = observed ? -trace - 2 * Matrices.dot(au, u[k]) : trace;
                curvature[j][k] = second + overPatterns(j, k, observed);
                curvature[k][j] = curvature[j][k];
            }
        }
        return curvature;
    }

    private double overPatterns(int j, int k, boolean observed) {
        double sum = 0;
        double[][] unit = CovarianceElements.unit(windows, k);
        for (int i = 0; i < patterns.length; i++) {
            double[][] w = patterns[i].weight();
            double[][] between = CovarianceElements.between(w, j);
            double[][] n = Matrices.times(Matrices.times(between, unit), w);
            double trace = patterns[i].n() * CovarianceElements.inner(between, unit);
            double lever = 2 * CovarianceElements.inner(n, leverage[i]);
            sum += observed ? lever - trace + 2 * CovarianceElements.inner(n, residual[i]) : trace - lever;
        }
        return sum;
    }

    /** ΣX'WGWr for one element of Σ. */
    private double[] crossed(int k) {
        double[] u = new double[beta.length];
        for (PatternAtCovariance pattern : patterns) {
            pattern.addCrossed(u, CovarianceElements.between(pattern.weight(), k), beta);
        }
        return u;
    }
}
