package axial.evidence;

import axial.stats.Finding;
import axial.stats.WelchDifference;
import axial.tables.EstimateRow;
import java.util.List;

/** How far the baselines of the two sides lie apart: Welch's interval for their difference. */
final class BaselineDifference implements Estimator {
    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Finding difference = WelchDifference.of(
                analysis.arm().baseline(), analysis.comparator().baseline());
        return List.of(analysis.row("baseline", "mean_difference", difference, ""));
    }
}
