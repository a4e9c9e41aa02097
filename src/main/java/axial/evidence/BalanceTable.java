package axial.evidence;

import axial.evidence.WeightAnswer.Weighted;
import axial.question.Job;
import axial.stats.Balance;
import axial.stats.Moments;
import axial.stats.PropensityWeight;
import axial.tables.BalanceRow;
import axial.tables.BalanceRow.Differences;
import axial.tables.SmallCells;
import axial.walk.Design;
import axial.walk.ExactSums;
import axial.walk.WalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How alike the two sides of an analysis are, covariate by covariate. */
final class BalanceTable {
    private final Job job;
    private final WalkPlan plan;
    private final Job.Question question;
    private final Analysis analysis;
    private final WeightAnswer answer;

    private BalanceTable(Job job, WalkPlan plan, Job.Question question, Analysis analysis, WeightAnswer answer) {
        this.job = job;
        this.plan = plan;
        this.question = question;
        this.analysis = analysis;
        this.answer = answer;
    }

    static List<BalanceRow> rows(
            Job job, WalkPlan plan, Job.Question question, Analysis analysis, WeightAnswer answer) {
        BalanceTable table = new BalanceTable(job, plan, question, analysis, answer);
        List<BalanceRow> rows = new ArrayList<>();
        int[] columns = answer.columns();
        for (int i = 1; i < columns.length; i++) {
            rows.add(table.row(analysis.design().columns().get(columns[i]), i));
        }
        return rows;
    }

    private BalanceRow row(Design.Column column, int place) {
        Moments arm = Side.moments(analysis.arm().all(), column.sumsColumn(), 1);
        Moments comparator = Side.moments(analysis.comparator().all(), column.sumsColumn(), 1);
        boolean level = column.kind() == Design.Kind.LEVEL;
        long n = level ? count(analysis.arm(), column) : analysis.arm().n();
        long comparatorN = level
                ? count(analysis.comparator(), column)
                : analysis.comparator().n();
        boolean small = level && (small(n, analysis.arm()) || small(comparatorN, analysis.comparator()));
        Differences none = Differences.NONE;
        return new BalanceRow(
                question.id(),
                analysis.outcome().id(),
                analysis.window().id(),
                covariate(column),
                column.level(),
                small ? -1 : n,
                small ? -1 : comparatorN,
                small ? none : differences(arm, comparator, arm, comparator),
                small ? none : weighted(PropensityWeight.OVERLAP, column, place, arm, comparator),
                small ? none : weighted(PropensityWeight.ALL, column, place, arm, comparator),
                small ? none : weighted(PropensityWeight.TREATED, column, place, arm, comparator),
                small ? Double.NaN : withinClinics(column, arm, comparator),
                small ? "withheld" : "estimated");
    }

    private boolean small(long n, Side side) {
        return SmallCells.isSmall(n, side.n(), job.disclosure().minCell());
    }

    private static long count(Side side, Design.Column column) {
        return side.all().product(ExactSums.ONE, column.sumsColumn()).longValueExact();
    }

    private String covariate(Design.Column column) {
        return switch (column.kind()) {
            case NUMBER -> plan.numbers().get(column.source());
            case LEVEL -> plan.categories().get(column.source());
            default -> WalkPlan.BASELINE;
        };
    }

    private Differences weighted(
            PropensityWeight weight, Design.Column column, int place, Moments arm, Moments comparator) {
        Weighted found = answer.weighted().get(weight);
        return found == null
                ? Differences.NONE
                : differences(moments(found, 1, column, place), moments(found, 0, column, place), arm, comparator);
    }

    /** In steps, as the exact sums are. */
    private static Moments moments(Weighted found, int side, Design.Column column, int place) {
        double mean = found.mean()[side][place] * column.unit() + column.shift();
        return new Moments(0, mean, found.variance()[side][place] * column.unit() * column.unit());
    }

    private static Differences differences(Moments arm, Moments comparator, Moments sd, Moments comparatorSd) {
        return new Differences(
                Balance.byBoth(arm.mean(), comparator.mean(), sd.variance(), comparatorSd.variance()),
                Balance.varianceRatio(arm.variance(), comparator.variance()));
    }

    private double withinClinics(Design.Column column, Moments arm, Moments comparator) {
        TreeSet<String> clinics = new TreeSet<>(analysis.arm().byClinic().keySet());
        clinics.retainAll(analysis.comparator().byClinic().keySet());
        double most = Double.NaN;
        for (String clinic : clinics) {
            ExactSums here = analysis.arm().byClinic().getOrDefault(clinic, new ExactSums());
            ExactSums there = analysis.comparator().byClinic().getOrDefault(clinic, new ExactSums());
            if (Math.min(here.count(), there.count()) >= job.disclosure().minCell()) {
                double difference = Math.abs(Balance.byBoth(
                        Side.moments(here, column.sumsColumn(), 1).mean(),
                        Side.moments(there, column.sumsColumn(), 1).mean(),
                        arm.variance(),
                        comparator.variance()));
                most = Double.isNaN(most) ? difference : Math.max(most, difference);
            }
        }
        return most;
    }
}
