package axial.evidence;

import axial.question.Job;
import axial.tables.FlowRow;
import axial.walk.Cells;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Who is counted and who left at which step. */
final class ParticipantFlow {
    private ParticipantFlow() {}

    static List<FlowRow> rows(
            Job job, WalkPlan plan, Cells cells, Function<List<String>, Map<Cells.Key, Cells.Cell>> chosen) {
        List<FlowRow> rows = new ArrayList<>();
        long[] shared = cells.flow();
        for (int step = 0; step < shared.length; step++) {
            rows.add(new FlowRow("", "", "", "", Cells.STEPS.get(step), shared[step], "counted"));
        }
        for (Job.Question question : job.questions()) {
            if (question.notAnswerable() == null) {
                addSide(rows, job, plan, question, question.arm(), chosen.apply(question.arm()));
                if (question.dose() == null) {
                    addSide(rows, job, plan, question, question.comparator(), chosen.apply(question.comparator()));
                }
            }
        }
        return rows;
    }

    private static void addSide(
            List<FlowRow> rows,
            Job job,
            WalkPlan plan,
            Job.Question question,
            List<String> arms,
            Map<Cells.Key, Cells.Cell> cells) {
        for (String outcome : question.outcomes()) {
            int o = plan.outcomes().indexOf(outcome);
            for (String window : question.windows()) {
                int at = o * plan.windows().size() + plan.windows().indexOf(job.window(window));
                String arm = Job.Question.together(arms);
                rows.add(row(
                        job, question, outcome, window, arm, "with_baseline", total(cells, c -> c.withBaseline[o])));
                rows.add(row(
                        job, question, outcome, window, arm, "with_follow_up", total(cells, c -> c.withFollowUp[at])));
                rows.add(row(job, question, outcome, window, arm, "analysed", total(cells, c -> c.sums[at].count())));
            }
        }
    }

    private static long total(Map<Cells.Key, Cells.Cell> cells, ToLongFunction<Cells.Cell> count) {
        return cells.values().stream().mapToLong(count).sum();
    }

    private static FlowRow row(
            Job job, Job.Question question, String outcome, String window, String arm, String step, long n) {
        boolean small = n > 0 && n < job.disclosure().minCell();
        return new FlowRow(question.id(), outcome, window, arm, step, small ? -1 : n, small ? "withheld" : "counted");
    }
}
