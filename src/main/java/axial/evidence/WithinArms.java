package axial.evidence;

import axial.stats.MeanChange;
import axial.tables.EstimateRow;
import java.util.List;

/** Mean change within each side: what happened, not what the treatment did. */
final class WithinArms implements Estimator {
    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        return List.of(
                analysis.row("arm", "mean_change", MeanChange.of(analysis.arm().change()), ""),
                analysis.row(
                        "comparator",
                        "mean_change",
                        MeanChange.of(analysis.comparator().change()),
                        ""));
    }
}
