package axial.evidence;

import axial.question.Job;
import axial.walk.Cells;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    List<Course> courses() {
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

    /** A side made of other arms than the question's. */
    Side side(List<String> arms, String subgroup, Analysis like) {
        Map<Cells.Key, Cells.Cell> chosen = new TreeMap<>();
        cells.all().forEach((key, cell) -> {
            if (key.subgroup().equals(subgroup) && arms.contains(plan.arms().get(key.arm()))) {
                chosen.put(key, cell);
            }
        });
        int at = plan.outcomes().indexOf(like.outcome().id()) * plan.windows().size()
                + plan.windows().indexOf(like.window());
        return Side.of(cells, chosen, at, like.outcome().instrument().stepsPerUnit());
    }

    /** One model of several groups. */
    GroupModel model(Job.Outcome outcome, List<GroupModel.Group> groups) {
        ExactSums all = new ExactSums();
        groups.forEach(group -> all.addAll(group.all(), Side.identity(cells)));
        return new GroupModel(
                job.cluster(),
                groups,
                Models.design(job, plan, cells, all, outcome.instrument().stepsPerUnit()));
    }
}
