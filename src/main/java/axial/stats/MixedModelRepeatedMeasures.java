package axial.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mixed model for repeated measures: the outcome in each window on covariates, residuals of a patient
 * with an unstructured covariance, by restricted maximum likelihood; in the outcome's unit.
 *
 * <p>Patients count with the windows in which they were seen, so what is missing is taken as missing at
 * random given what was seen (Mallinckrodt et al. 2008, Drug Inf J 42:303). Coefficients β = A⁻¹ΣX'Wy,
 * model-based errors from A⁻¹, degrees of freedom of Satterthwaite: 2v²/(g'Cg), v = l'A⁻¹l, g its
 * gradient by the elements of Σ, C twice the inverse of the observed second derivatives of −2ℓ (Giesbrecht
 * and Burns 1985, Biometrics 41:477; as SAS PROC MIXED). With two windows, both seen, the change is the
 * paired t test.
 *
 * <p>Not estimable if a window or a pair of windows was never seen, the covariates determine the
 * coefficient, or the likelihood has no inner maximum.
 */
public final class MixedModelRepeatedMeasures {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double STILL = 1e-13;
    private static final double NEARLY = 1e-7;

    private final RepeatedMeasuresDesign design;
    private final List<PatternSums> patterns;
    private double[][] sigma;
    private RestrictedLikelihood likelihood;
    private final String problem;

    private MixedModelRepeatedMeasures(RepeatedMeasuresDesign design, List<PatternSums> patterns) {
        this.design = design;
        this.patterns = patterns;
        this.sigma = identity(design.windows());
        this.likelihood = new RestrictedLikelihood(design, patterns, sigma);
        String unseen = unseen();
        this.problem = unseen.isEmpty() ? climb() : unseen;
    }

    /** Fits the model to the sums of all patterns; patterns with nothing seen may be among them. */
    public static MixedModelRepeatedMeasures fit(RepeatedMeasuresDesign design, List<PatternSums> patterns) {
        List<PatternSums> some =
                patterns.stream().filter(p -> p.n() > 0 && p.windowsSeen() > 0).toList();
        return new MixedModelRepeatedMeasures(design, some);
    }

    /** The coefficient of a covariate in a window: for the arm, the adjusted difference there. */
    public Finding coefficient(int covariate, int window) {
        double[] l = new double[design.coefficients()];
        l[design.place(covariate, window)] = 1;
        return contrast(l);
    }

    /** How much a covariate's coefficient grows from one window to another. */
    public Finding growth(int covariate, int from, int to) {
        double[] l = new double[design.coefficients()];
        l[design.place(covariate, to)] += 1;
        l[design.place(covariate, from)] -= 1;
        return contrast(l);
    }

    /** The mean outcome in a window of patients with these covariates. */
    public Finding mean(double[] covariates, int window) {
        double[] l = new double[design.coefficients()];
        for (int i = 0; i < covariates.length; i++) {
            l[design.place(i, window)] += covariates[i];
        }
        return contrast(l);
    }

    /** A linear combination of the coefficients, with t interval and two-sided p for zero. */
    public Finding contrast(double[] l) {
        if (!problem.isEmpty()) {
            return new NotEstimable(problem);
        }
        for (int i = 0; i < l.length; i++) {
            int place = i;
            if (l[i] != 0 && Arrays.stream(likelihood.kept()).noneMatch(k -> k == place)) {
                return new NotEstimable("the other covariates determine it");
            }
        }
        double[] al = Matrices.times(likelihood.covariance(), l);
        double variance = Matrices.dot(l, al);
        if (!(variance > 0)) {
            return new NotEstimable("no variation left");
        }
        return Estimate.wald(Matrices.dot(l, likelihood.beta()), Math.sqrt(variance), df(variance, al));
    }

    /** The covariance of two linear combinations of the coefficients. */
    public double covariance(double[] l, double[] m) {
        return Matrices.dot(l, Matrices.times(likelihood.covariance(), m));
    }

    /** The covariance of a patient's residuals between windows. */
    public double[][] residualCovariance() {
        return sigma.clone();
    }

    /** −2 log restricted likelihood, with the constant (N−p) log 2π as SAS prints it. */
    public double minusTwoLogLikelihood() {
        return likelihood.value();
    }

    private double df(double variance, double[] al) {
        double[][][] derivatives = likelihood.derivatives();
        double[] gradient = new double[derivatives.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = Matrices.dot(al, Matrices.times(derivatives[k], al));
        }
        double[] cg = InverseRoot.of(likelihood.curvature(true)).solve(gradient);
        return variance * variance / Matrices.dot(gradient, cg);
    }

    private String unseen() {
        for (int k = 0; k < RestrictedLikelihood.elements(design.windows()); k++) {
            int[] at = RestrictedLikelihood.element(k);
            if (patterns.stream().noneMatch(p -> p.seen()[at[0]] && p.seen()[at[1]])) {
                return at[0] == at[1]
                        ? "no patient was seen in window " + (at[0] + 1)
                        : "no patient was seen in both windows " + (at[1] + 1) + " and " + (at[0] + 1);
            }
        }
        return "";
    }

    /** From the moments of least-squares residuals to the maximum; says what is wrong where there is none. */
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
                boolean inner = InverseRoot.of(likelihood.curvature(true)).kept().length == gradient.length;
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
            int[] at = RestrictedLikelihood.element(k);
            next[at[0]][at[1]] = sigma[at[0]][at[1]] - length * step[k];
            next[at[1]][at[0]] = next[at[0]][at[1]];
        }
        return next;
    }

    private boolean start() {
        int windows = design.windows();
        double[][] moments = new double[windows][windows];
        for (int s = 0; s < windows; s++) {
            for (int t = 0; t < windows; t++) {
                double sum = 0;
                long n = 0;
                for (int i = 0; i < patterns.size(); i++) {
                    sum += likelihood.residual(i)[s][t];
                    n += patterns.get(i).seen()[s] && patterns.get(i).seen()[t]
                            ? patterns.get(i).n()
                            : 0;
                }
                moments[s][t] = sum / n;
            }
        }
        List<double[][]> starts = new ArrayList<>(List.of(moments, diagonal(moments)));
        for (double[][] candidate : starts) {
            if (positive(candidate)) {
                sigma = candidate;
                likelihood = new RestrictedLikelihood(design, patterns, sigma);
                return true;
            }
        }
        return false;
    }

    private static boolean positive(double[][] matrix) {
        return InverseRoot.of(matrix).kept().length == matrix.length;
    }

    private static double[][] diagonal(double[][] matrix) {
        double[][] only = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            only[i][i] = matrix[i][i];
        }
        return only;
    }

    private static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }
}
