package axial.evidence;

import axial.stats.Estimate;
import axial.stats.NumberNeededToTreat;
import axial.stats.RiskDifference;
import axial.stats.WilsonScore;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of responders on each side at half, one, one and a half, two and three times the smallest change that
 * matters, so that no single threshold decides (Farrar, Dworkin and Max 2006).
 */
final class ResponderThresholds implements Estimator {
    private static final double NONE = Double.NaN;
    private static final List<BigDecimal> MULTIPLES = List.of(
            new BigDecimal("0.5"),
            new BigDecimal("1"),
            new BigDecimal("1.5"),
            new BigDecimal("2"),
            new BigDecimal("3"));

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        BigDecimal mcid = analysis.mcid();
        List<EstimateRow> rows = new ArrayList<>();
        if (mcid == null || !analysis.subgroup().isEmpty()) {
            return rows;
        }
        BigDecimal scale = analysis.outcome()
                .instrument()
                .max()
                .subtract(analysis.outcome().instrument().min());
        for (BigDecimal multiple : MULTIPLES) {
            BigDecimal threshold = multiple.multiply(mcid);
            if (threshold.compareTo(scale) <= 0) {
                rows.addAll(at(analysis, threshold));
            }
        }
        return rows;
    }

    private static List<EstimateRow> at(Analysis analysis, BigDecimal threshold) {
        String at = threshold.stripTrailingZeros().toPlainString();
        Metric arm = metric("arm", "responders_at_" + at, Estimand.CHANGE, at, "Wilson's score interval");
        Metric comparator = metric("comparator", "responders_at_" + at, Estimand.CHANGE, at, "Wilson's score interval");
        Metric difference = metric(
                "responder",
                "risk_difference_at_" + at,
                Estimand.EVERYBODY,
                at,
                "Newcombe's hybrid score, method 10; no correction");
        long events = Responders.responders(analysis, analysis.arm(), threshold);
        long others = Responders.responders(analysis, analysis.comparator(), threshold);
        long n = analysis.arm().n();
        long comparatorN = analysis.comparator().n();
        if (analysis.small(events, n) || analysis.small(others, comparatorN)) {
            String why = "fewer than " + analysis.minCell() + " responded or did not, on a side";
            return List.of(arm, comparator, difference).stream()
                    .map(m -> analysis.row(m, NONE, NONE, NONE, NONE, NONE, NONE, Status.WITHHELD, why))
                    .toList();
        }
        var found = RiskDifference.newcombe(events, n, others, comparatorN);
        return List.of(
                analysis.row(arm, share(events, n), ""),
                analysis.row(comparator, share(others, comparatorN), ""),
                analysis.row(
                        difference,
                        found,
                        found instanceof Estimate e ? NumberNeededToTreat.of(e).words() : ""));
    }

    private static Metric metric(String estimator, String name, Estimand estimand, String at, String convention) {
        return new Metric(estimator, name, estimand, "improvement >= " + at + "; " + convention);
    }

    private static Estimate share(long events, long n) {
        double[] interval = WilsonScore.of(events, n, 0.95);
        return new Estimate((double) events / n, NONE, NONE, interval[0], interval[1], NONE);
    }
}
