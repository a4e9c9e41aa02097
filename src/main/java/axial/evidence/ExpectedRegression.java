package axial.evidence;

import axial.question.Job;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.MeanChange;
import axial.stats.NotEstimable;
import axial.stats.RegressionToTheMean;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.List;

/**
 * How much of each side's change is to be expected without any treatment, because patients come when they are at their
 * worst. It rests on what the job declares as usual for such patients; nothing in visits of treated patients tells it.
 */
final class ExpectedRegression implements Estimator {
    private static final double NONE = Double.NaN;

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        if (!analysis.subgroup().isEmpty()) {
            return List.of();
        }
        return List.of(
                expected(analysis, "arm", analysis.arm()),
                beyond(analysis, "arm", analysis.arm()),
                expected(analysis, "comparator", analysis.comparator()),
                beyond(analysis, "comparator", analysis.comparator()));
    }

    private static EstimateRow expected(Analysis analysis, String side, Side patients) {
        Job.Usual usual = analysis.outcome().usual();
        Metric metric = new Metric(
                side,
                "expected_regression",
                Estimand.CHANGE,
                "(1 - correlation)(usual mean - mean at the start), taken as known (Barnett 2005); natural recovery is"
                        + " not in it");
        return usual == null
                ? analysis.row(metric, unknown(analysis), "")
                : analysis.row(
                        metric,
                        expected(usual, analysis, patients),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        Status.ESTIMATED,
                        "usual mean " + usual.mean().toPlainString() + ", correlation "
                                + usual.correlation(analysis.window()).toPlainString() + " (" + usual.source() + ")");
    }

    private static EstimateRow beyond(Analysis analysis, String side, Side patients) {
        Job.Usual usual = analysis.outcome().usual();
        Metric metric = new Metric(
                side,
                "change_beyond_regression",
                Estimand.CHANGE,
                "mean change less what is expected, which is taken as known; t with n - 1 df");
        Finding raw = MeanChange.of(patients.change());
        Finding rest = usual == null
                ? unknown(analysis)
                : raw instanceof Estimate e
                        ? RegressionToTheMean.split(e, expected(usual, analysis, patients))
                                .rest()
                        : raw;
        return analysis.row(metric, rest, "");
    }

    private static double expected(Job.Usual usual, Analysis analysis, Side patients) {
        return RegressionToTheMean.expected(
                patients.baseline().mean(),
                usual.mean().doubleValue(),
                usual.correlation(analysis.window()).doubleValue());
    }

    private static NotEstimable unknown(Analysis analysis) {
        return new NotEstimable("the job does not say how such patients usually score: outcomes: "
                + analysis.outcome().id() + ": usual");
    }
}
