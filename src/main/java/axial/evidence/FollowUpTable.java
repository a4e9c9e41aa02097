package axial.evidence;

import axial.question.Job;
import axial.tables.MissingRow;
import axial.tables.SmallCells;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who was followed, on each side of an analysis: in all, by clinic, by symptom stage and by severity. */
final class FollowUpTable {
    private static final List<String> BY = List.of(WalkPlan.STAGE, Strata.BASELINE);

    private final Job job;
    private final WalkPlan plan;
    private final EpisodeCounts counts;

    FollowUpTable(Job job, WalkPlan plan, EpisodeCounts counts) {
        this.job = job;
        this.plan = plan;
        this.counts = counts;
    }

    List<MissingRow> rows(Job.Question question, Analysis analysis) {
        List<MissingRow> rows = new ArrayList<>();
        addSide(rows, question, analysis, question.arm(), analysis.arm());
        addSide(rows, question, analysis, question.comparator(), analysis.comparator());
        return rows;
    }

    private void addSide(
            List<MissingRow> rows, Job.Question question, Analysis analysis, List<String> arms, Side side) {
        long[] all = new long[2];
        side.followUp().values().forEach(counted -> {
            all[0] += counted[0];
            all[1] += counted[1];
        });
        rows.add(row(question, analysis, arms, "all", "", all));
        side.followUp().forEach((clinic, n) -> rows.add(row(question, analysis, arms, "clinic_id", clinic, n)));
        int outcome = plan.outcomes().indexOf(analysis.outcome().id());
        List<Integer> places = arms.stream().map(plan.arms()::indexOf).toList();
        for (Map.Entry<Strata.Level, long[]> stratum : counts.followed(
                        places, outcome, plan.windows().indexOf(analysis.window()))
                .entrySet()) {
            Strata.Level level = stratum.getKey();
            if (BY.contains(level.covariate())) {
                rows.add(row(question, analysis, arms, level.covariate(), level.level(), stratum.getValue()));
            }
        }
    }

    private MissingRow row(
            Job.Question question, Analysis analysis, List<String> arms, String by, String level, long[] n) {
        boolean small = SmallCells.isSmall(n[1], n[0], job.disclosure().minCell());
        return new MissingRow(
                question.id(),
                analysis.outcome().id(),
                analysis.window().id(),
                Job.Question.together(arms),
                by,
                level,
                small ? -1 : n[0],
                small ? -1 : n[1],
                small || n[0] == 0 ? Double.NaN : (double) n[1] / n[0],
                small ? "withheld" : "counted");
    }
}
