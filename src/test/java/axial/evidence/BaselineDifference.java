package axial.evidence;

import axial.stats.Finding;
import axial.stats.WelchDifference;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.List;

/** How far the baselines of the two sides lie apart: Welch's interval for their difference. */
final class BaselineDifference implements Estimator {
    private static final Metric DIFFERENCE =
            new Metric("baseline", "mean_difference", Estimand.EVERYBODY, "Welch; t with Satterthwaite df");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Finding difference = WelchDifference.of(
                analysis.arm().baseline(), analysis.comparator().baseline());
        return List.of(analysis.row(DIFFERENCE, difference, ""));
    }
}
