package axial.evidence;

import axial.question.Job;
import axial.walk.Cells;
import axial.walk.ChosenCells;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question with all its analyses, for what is asked of several of them together. */
final class Inquiry {
    private final Job job;
    private final WalkPlan plan;
    private final Cells cells;
    private final WindowSums windows;
    private final Job.Question question;
    private final List<Analysis> analyses;
    private @Nullable List<Course> courses;

    Inquiry(Job job, WalkPlan plan, Cells cells, WindowSums windows, Job.Question question, List<Analysis> analyses) {
        this.job = job;
        this.plan = plan;
        this.cells = cells;
        this.windows = windows;
        this.question = question;
        this.analyses = analyses;
    }

    Job job() {
        return job;
    }

    Job.Question question() {
        return question;
    }

    int minCell() {
        return job.disclosure().minCell();
    }

    /** The analyses of everybody that are not withheld, in the order of the job. */
    List<Analysis> everybody() {
        return analyses.stream()
                .filter(a -> a.subgroup().isEmpty() && !a.withheld())
                .toList();
    }

    /** The analysis of everybody, where it is not withheld. */
    Optional<Analysis> everybody(String outcome, String window) {
        return everybody().stream()
                .filter(a -> a.outcome().id().equals(outcome) && a.window().id().equals(window))
                .findFirst();
    }

    /** The levels of a subgroup that are known and not withheld, for one outcome and window. */
    List<Analysis> levels(String category, Analysis everybody) {
        return analyses.stream()
                .filter(a ->
                        a.subgroup().startsWith(category + "=") && !a.subgroup().endsWith("=unknown"))
                .filter(a -> a.outcome() == everybody.outcome() && a.window() == everybody.window())
                .filter(a -> !a.withheld())
                .toList();
    }

    /** The courses of the outcomes that may be shown in two windows or more. */
    synchronized List<Course> courses() {
        if (courses == null) {
            courses = question.outcomes().stream()
                    .map(outcome -> everybody().stream()
                            .filter(a -> a.outcome().id().equals(outcome))
                            .toList())
                    .filter(shown -> shown.size() > 1)
                    .map(shown -> Course.of(job, plan, question, shown, windows))
                    .toList();
        }
        return courses;
    }

    /** A side of an outcome and window, made of any arms and level. */
    Side side(List<String> arms, String subgroup, Job.Outcome outcome, Job.Window window) {
        return side(patients(arms, subgroup), outcome, window);
    }

    /** The patients of any arms, everybody or those of a level. */
    ChosenCells patients(List<String> arms, String subgroup) {
        return cells.of(plan.numbersOf(arms), subgroup);
    }

    /** They in an outcome and window. */
    Side side(ChosenCells patients, Job.Outcome outcome, Job.Window window) {
        int at = plan.outcomes().indexOf(outcome.id()) * plan.windows().size()
                + plan.windows().indexOf(window);
        return Side.of(patients, at, outcome.instrument().stepsPerUnit());
    }

    /** An analysis of two sides that the question does not itself compare. */
    Analysis analysis(Job.Outcome outcome, Job.Window window, String subgroup, Side arm, Side comparator) {
        ExactSums both = new ExactSums();
        both.addAll(arm.all());
        both.addAll(comparator.all());
        Design design =
                Models.design(job, plan, cells, both, outcome.instrument().stepsPerUnit());
        return new Analysis(job, question, outcome, window, subgroup, arm, comparator, design);
    }

    /** An analysis of nobody, for a row that says why there is none. */
    Analysis empty(Job.Outcome outcome, Job.Window window, String subgroup) {
        Side nobody = side(List.of(), subgroup, outcome, window);
        return analysis(outcome, window, subgroup, nobody, nobody);
    }

    /** One model of several groups. */
    GroupModel model(Job.Outcome outcome, List<GroupModel.Group> groups) {
        ExactSums all = new ExactSums();
        groups.forEach(group -> all.addAll(group.all()));
        return new GroupModel(
                job.cluster(),
                groups,
                Models.design(job, plan, cells, all, outcome.instrument().stepsPerUnit()));
    }
}
