package axial.stats;

import java.util.List;

/** The way to the Σ that makes repeated measures likeliest, from the moments of least-squares residuals. */
final class CovarianceAscent {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double STILL = 1e-13;
    private static final double NEARLY = 1e-7;

    private final RepeatedMeasuresDesign design;
    private final List<PatternSums> patterns;
    private double[][] sigma;
    private RestrictedLikelihood likelihood;
    private final String problem;

    CovarianceAscent(RepeatedMeasuresDesign design, List<PatternSums> patterns) {
        this.design = design;
        this.patterns = patterns;
        this.sigma = identity(design.windows());
        this.likelihood = new RestrictedLikelihood(design, patterns, sigma);
        this.problem = climb();
    }

    double[][] sigma() {
        return sigma;
    }

    RestrictedLikelihood likelihood() {
        return likelihood;
    }

    /** Why there is no maximum; empty where there is one. */
    String problem() {
        return problem;
    }

    private String climb() {
        if (!start()) {
            return "the outcome does not vary";
        }
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] gradient = likelihood.gradient();
            double[] step = step(gradient);
            double decrease = Math.abs(Matrices.dot(step, gradient));
            boolean moved = move(step);
            if (decrease < STILL || (!moved && decrease < NEARLY)) {
                boolean inner = positive(likelihood.curvature(true));
                return inner ? "" : "the covariance between windows cannot be told from the data";
            }
            if (!moved) {
                break;
            }
        }
        return "the likelihood has no maximum inside";
    }

    /** Newton's step where the curvature allows it, else that of Fisher scoring. */
    private double[] step(double[] gradient) {
        InverseRoot newton = InverseRoot.of(likelihood.curvature(true));
        InverseRoot root =
                newton.kept().length == gradient.length ? newton : InverseRoot.of(likelihood.curvature(false));
        return root.solve(gradient);
    }

    /** Goes against the step, halved until the likelihood rises and Σ stays positive definite. */
    private boolean move(double[] step) {
        double length = 1;
        for (int i = 0; i < MOST_HALVINGS; i++, length /= 2) {
            double[][] next = moved(step, length);
            if (positive(next)) {
                RestrictedLikelihood there = new RestrictedLikelihood(design, patterns, next);
                if (there.value() <= likelihood.value()) {
                    sigma = next;
                    likelihood = there;
                    return true;
                }
            }
        }
        return false;
    }

    private double[][] moved(double[] step, double length) {
        double[][] next = new double[sigma.length][sigma.length];
        for (int k = 0; k < step.length; k++) {
            int[] at = CovarianceElements.at(k);
            next[at[0]][at[1]] = sigma[at[0]][at[1]] - length * step[k];
            next[at[1]][at[0]] = next[at[0]][at[1]];
        }
        return next;
    }

    /** Starts from the moments of the residuals, or from their variances alone. */
    private boolean start() {
        double[][] moments = moments();
        double[][] variances = new double[moments.length][moments.length];
        for (int t = 0; t < moments.length; t++) {
            variances[t][t] = moments[t][t];
        }
        for (double[][] candidate : List.of(moments, variances)) {
            if (positive(candidate)) {
                sigma = candidate;
                likelihood = new RestrictedLikelihood(design, patterns, sigma);
                return true;
            }
        }
        return false;
    }

    private double[][] moments() {
        int windows = design.windows();
        double[][] moments = new double[windows][windows];
        for (int s = 0; s < windows; s++) {
            for (int t = 0; t < windows; t++) {
                double sum = 0;
                long n = 0;
                for (int i = 0; i < patterns.size(); i++) {
                    boolean[] seen = patterns.get(i).seen();
                    sum += likelihood.residual(i)[s][t];
                    n += seen[s] && seen[t] ? patterns.get(i).n() : 0;
                }
                moments[s][t] = sum / n;
            }
        }
        return moments;
    }

    private static boolean positive(double[][] matrix) {
        return InverseRoot.of(matrix).kept().length == matrix.length;
    }

    private static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }
}
