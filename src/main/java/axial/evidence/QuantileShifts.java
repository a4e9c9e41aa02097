package axial.evidence;

import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.QuantileShift;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;

/** How much the lower quarter, the middle and the upper quarter of the changes lie apart: who gains. */
final class QuantileShifts implements Estimator {
    private static final int[] PERCENTS = {25, 50, 75};

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        List<EstimateRow> rows = new ArrayList<>();
        if (!analysis.subgroup().isEmpty()) {
            return rows;
        }
        for (int percent : PERCENTS) {
            Metric metric = new Metric(
                    "unadjusted",
                    "quantile_shift_" + percent,
                    Estimand.EVERYBODY,
                    percent
                            + " % quantile of change, Hyndman-Fan type 2; exact order-statistic limits of each side, joined"
                            + " by the method of variance estimates recovery");
            double steps = analysis.arm().stepsPerUnit();
            Finding shift = QuantileShift.of(
                    analysis.arm().changeSteps(), analysis.comparator().changeSteps(), percent / 100.0);
            rows.add(analysis.row(metric, shift instanceof Estimate e ? e.times(1 / steps) : shift, ""));
        }
        return rows;
    }
}
