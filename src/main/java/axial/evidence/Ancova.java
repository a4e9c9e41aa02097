package axial.evidence;

import axial.question.Job;
import axial.stats.ClassicalInference;
import axial.stats.ClusterRobust;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.Moments;
import axial.stats.NonInferiority;
import axial.stats.NotEstimable;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The adjusted difference: least squares of the change on arm, baseline and covariates, errors by cluster. */
final class Ancova implements Estimator {
    static final int ARM_COLUMN = 1;
    static final Metric DIFFERENCE = new Metric("ancova", "adjusted_difference", Estimand.EVERYBODY, "");
    private static final Metric SMD = new Metric("ancova", "adjusted_smd", Estimand.EVERYBODY, "");
    private static final Metric NON_INFERIORITY = new Metric("ancova", "noninferiority", Estimand.EVERYBODY, "");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Finding finding = analysis.adjusted();
        List<EstimateRow> rows = new ArrayList<>();
        rows.add(analysis.row(DIFFERENCE.by(errors(analysis)), finding, ""));
        rows.add(analysis.row(
                SMD.by("over the pooled SD of the baseline; " + errors(analysis)),
                standardised(analysis, finding),
                ""));
        BigDecimal margin = analysis.margin();
        if (margin != null) {
            rows.add(nonInferiority(analysis, analysis.benefit(), margin.doubleValue()));
        }
        return rows;
    }

    /** The adjusted difference over the pooled SD of the baseline. */
    static Finding standardised(Analysis analysis) {
        return standardised(analysis, analysis.adjusted());
    }

    static Finding difference(Analysis analysis) {
        if (analysis.fit().df() <= 0) {
            return new NotEstimable("no more patients than columns in the model");
        }
        if (!analysis.fit().keeps(ARM_COLUMN)) {
            return new NotEstimable("the covariates determine the arm");
        }
        if (analysis.clusteredBy().equals(Job.Cluster.NONE)) {
            return ClassicalInference.of(analysis.fit(), ARM_COLUMN);
        }
        if (analysis.patientsAreClusters()) {
            ModelAnswer answer = analysis.answer();
            Finding robust = answer == null ? null : answer.robust();
            return robust == null ? new NotEstimable("the passes over the patients were not made") : robust;
        }
        ClusterRobust robust = new ClusterRobust(analysis.fit(), ARM_COLUMN);
        return robust.conclude(robust.of(analysis.clusters().values()));
    }

    /** How the standard errors come about. */
    static String errors(Analysis analysis) {
        if (analysis.clusteredBy() == Job.Cluster.NONE) {
            return "classical least squares; t with n - p df";
        }
        String clusters = analysis.patientsAreClusters()
                ? "patient"
                : analysis.clusteredBy().word();
        return "CR2 by " + clusters + ", identity working model; Satterthwaite df";
    }

    /** The same over the pooled SD of the baseline of both sides. */
    private static Finding standardised(Analysis analysis, Finding finding) {
        double sd = Moments.pooledSd(
                analysis.arm().baseline(), analysis.comparator().baseline());
        if (!(finding instanceof Estimate e)) {
            return finding;
        }
        if (!(sd > 0)) {
            return new NotEstimable("the baselines do not vary");
        }
        return new Estimate(e.value() / sd, e.stdError() / sd, e.df(), e.low() / sd, e.high() / sd, e.pValue());
    }

    private static EstimateRow nonInferiority(Analysis analysis, Finding finding, double margin) {
        Metric metric = NON_INFERIORITY.by("benefit; one-sided p at -margin; " + errors(analysis));
        if (!(finding instanceof Estimate benefit)) {
            return analysis.row(metric, finding, "");
        }
        NonInferiority.Conclusion conclusion = NonInferiority.of(benefit, margin, benefit.df());
        return analysis.row(
                metric,
                benefit.value(),
                benefit.stdError(),
                benefit.df(),
                benefit.low(),
                benefit.high(),
                conclusion.pValue(),
                Status.ESTIMATED,
                conclusion.verdict().word());
    }
}
