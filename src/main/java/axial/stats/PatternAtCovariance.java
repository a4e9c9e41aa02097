package axial.stats;

/**
 * The sums of one missingness pattern at one covariance Σ: W = Σₒ⁻¹, zero for windows not seen, and sums
 * with it. Cₜ takes the coefficients of window t.
 */
final class PatternAtCovariance {
    private final RepeatedMeasuresDesign design;
    private final int[][] places;
    private final PatternSums pattern;
    private final InverseRoot root;
    private final double[][] weight;

    PatternAtCovariance(RepeatedMeasuresDesign design, PatternSums pattern, double[][] sigma) {
        this.design = design;
        this.places = design.places();
        this.pattern = pattern;
        this.root = InverseRoot.of(seen(sigma, pattern.seen()));
        this.weight = root.inverse();
    }

    long n() {
        return pattern.n();
    }

    double[][] weight() {
        return weight;
    }

    /** log|Σₒ|. */
    double logDeterminant() {
        return root.logDeterminant();
    }

    /** Adds ΣX'MX. */
    void addProducts(double[][] to, double[][] m) {
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

    /** Adds ΣX'My. */
    void addOutcome(double[] to, double[][] m) {
        addCrossed(to, m, new double[to.length]);
    }

    /** Adds ΣX'M(y − Xβ). */
    void addCrossed(double[] to, double[][] m, double[] beta) {
        for (int t = 0; t < design.windows(); t++) {
            for (int c = 0; pattern.seen()[t] && c < design.covariates(); c++) {
                double xr = residualOf(c, t, beta);
                for (int s = 0; s < design.windows(); s++) {
                    to[places[s][c]] += m[s][t] * xr;
                }
            }
        }
    }

    /** R = Σrr', r = y − Xβ. */
    double[][] residual(double[] beta) {
        int windows = design.windows();
        double[][] r = new double[windows][windows];
        for (int s = 0; s < windows; s++) {
            for (int t = 0; t < windows; t++) {
                if (pattern.seen()[s] && pattern.seen()[t]) {
                    r[s][t] = pattern.products()[design.covariates() + s][design.covariates() + t];
                    for (int c = 0; c < design.covariates(); c++) {
                        r[s][t] -= beta[places[s][c]] * residualOf(c, t, beta)
                                + beta[places[t][c]] * pattern.products()[c][design.covariates() + s];
                    }
                }
            }
        }
        return r;
    }

    /** B, Bₛₜ = tr(Cₛ A⁻¹ Cₜ' Σxx'). */
    double[][] leverage(double[][] inverse) {
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

    /** Σ x r of covariate c in window t. */
    private double residualOf(int c, int t, double[] beta) {
        double sum = pattern.products()[c][design.covariates() + t];
        for (int e = 0; e < design.covariates(); e++) {
            sum -= pattern.products()[c][e] * beta[places[t][e]];
        }
        return sum;
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
}
