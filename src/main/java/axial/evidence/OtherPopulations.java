package axial.evidence;

import axial.evidence.WeightAnswer.Weighted;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.NotEstimable;
import axial.stats.PropensityWeight;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference among all, among those who got the arm's treatment, doubly robust, and with all arms of the job in one
 * propensity model; with how many patients each weighting is worth.
 */
final class OtherPopulations implements Estimator {
    private static final String ERRORS =
            "; stacked equations by cluster, sqrt(G/(G - 1)); t with G - 1 df; no weight cut";
    private static final Metric OVERLAP = new Metric("overlap_weighted", "", Estimand.OVERLAP, "");
    private static final Metric ALL = new Metric(
            "inverse_probability", "mean_difference", Estimand.EVERYBODY, "weights 1/e and 1/(1 - e), Hajek" + ERRORS);
    private static final Metric TREATED = new Metric(
            "treated_weighted", "mean_difference", Estimand.LIKE_THE_ARM, "weights 1 and e/(1 - e), Hajek" + ERRORS);
    private static final Metric AUGMENTED = new Metric(
            "augmented",
            "mean_difference",
            Estimand.EVERYBODY,
            "weights 1/e and 1/(1 - e), least squares in each arm (Robins, Rotnitzky and Zhao)" + ERRORS);
    private static final Metric TOGETHER = new Metric(
            "overlap_weighted_all_arms",
            "mean_difference",
            Estimand.OVERLAP_OF_ALL,
            "multinomial propensity of all arms; weights (1/e)/sum(1/e) (Li and Li 2019)" + ERRORS);

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        ModelAnswer answer = analysis.answer();
        if (answer == null || answer.weights() == null) {
            return List.of();
        }
        WeightAnswer weights = answer.weights();
        List<EstimateRow> rows = new ArrayList<>(sizes(analysis, OVERLAP, PropensityWeight.OVERLAP, weights));
        addWeighted(rows, analysis, ALL, PropensityWeight.ALL, weights);
        addWeighted(rows, analysis, TREATED, PropensityWeight.TREATED, weights);
        rows.add(analysis.row(AUGMENTED, weights.augmented(), note(weights)));
        Finding together = analysis.together();
        if (together != null) {
            rows.add(analysis.row(TOGETHER, together, ""));
        }
        return rows;
    }

    private static void addWeighted(
            List<EstimateRow> rows, Analysis analysis, Metric metric, PropensityWeight weight, WeightAnswer answer) {
        Weighted found = answer.weighted().get(weight);
        Finding difference = found == null ? notMade(answer) : found.difference();
        rows.add(analysis.row(metric, difference, note(answer)));
        if (difference instanceof Estimate) {
            rows.addAll(sizes(analysis, metric, weight, answer));
        }
    }

    static String note(WeightAnswer answer) {
        return answer.barred() ? "without people of a kind that one side does not have: see positivity" : "";
    }

    /** The reason stands with the doubly robust difference, which needs the same propensities. */
    private static Finding notMade(WeightAnswer answer) {
        return answer.augmented() instanceof NotEstimable why ? why : new NotEstimable("the propensity model failed");
    }

    private static List<EstimateRow> sizes(Analysis analysis, Metric of, PropensityWeight weight, WeightAnswer answer) {
        Weighted found = answer.weighted().get(weight);
        return found == null || !(found.difference() instanceof Estimate)
                ? List.of()
                : List.of(
                        size(analysis, of, "effective_n_arm", found.size()[1]),
                        size(analysis, of, "effective_n_comparator", found.size()[0]),
                        size(
                                analysis,
                                of,
                                "effective_share",
                                Math.min(
                                        found.size()[1] / analysis.arm().n(),
                                        found.size()[0] / analysis.comparator().n())));
    }

    private static EstimateRow size(Analysis analysis, Metric of, String name, double size) {
        double none = Double.NaN;
        Metric metric = new Metric(of.estimator(), name, of.estimand(), "(sum of weights)^2 / sum of squares (Kish)");
        return analysis.row(metric, size, none, none, none, none, none, Status.ESTIMATED, "");
    }
}
