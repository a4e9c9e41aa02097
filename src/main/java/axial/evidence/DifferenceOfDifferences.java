package axial.evidence;

import axial.question.Job;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.walk.ChosenCells;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the difference of one pair of arms is from that of another: whether adding the thoracic spine does as much to
 * a thrust as to a mobilization.
 */
final class DifferenceOfDifferences implements QuestionEstimator {
    private static final Metric METRIC = new Metric("ancova", "difference_of_differences", Estimand.EVERYBODY, "");

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        Job.Pair other = inquiry.question().against();
        List<EstimateRow> rows = new ArrayList<>();
        if (other == null) {
            return rows;
        }
        ChosenCells inArm = inquiry.patients(other.arm(), "");
        ChosenCells inComparator = inquiry.patients(other.comparator(), "");
        for (Analysis analysis : inquiry.everybody()) {
            Side arm = inquiry.side(inArm, analysis.outcome(), analysis.window());
            Side comparator = inquiry.side(inComparator, analysis.outcome(), analysis.window());
            if (Math.min(arm.n(), comparator.n()) >= inquiry.minCell()) {
                rows.add(row(inquiry, other, analysis, arm, comparator));
            }
        }
        return rows;
    }

    private static EstimateRow row(Inquiry inquiry, Job.Pair other, Analysis analysis, Side arm, Side comparator) {
        GroupModel model = inquiry.model(
                analysis.outcome(),
                List.of(
                        GroupModel.Group.of(analysis.arm()),
                        GroupModel.Group.of(analysis.comparator()),
                        GroupModel.Group.of(arm),
                        GroupModel.Group.of(comparator)));
        String than = "less the difference of " + Job.Question.together(other.arm()) + " from "
                + Job.Question.together(other.comparator()) + ", of " + arm.n() + " and " + comparator.n()
                + " patients";
        return analysis.row(METRIC.by(model.errors()), model.contrast(1, -1, -1, 1), than);
    }
}
