package axial.evidence;

import axial.clinic.Better;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.NumberNeededToTreat;
import axial.stats.RiskDifference;
import axial.stats.RiskRatio;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Patients whose improvement is at least the smallest change that matters. */
final class Responders implements Estimator {
    private static final Metric DIFFERENCE =
            metric("risk_difference", "Newcombe's hybrid score, method 10; no correction");
    private static final Metric RATIO = metric("risk_ratio", "log-Wald; standard error of the logarithm");
    private static final Metric NUMBER = metric("nnt", "1/RD; limits of RD inverted");

    private static Metric metric(String name, String convention) {
        return new Metric("responder", name, Estimand.EVERYBODY, "improvement >= mcid; " + convention);
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        BigDecimal mcid = analysis.mcid();
        if (mcid == null) {
            return List.of();
        }
        long events = responders(analysis, analysis.arm(), mcid);
        long comparatorEvents = responders(analysis, analysis.comparator(), mcid);
        long n = analysis.arm().n();
        long comparatorN = analysis.comparator().n();
        List<EstimateRow> rows = new ArrayList<>();
        Finding difference = RiskDifference.newcombe(events, n, comparatorEvents, comparatorN);
        rows.add(analysis.row(DIFFERENCE, difference, ""));
        rows.add(analysis.row(RATIO, RiskRatio.of(events, n, comparatorEvents, comparatorN), ""));
        if (difference instanceof Estimate known) {
            rows.add(numberNeeded(analysis, known));
        }
        return rows;
    }

    /** How many improved by the mcid or more, counted in whole steps. */
    static long responders(Analysis analysis, Side side, BigDecimal mcid) {
        long steps = mcid.multiply(BigDecimal.valueOf(side.stepsPerUnit()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return analysis.outcome().instrument().better() == Better.LOWER
                ? side.changes().atMost(-steps, side.stepsPerUnit())
                : side.changes().atLeast(steps, side.stepsPerUnit());
    }

    private static EstimateRow numberNeeded(Analysis analysis, Estimate difference) {
        NumberNeededToTreat.Nnt nnt = NumberNeededToTreat.of(difference);
        double none = Double.NaN;
        boolean known = Double.isFinite(nnt.value());
        return analysis.row(
                NUMBER,
                nnt.value(),
                none,
                none,
                nnt.low(),
                nnt.high(),
                none,
                known ? Status.ESTIMATED : Status.NOT_ESTIMABLE,
                known ? nnt.words() : "both sides have the same share of responders");
    }
}
