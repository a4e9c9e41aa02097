package axial.evidence;

import axial.stats.EValue;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.List;

/**
 * How strongly something not recorded would have to go with both treatment and outcome to explain the adjusted
 * difference away: the E-value of the standardised difference, and of the limit of its interval nearer to zero.
 */
final class UnmeasuredConfounding implements Estimator {
    private static final Metric E_VALUE = new Metric(
            "e_value",
            "e_value",
            Estimand.EVERYBODY,
            "RR = exp(0.91 d), limits exp(0.91 d -+ 1.78 SE) (VanderWeele and Ding 2017); ci_low: of the limit nearer"
                    + " to no effect");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Finding smd = Ancova.standardised(analysis);
        if (!(smd instanceof Estimate e)) {
            return List.of(analysis.row(E_VALUE, smd, ""));
        }
        double none = Double.NaN;
        double limit = EValue.ofSmdLimit(e.value(), e.stdError());
        return List.of(
                analysis.row(E_VALUE, EValue.ofSmd(e.value()), none, none, limit, none, none, Status.ESTIMATED, ""));
    }
}
