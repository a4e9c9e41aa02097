package axial.evidence;

import axial.stats.HedgesG;
import axial.stats.Moments;
import axial.stats.ProbabilityOfSuperiority;
import axial.stats.WelchDifference;
import axial.tables.EstimateRow;
import java.util.List;

/** The changes of both sides as they are. */
final class Unadjusted implements Estimator {
    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Moments arm = analysis.arm().change();
        Moments comparator = analysis.comparator().change();
        return List.of(
                analysis.row("unadjusted", "mean_difference", WelchDifference.of(arm, comparator), ""),
                analysis.row("unadjusted", "hedges_g", HedgesG.of(arm, comparator), ""),
                analysis.row(
                        "unadjusted",
                        "probability_of_superiority",
                        ProbabilityOfSuperiority.of(
                                analysis.arm().changeCounts(),
                                analysis.comparator().changeCounts()),
                        ""));
    }
}
