package axial.evidence;

import axial.stats.MeanChange;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.List;

/** Mean change within each side: what happened, not what the treatment did. */
final class WithinArms implements Estimator {
    private static final String CONVENTION = "mean of change; SD of change, t with n - 1 df";
    private static final Metric ARM = new Metric("arm", "mean_change", Estimand.CHANGE, CONVENTION);
    private static final Metric COMPARATOR = new Metric("comparator", "mean_change", Estimand.CHANGE, CONVENTION);

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        return List.of(
                analysis.row(ARM, MeanChange.of(analysis.arm().change()), ""),
                analysis.row(COMPARATOR, MeanChange.of(analysis.comparator().change()), ""));
    }
}
