package axial.evidence;

import axial.stats.Finding;
import axial.stats.NotEstimable;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.List;

/** The difference among patients who might have got either treatment: propensity scores and overlap weights. */
final class OverlapWeighted implements Estimator {
    private static final Metric DIFFERENCE = new Metric(
            "overlap_weighted",
            "mean_difference",
            Estimand.OVERLAP,
            "logistic propensity, maximum likelihood; stacked equations by cluster, sqrt(G/(G - 1)); t with G - 1 df");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        ModelAnswer answer = analysis.answer();
        Finding finding =
                answer == null ? new NotEstimable("the passes over the patients were not made") : answer.overlap();
        WeightAnswer weights = answer == null ? null : answer.weights();
        String note = weights == null ? "" : OtherPopulations.note(weights);
        return List.of(analysis.row(DIFFERENCE, finding, note));
    }
}
