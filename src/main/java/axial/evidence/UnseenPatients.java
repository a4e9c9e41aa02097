package axial.evidence;

import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.JumpToReference;
import axial.stats.NotEstimable;
import axial.stats.TippingSurface;
import axial.stats.Verdict;
import axial.stats.WorstCaseBounds;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What those who have a baseline but are not in the analysis may do to the answer: weights by the inverse of the chance
 * to be followed, the departure at which the verdict turns, jump to reference, and the worst case.
 */
final class UnseenPatients implements Estimator {
    private static final double NONE = Double.NaN;
    private static final Metric FOLLOWED = new Metric(
            "followed_weighted",
            "mean_difference",
            Estimand.ELIGIBLE,
            "logistic chance to be followed on arm and covariates, weights its inverse, Hajek; missing at random given"
                    + " these; stacked equations by cluster, sqrt(G/(G - 1)); t with G - 1 df");
    private static final Metric TIPPING = new Metric(
            "tipping",
            "tipping_delta",
            Estimand.ELIGIBLE,
            "adjusted difference + share unseen x delta, in the arm alone (White, Carpenter and Horton 2018)");
    private static final Metric JUMP = new Metric(
            "jump_to_reference",
            "adjusted_difference",
            Estimand.ELIGIBLE,
            "the unseen of the arm fare as the comparator; error anchored to that of the adjusted difference (Cro,"
                    + " Carpenter and Kenward 2019)");

    private static Metric bound(String name) {
        return new Metric(
                "worst_case",
                name,
                Estimand.ELIGIBLE,
                "the unseen at the ends of the scale (Manski 1990); interval for the place between the bounds (Imbens"
                        + " and Manski 2004)");
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        if (!analysis.subgroup().isEmpty()) {
            return List.of();
        }
        List<EstimateRow> rows = new ArrayList<>(followed(analysis));
        Finding difference = analysis.adjusted();
        if (difference instanceof Estimate e) {
            rows.add(tipping(analysis, e));
            Estimate jumped = JumpToReference.of(
                            e, analysis.arm().n(), analysis.arm().unseen())
                    .anchored();
            rows.add(analysis.row(JUMP, jumped, ""));
        } else {
            rows.add(analysis.row(TIPPING, difference, ""));
            rows.add(analysis.row(JUMP, difference, ""));
        }
        addBounds(rows, analysis);
        return rows;
    }

    private static List<EstimateRow> followed(Analysis analysis) {
        ModelAnswer answer = analysis.answer();
        ModelAnswer.Followed followed = answer == null ? null : answer.followed();
        if (followed == null) {
            Finding none = new NotEstimable("nobody with a baseline is missing, or the arm is determined");
            return List.of(analysis.row(FOLLOWED, none, ""));
        }
        List<EstimateRow> rows = new ArrayList<>();
        rows.add(analysis.row(FOLLOWED, followed.difference(), ""));
        if (followed.difference() instanceof Estimate) {
            rows.add(number(analysis, "effective_n_arm", followed.armSize()));
            rows.add(number(analysis, "effective_n_comparator", followed.comparatorSize()));
        }
        return rows;
    }

    private static EstimateRow number(Analysis analysis, String name, double value) {
        Metric metric = new Metric(
                FOLLOWED.estimator(), name, FOLLOWED.estimand(), "(sum of weights)^2 / sum of squares (Kish)");
        return analysis.row(metric, value, NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, "");
    }

    private static EstimateRow tipping(Analysis analysis, Estimate difference) {
        if (analysis.arm().unseen() == 0) {
            return analysis.row(TIPPING, new NotEstimable("nobody of the arm is missing"), "");
        }
        TippingSurface surface = Tipping.surface(analysis, difference);
        double width = Tipping.width(analysis);
        Tipping.Verdict verdict = Tipping.Verdict.of(analysis, difference.df());
        Verdict from = verdict.of(difference);
        double up = surface.turn(e -> verdict.of(e) == from, width);
        double down = surface.turn(e -> verdict.of(e) == from, -width);
        boolean upFirst = !Double.isNaN(up) && (Double.isNaN(down) || up <= -down);
        double delta = upFirst ? up : down;
        if (Double.isNaN(delta)) {
            String why = "the verdict does not turn within the scale of the instrument";
            return analysis.row(TIPPING, new NotEstimable(why), "");
        }
        Verdict to = verdict.of(surface.at(delta, 0));
        return analysis.row(
                TIPPING, delta, NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, from.word() + " to " + to.word());
    }

    private static void addBounds(List<EstimateRow> rows, Analysis analysis) {
        double[] arm = changesOfUnseen(analysis, true);
        double[] comparator = changesOfUnseen(analysis, false);
        WorstCaseBounds means = WorstCaseBounds.changes(
                analysis.arm().change(),
                analysis.arm().unseen(),
                arm[0],
                arm[1],
                analysis.comparator().change(),
                analysis.comparator().unseen(),
                comparator[0],
                comparator[1]);
        addBounds(rows, analysis, "mean_difference", means);
        BigDecimal mcid = analysis.mcid();
        if (mcid != null) {
            WorstCaseBounds shares = WorstCaseBounds.responders(
                    Responders.responders(analysis, analysis.arm(), mcid),
                    analysis.arm().n(),
                    analysis.arm().unseen(),
                    Responders.responders(analysis, analysis.comparator(), mcid),
                    analysis.comparator().n(),
                    analysis.comparator().unseen());
            addBounds(rows, analysis, "risk_difference", shares);
        }
    }

    private static void addBounds(List<EstimateRow> rows, Analysis analysis, String metric, WorstCaseBounds bounds) {
        rows.add(bound(analysis, metric + "_least", bounds.low(), bounds));
        rows.add(bound(analysis, metric + "_most", bounds.high(), bounds));
    }

    private static EstimateRow bound(Analysis analysis, String metric, double value, WorstCaseBounds bounds) {
        if (Double.isNaN(bounds.intervalLow()) || Double.isNaN(bounds.intervalHigh())) {
            String why =
                    Double.isNaN(value) ? "the first scores of the unseen are not known" : "the changes do not vary";
            return analysis.row(bound(metric), new NotEstimable(why), "");
        }
        return analysis.row(
                bound(metric),
                value,
                NONE,
                NONE,
                bounds.intervalLow(),
                bounds.intervalHigh(),
                NONE,
                Status.ESTIMATED,
                "");
    }

    /** Least and most mean change of a side's unseen: from their mean baseline to either end of the scale. */
    private static double[] changesOfUnseen(Analysis analysis, boolean arm) {
        double baseline = analysis.unseenBaseline(arm);
        double least = analysis.outcome().instrument().min().doubleValue();
        double most = analysis.outcome().instrument().max().doubleValue();
        return new double[] {least - baseline, most - baseline};
    }
}
