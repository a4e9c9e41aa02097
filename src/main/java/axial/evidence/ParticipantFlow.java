package axial.evidence;

import axial.question.Job;
import axial.tables.FlowRow;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;

/** Who is counted and who left at which step. */
final class ParticipantFlow {
    private ParticipantFlow() {}

    static List<FlowRow> rows(Job job, WalkPlan plan, Cells cells) {
        List<FlowRow> rows = new ArrayList<>();
        long[] shared = cells.flow();
        for (int step = 0; step < shared.length; step++) {
            rows.add(new FlowRow("", "", "", "", Cells.STEPS.get(step), shared[step], "counted"));
        }
        for (Job.Question question : job.questions()) {
            if (question.notAnswerable() == null) {
                addSide(rows, job, plan, question, question.arm(), cells);
                if (question.dose() == null) {
                    addSide(rows, job, plan, question, question.comparator(), cells);
                }
            }
        }
        return rows;
    }

    private static void addSide(
            List<FlowRow> rows, Job job, WalkPlan plan, Job.Question question, List<String> arms, Cells cells) {
        ChosenCells side = cells.of(plan.numbersOf(arms), "");
        for (String outcome : question.outcomes()) {
            int o = plan.outcomes().indexOf(outcome);
            for (String window : question.windows()) {
                int at = o * plan.windows().size() + plan.windows().indexOf(job.window(window));
                String arm = Job.Question.together(arms);
                rows.add(row(question, outcome, window, arm, "with_baseline", side.withBaseline(o)));
                rows.add(row(question, outcome, window, arm, "with_follow_up", side.withFollowUp(at)));
                rows.add(row(question, outcome, window, arm, "analysed", side.analysed(at)));
            }
        }
    }

    private static FlowRow row(Job.Question question, String outcome, String window, String arm, String step, long n) {
        return new FlowRow(question.id(), outcome, window, arm, step, n, "counted");
    }
}
