package axial.evidence;

import axial.stats.Equivalence;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.NonInferiority;
import axial.stats.Verdict;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the adjusted difference allows to say, in one word, and whether the word stands when the margin is halved or
 * doubled.
 */
final class Verdicts implements Estimator {
    private static final Metric VERDICT = new Metric("ancova", "verdict", Estimand.EVERYBODY, "");
    private static final Metric HALF = new Metric("ancova", "noninferiority_half_margin", Estimand.EVERYBODY, "");
    private static final Metric TWICE = new Metric("ancova", "noninferiority_two_margins", Estimand.EVERYBODY, "");
    private static final Metric EQUIVALENCE = new Metric("ancova", "equivalence", Estimand.EVERYBODY, "");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        Finding benefit = analysis.benefit();
        BigDecimal margin = analysis.margin();
        List<EstimateRow> rows = new ArrayList<>();
        rows.add(verdict(analysis, benefit, margin));
        if (margin != null && benefit instanceof Estimate known) {
            rows.add(equivalence(analysis, known, margin));
            rows.add(at(analysis, HALF, known, margin.divide(BigDecimal.valueOf(2))));
            rows.add(at(analysis, TWICE, known, margin.multiply(BigDecimal.valueOf(2))));
        }
        return rows;
    }

    private static EstimateRow verdict(Analysis analysis, Finding benefit, @Nullable BigDecimal margin) {
        BigDecimal mcid = analysis.mcid();
        double smallest = mcid == null ? Double.NaN : mcid.doubleValue();
        Verdict verdict = Verdict.of(benefit, smallest, margin == null ? Double.NaN : margin.doubleValue());
        Metric metric = VERDICT.by("benefit; two-sided p for no difference; " + Ancova.errors(analysis));
        EstimateRow row = analysis.row(metric, benefit, "");
        return row.withReason(reason(analysis, verdict, margin, row.reason()));
    }

    private static String reason(Analysis analysis, Verdict verdict, @Nullable BigDecimal margin, String problem) {
        StringBuilder reason = new StringBuilder(verdict.word());
        if (verdict == Verdict.NOT_ESTIMABLE) {
            return reason.append(": ").append(problem).toString();
        }
        if (margin == null) {
            reason.append("; no margin is stated");
        } else {
            String source = analysis.marginSource();
            reason.append("; margin ")
                    .append(margin.stripTrailingZeros().toPlainString())
                    .append(source == null ? ", for which no source is given" : " (" + source + ")");
        }
        BigDecimal mcid = analysis.mcid();
        reason.append(
                mcid == null
                        ? "; no smallest change that matters is stated"
                        : "; smallest change that matters "
                                + mcid.stripTrailingZeros().toPlainString());
        return verdict.needsAssaySensitivity()
                ? reason.append("; without untreated patients both may be useless")
                        .toString()
                : reason.toString();
    }

    private static EstimateRow at(Analysis analysis, Metric metric, Estimate benefit, BigDecimal margin) {
        NonInferiority.Conclusion conclusion = NonInferiority.of(benefit, margin.doubleValue(), benefit.df());
        return analysis.row(
                metric.by("benefit; one-sided p at minus "
                        + margin.stripTrailingZeros().toPlainString() + "; " + Ancova.errors(analysis)),
                benefit.value(),
                benefit.stdError(),
                benefit.df(),
                benefit.low(),
                benefit.high(),
                conclusion.pValue(),
                Status.ESTIMATED,
                conclusion.verdict().word());
    }

    private static EstimateRow equivalence(Analysis analysis, Estimate benefit, BigDecimal margin) {
        Equivalence tests = Equivalence.of(benefit, margin.doubleValue());
        return analysis.row(
                EQUIVALENCE.by(
                        "benefit; two one-sided tests, 90 % interval, p is the greater; " + Ancova.errors(analysis)),
                benefit.value(),
                benefit.stdError(),
                benefit.df(),
                tests.low(),
                tests.high(),
                tests.pValue(),
                Status.ESTIMATED,
                tests.holds() ? "equivalent" : "not shown to be equivalent");
    }
}
