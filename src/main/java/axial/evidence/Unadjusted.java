package axial.evidence;

import axial.stats.HedgesG;
import axial.stats.Moments;
import axial.stats.ProbabilityOfSuperiority;
import axial.stats.WelchDifference;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.List;

/** The changes of both sides as they are. */
final class Unadjusted implements Estimator {
    private static final Metric DIFFERENCE = metric("mean_difference", "Welch; t with Satterthwaite df");
    private static final Metric G =
            metric("hedges_g", "pooled SD of change, n1 + n0 - 2 df; exact J; noncentral t, limits times J");
    private static final Metric SUPERIORITY =
            metric("probability_of_superiority", "ties count half; Brunner-Munzel, t with Satterthwaite df");

    private static Metric metric(String name, String convention) {
        return new Metric("unadjusted", name, Estimand.EVERYBODY, convention);
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Moments arm = analysis.arm().change();
        Moments comparator = analysis.comparator().change();
        return List.of(
                analysis.row(DIFFERENCE, WelchDifference.of(arm, comparator), ""),
                analysis.row(G, HedgesG.of(arm, comparator), ""),
                analysis.row(
                        SUPERIORITY,
                        ProbabilityOfSuperiority.of(
                                analysis.arm().changeCounts(),
                                analysis.comparator().changeCounts()),
                        ""));
    }
}
