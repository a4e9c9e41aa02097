package axial.report;

import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.QualityState;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * M6: by how many points of a hundred the two sides of a comparison differ in how many people with a first score have a
 * later one.
 */
final class FollowUpGap {
    /** People of one side: with a first score, and of these with a later one; below zero where withheld. */
    private record Side(long baseline, long followUp) {
        String inWords(Texts texts) {
            Shown shown = texts.shown();
            return CheckResult.ofAll(shown.toStep(baseline) - shown.toStep(followUp), baseline, texts);
        }

        double missing() {
            return (double) (baseline - followUp) / baseline;
        }
    }

    private FollowUpGap() {}

    /** One result for each question, outcome and window of the job. */
    static List<CheckResult> all(Table flow, Job job, Texts texts) {
        List<CheckResult> results = new ArrayList<>();
        for (Job.Question question : job.questions()) {
            if (question.notAnswerable() == null) {
                Table own = Tables.where(flow, "question", question.id());
                for (String outcome : question.outcomes()) {
                    for (String window : question.windows()) {
                        Table here = Tables.where(own, "outcome", outcome, "window", window);
                        results.add(result(question, outcome, window, here, job, texts));
                    }
                }
            }
        }
        return results;
    }

    private static CheckResult result(
            Job.Question question, String outcome, String window, Table flow, Job job, Texts texts) {
        Side arm = side(flow, Job.Question.together(question.arm()));
        Side comparator = side(flow, Job.Question.together(question.comparator()));
        boolean none = arm.baseline() == 0 || comparator.baseline() == 0;
        boolean shown = arm.followUp() >= 0 && comparator.followUp() >= 0 && !none;
        double gap = shown ? Math.abs(arm.missing() - comparator.missing()) : 0;
        QualityState state = none
                ? QualityState.NOT_APPLICABLE
                : shown ? QualityState.ofShare(job.limits(QualityCheck.M6), gap) : QualityState.WITHHELD;
        return new CheckResult(
                QualityCheck.M6,
                "",
                "",
                texts.say("quality.question", "question", question.id(), "outcome", outcome),
                window,
                shown
                        ? texts.say("quality.gap", "arm", arm.inWords(texts), "comparator", comparator.inWords(texts))
                        : "–",
                gap,
                state,
                "",
                Followed.of(flow).ids());
    }

    private static Side side(Table flow, String arm) {
        Table own = Tables.where(flow, "arm", arm);
        return new Side(count(own, "with_baseline"), count(own, "with_follow_up"));
    }

    private static long count(Table flow, String step) {
        StringColumn n = Tables.where(flow, "step", step).stringColumn("n");
        return n.isEmpty() ? 0 : n.get(0).isEmpty() ? -1 : Long.parseLong(n.get(0));
    }
}
