package axial.stats;

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
    private final RepeatedMeasuresDesign design;
    private final CovarianceAscent found;
    private final RestrictedLikelihood likelihood;
    private final String problem;
    private final double[][][] derivatives;
    private final InverseRoot curvature;

    private MixedModelRepeatedMeasures(RepeatedMeasuresDesign design, List<PatternSums> patterns) {
        this.design = design;
        this.found = new CovarianceAscent(design, patterns);
        this.likelihood = found.likelihood();
        String unseen = unseen(design.windows(), patterns);
        this.problem = unseen.isEmpty() ? found.problem() : unseen;
        this.derivatives = problem.isEmpty() ? likelihood.derivatives() : new double[0][][];
        this.curvature = InverseRoot.of(problem.isEmpty() ? likelihood.curvature(true) : new double[0][]);
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
        return found.sigma().clone();
    }

    /** −2 log restricted likelihood, with the constant (N−p) log 2π as SAS prints it. */
    public double minusTwoLogLikelihood() {
        return likelihood.value();
    }

    private double df(double variance, double[] al) {
        double[] gradient = new double[derivatives.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = Matrices.dot(al, Matrices.times(derivatives[k], al));
        }
        double[] cg = curvature.solve(gradient);
        return variance * variance / Matrices.dot(gradient, cg);
    }

    private static String unseen(int windows, List<PatternSums> patterns) {
        for (int k = 0; k < CovarianceElements.count(windows); k++) {
            int[] at = CovarianceElements.at(k);
            if (patterns.stream().noneMatch(p -> p.seen()[at[0]] && p.seen()[at[1]])) {
                return at[0] == at[1]
                        ? "no patient was seen in window " + (at[0] + 1)
                        : "no patient was seen in both windows " + (at[1] + 1) + " and " + (at[0] + 1);
            }
        }
        return "";
    }
}
