package axial.stats;

import java.util.List;

/**
 * The restricted likelihood of repeated measures with unstructured covariance Σ, its gradient and its
 * second derivatives by the elements of Σ, from sums per missingness pattern.
 *
 * <p>−2ℓ = Σ n log|Σₒ| + log|A| + r'Wr + (N−p) log 2π, W = Σₒ⁻¹ of a patient, A = ΣX'WX (Patterson and
 * Thompson 1971; Harville 1977, JASA 72:320). With Gₖ = ∂Σ/∂θₖ, P = W − WXA⁻¹X'W: ∂/∂θₖ = tr PGₖ −
 * y'PGₖPy and ∂²/∂θⱼ∂θₖ = −tr PGⱼPGₖ + 2 y'PGⱼPGₖPy. In each pattern the traces need only R = Σrr' and
 * B, Bₛₜ = tr(Cₛ A⁻¹ Cₜ' Σxx'), where Cₜ takes the coefficients of window t.
 */
final class RestrictedLikelihood {
    private final RepeatedMeasuresDesign design;
    private final List<PatternSums> patterns;
    private final int[][] places;
    private final double[][][] weights;
    private final InverseRoot root;
    private final double[] beta;
    private final double[][] inverse;
    private final double[][][] residual;
    private final double[][][] leverage;
    private final double value;

    /** At one Σ, positive definite. */
    RestrictedLikelihood(RepeatedMeasuresDesign design, List<PatternSums> patterns, double[][] sigma) {
        this.design = design;
        this.patterns = patterns;
        this.places = design.places();
        this.weights = new double[patterns.size()][][];
        this.residual = new double[patterns.size()][][];
        this.leverage = new double[patterns.size()][][];
        double sum = 0;
        long rows = 0;
        for (int i = 0; i < weights.length; i++) {
            InverseRoot seen = InverseRoot.of(seen(sigma, patterns.get(i).seen()));
            weights[i] = seen.inverse();
            sum -= patterns.get(i).n() * logDeterminant(seen);
            rows += patterns.get(i).n() * patterns.get(i).windowsSeen();
        }
        double[][] a = information();
        double[] b = scores();
        this.root = InverseRoot.of(a);
        this.inverse = root.inverse();
        double[] first = root.solve(b);
        this.beta = Matrices.plus(first, root.solve(Matrices.minus(b, Matrices.times(a, first))));
        for (int i = 0; i < weights.length; i++) {
            residual[i] = residual(patterns.get(i));
            leverage[i] = leverage(patterns.get(i));
            sum += inner(weights[i], residual[i]);
        }
        double left = rows - root.kept().length;
        this.value = sum - logDeterminant(root) + left * StrictMath.log(2 * Math.PI);
    }

    /** −2 ℓ; NaN or infinite where Σ is not positive definite. */
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
        double[][][] all = new double[elements(design.windows())][][];
        for (int k = 0; k < all.length; k++) {
            all[k] = new double[beta.length][beta.length];
            for (int i = 0; i < weights.length; i++) {
                addOuter(all[k], between(weights[i], k), patterns.get(i));
            }
        }
        return all;
    }

    double[] gradient() {
        double[] gradient = new double[elements(design.windows())];
        for (int i = 0; i < weights.length; i++) {
            double[][] both = Matrices.plus(residual[i], leverage[i]);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += patterns.get(i).n() * twice(weights[i], k) - inner(between(weights[i], k), both);
            }
        }
        return gradient;
    }

    /** The observed second derivatives of −2ℓ, or those expected, which are never negative definite. */
    double[][] curvature(boolean observed) {
        int elements = elements(design.windows());
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
                double trace = inner(ad[j], Matrices.transposed(ad[k]));
                double second = observed ? -trace - 2 * Matrices.dot(au, u[k]) : trace;
                curvature[j][k] = second + overPatterns(j, k, observed);
                curvature[k][j] = curvature[j][k];
            }
        }
        return curvature;
    }

    private double overPatterns(int j, int k, boolean observed) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double[][] n = Matrices.times(Matrices.times(between(weights[i], j), unit(k)), weights[i]);
            double trace = patterns.get(i).n() * inner(between(weights[i], j), unit(k));
            double lever = 2 * inner(n, leverage[i]);
            sum += observed ? lever - trace + 2 * inner(n, residual[i]) : trace - lever;
        }
        return sum;
    }

    private double[][] information() {
        double[][] a = new double[design.coefficients()][design.coefficients()];
        for (int i = 0; i < weights.length; i++) {
            addOuter(a, weights[i], patterns.get(i));
        }
        return a;
    }

    private double[] scores() {
        double[] b = new double[design.coefficients()];
        for (int i = 0; i < weights.length; i++) {
            double[][] products = patterns.get(i).products();
            for (int s = 0; s < design.windows(); s++) {
                for (int t = 0; t < design.windows(); t++) {
                    for (int c = 0; c < design.covariates(); c++) {
                        b[places[s][c]] += weights[i][s][t] * products[c][design.covariates() + t];
                    }
                }
            }
        }
        return b;
    }

    /** Adds ΣX'MX of one pattern. */
    private void addOuter(double[][] to, double[][] m, PatternSums pattern) {
        for (int s = 0; s < design.windows(); s++) {
            for (int t = 0; t < design.windows(); t++) {
                for (int c = 0; m[s][t] != 0 && c < design.covariates(); c++) {
                    for (int e = 0; e < design.covariates(); e++) {
                        to[places[s][c]][places[t][e]] += m[s][t] * pattern.products()[c][e];
                    }
                }
            }
        }
    }

    /** ΣX'WGWr for one element of Σ. */
    private double[] crossed(int k) {
        double[] u = new double[beta.length];
        for (int i = 0; i < weights.length; i++) {
            double[][] m = between(weights[i], k);
            for (int t = 0; t < design.windows(); t++) {
                for (int c = 0; c < design.covariates(); c++) {
                    double xr = patterns.get(i).seen()[t] ? covariateResidual(patterns.get(i), c, t) : 0;
                    for (int s = 0; s < design.windows(); s++) {
                        u[places[s][c]] += m[s][t] * xr;
                    }
                }
            }
        }
        return u;
    }

    /** Σ x r of covariate c and window t. */
    private double covariateResidual(PatternSums pattern, int c, int t) {
        double sum = pattern.products()[c][design.covariates() + t];
        for (int e = 0; e < design.covariates(); e++) {
            sum -= pattern.products()[c][e] * beta[places[t][e]];
        }
        return sum;
    }

    private double[][] residual(PatternSums pattern) {
        int windows = design.windows();
        double[][] r = new double[windows][windows];
        for (int s = 0; s < windows; s++) {
            for (int t = 0; t < windows; t++) {
                if (pattern.seen()[s] && pattern.seen()[t]) {
                    r[s][t] = pattern.products()[design.covariates() + s][design.covariates() + t];
                    for (int c = 0; c < design.covariates(); c++) {
                        r[s][t] -= beta[places[s][c]] * covariateResidual(pattern, c, t)
                                + beta[places[t][c]] * pattern.products()[c][design.covariates() + s];
                    }
                }
            }
        }
        return r;
    }

    private double[][] leverage(PatternSums pattern) {
        int windows = design.windows();
        double[][] b = new double[windows][windows];
        for (int s = 0; s < windows; s++) {
            for (int t = 0; t < windows; t++) {
                for (int c = 0; c < design.covariates(); c++) {
                    for (int e = 0; e < design.covariates(); e++) {
                        b[s][t] += inverse[places[s][c]][places[t][e]] * pattern.products()[c][e];
                    }
                }
            }
        }
        return b;
    }

    /** How many elements a covariance of so many windows has. */
    static int elements(int windows) {
        return windows * (windows + 1) / 2;
    }

    /** Row and column of the k-th element: (0,0), (1,0), (1,1), (2,0), … */
    static int[] element(int k) {
        int row = 0;
        while (elements(row + 1) <= k) {
            row++;
        }
        return new int[] {row, k - elements(row)};
    }

    private double[][] unit(int k) {
        double[][] g = new double[design.windows()][design.windows()];
        int[] at = element(k);
        g[at[0]][at[1]] = 1;
        g[at[1]][at[0]] = 1;
        return g;
    }

    /** W G W. */
    private double[][] between(double[][] w, int k) {
        return Matrices.times(Matrices.times(w, unit(k)), w);
    }

    /** tr W G. */
    private static double twice(double[][] w, int k) {
        int[] at = element(k);
        return w[at[0]][at[1]] * (at[0] == at[1] ? 1 : 2);
    }

    private static double[][] seen(double[][] sigma, boolean[] seen) {
        double[][] part = new double[sigma.length][sigma.length];
        for (int s = 0; s < sigma.length; s++) {
            for (int t = 0; t < sigma.length; t++) {
                part[s][t] = seen[s] && seen[t] ? sigma[s][t] : 0;
            }
        }
        return part;
    }

    /** Of the inverse, over the columns kept. */
    private static double logDeterminant(InverseRoot root) {
        double sum = 0;
        for (int i = 0; i < root.kept().length; i++) {
            sum += 2 * StrictMath.log(root.root()[root.kept()[i]][i]);
        }
        return sum;
    }

    private static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Matrices.dot(a[i], b[i]);
        }
        return sum;
    }
}
