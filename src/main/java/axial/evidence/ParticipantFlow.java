package axial.evidence;

import axial.question.Job;
import axial.tables.FlowRow;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Who is counted and who left at which step. */
final class ParticipantFlow {
    private ParticipantFlow() {}

    /** The rows; {@code analyses} are those of a question. */
    static List<FlowRow> rows(Job job, WalkPlan plan, Cells cells, Function<Job.Question, List<Analysis>> analyses) {
        List<FlowRow> rows = new ArrayList<>();
        long[] shared = cells.flow();
        for (int step = 0; step < shared.length; step++) {
            rows.add(new FlowRow("", "", "", "", Cells.STEPS.get(step), shared[step], "counted"));
        }
        for (Job.Question question : job.questions()) {
            if (question.dose() != null) {
                addDose(rows, job, plan, question, cells.of(plan.numbersOf(question.arm()), ""));
            }
            addSide(rows, question, question.arm(), analyses.apply(question), Analysis::arm);
            addSide(rows, question, question.comparator(), analyses.apply(question), Analysis::comparator);
        }
        return rows;
    }

    private static void addSide(
            List<FlowRow> rows,
            Job.Question question,
            List<String> arms,
            List<Analysis> analyses,
            Function<Analysis, Side> of) {
        for (Analysis analysis : analyses) {
            if (analysis.subgroup().isEmpty()) {
                String outcome = analysis.outcome().id();
                String window = analysis.window().id();
                Side side = of.apply(analysis);
                add(rows, question, outcome, window, arms, side.eligible(), side.followed(), side.n());
            }
        }
    }

    /** A question of sessions has one side, and no analysis of everybody. */
    private static void addDose(
            List<FlowRow> rows, Job job, WalkPlan plan, Job.Question question, ChosenCells patients) {
        for (String outcome : question.outcomes()) {
            int o = plan.outcomes().indexOf(outcome);
            for (String window : question.windows()) {
                int at = o * plan.windows().size() + plan.windows().indexOf(job.window(window));
                add(
                        rows,
                        question,
                        outcome,
                        window,
                        question.arm(),
                        patients.withBaseline(o),
                        patients.withFollowUp(at),
                        patients.analysed(at));
            }
        }
    }

    private static void add(
            List<FlowRow> rows,
            Job.Question question,
            String outcome,
            String window,
            List<String> arms,
            long withBaseline,
            long withFollowUp,
            long analysed) {
        String arm = Job.Question.together(arms);
        rows.add(new FlowRow(question.id(), outcome, window, arm, "with_baseline", withBaseline, "counted"));
        rows.add(new FlowRow(question.id(), outcome, window, arm, "with_follow_up", withFollowUp, "counted"));
        rows.add(new FlowRow(question.id(), outcome, window, arm, "analysed", analysed, "counted"));
    }
}
