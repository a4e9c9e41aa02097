package axial.sums;

import axial.clinic.Scaled;
import axial.evidence.FollowUpRequest;
import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.stats.Finding;
import axial.stats.FollowedMeans;
import axial.stats.NotEstimable;
import axial.walk.CovariatePatterns;
import axial.walk.PatternsOfOutcome;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The difference among all with a baseline from those who were followed, weighted by the inverse of their chance to be
 * followed, which a logistic model on arm and covariates gives.
 */
final class FollowUp implements EpisodeModel {
    private static final long serialVersionUID = 1;
    private static final double LEAST = 1e-6;
    private static final int ARM = 1;

    final ModelRequest request;
    private final FollowUpRequest asked;
    private final Logistic logistic;
    private final FollowedMeans statistic;
    private FollowedMeans.@Nullable Means means;
    private boolean extreme;
    private @Nullable Finding difference;

    private record Row(int place, double[] x, int arm, int followed, int lost, double chance, double change) {}

    FollowUp(ModelRequest request) {
        this.request = request;
        this.asked = Objects.requireNonNull(request.followUp());
        this.logistic = new Logistic(asked.columns().length, "the covariates tell who is followed");
        this.statistic = new FollowedMeans(2, asked.columns().length);
    }

    private DesignRows rows(PatternsOfOutcome part) {
        return new DesignRows(part, request.design(), asked.columns());
    }

    /** The episodes with a baseline, whoever of them was followed. */
    private void each(PatternsOfOutcome part, DesignRows rows, Consumer<Row> to) {
        boolean[] among = rows.where(
                levels -> request.isOfLevel(levels) && !asked.hopeless().hold(levels));
        boolean[] certain = rows.where(asked.certain()::hold);
        for (int i = 0; i < part.size(); i++) {
            int arm = request.sides()[part.arm(i)];
            int baseline = part.baseline(i);
            boolean awaited = arm >= 0
                    && baseline != Scaled.MISSING
                    && among[part.combination(i)]
                    && request.isOfSeverity(baseline);
            double[] x = awaited ? rows.row(i, arm == ARM) : null;
            if (x != null) {
                int followed = part.followed(request.outcomeWindow(), i);
                boolean surely = asked.certainSide()[arm] || certain[part.combination(i)];
                double chance = surely ? 1 : logistic.probability(x);
                double y = followed == 0
                        ? 0
                        : request.design().meanChange(part.changes(request.outcomeWindow(), i), followed);
                to.accept(new Row(i, x, arm, followed, part.episodes(i) - followed, chance, y));
            }
        }
    }

    @Override
    public boolean moving() {
        return logistic.moving();
    }

    @Override
    public boolean fitted() {
        return logistic.fitted();
    }

    @Override
    public void fail(String why) {
        logistic.fail(why);
    }

    @Override
    public int newtonSums() {
        return logistic.sums();
    }

    @Override
    public void addNewton(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        DesignRows rows = rows(patterns);
        NewtonSums newton = new NewtonSums(rows);
        each(
                patterns,
                rows,
                row -> newton.add(
                        rows.kind(row.place(), row.arm() == ARM), row.x(), row.chance(), row.followed(), row.lost()));
        newton.addTo(sums, from);
    }

    @Override
    public void step(OrderFreeSums sums, int from) {
        logistic.step(sums, from);
    }

    @Override
    public int sums() {
        return statistic.sums() + 1;
    }

    @Override
    public void addSums(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        DesignRows rows = rows(patterns);
        NewtonSums information = new NewtonSums(rows);
        each(patterns, rows, row -> {
            int all = row.followed() + row.lost();
            if (row.chance() < LEAST) {
                sums.add(from + statistic.sums(), 1, all);
                return;
            }
            information.addInformation(rows.kind(row.place(), row.arm() == ARM), row.x(), row.chance(), all);
            if (row.followed() > 0) {
                statistic.addMeans(
                        row.x(),
                        row.arm(),
                        row.chance(),
                        row.change(),
                        (place, term) -> sums.add(from + place, term, row.followed()));
            }
        });
        information.addInformation(sums, from);
    }

    @Override
    public void take(OrderFreeSums sums, int from) {
        means = statistic.of(Triangle.vector(sums, from, statistic.sums()));
        extreme = sums.sum(from + statistic.sums()) > 0;
    }

    @Override
    public int estimates() {
        return 1;
    }

    @Override
    public void influences(CovariatePatterns part, Influences to) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        double[] unchanged = new double[1];
        double[] slope = new double[1];
        each(patterns, rows(patterns), row -> {
            unchanged[0] = influence(row, true, 0);
            slope[0] = influence(row, true, 1) - unchanged[0];
            to.add(row.place(), unchanged, slope, influence(row, false, 0));
        });
    }

    private double influence(Row row, boolean followed, double change) {
        return extreme
                ? 0
                : Objects.requireNonNull(means).influence(row.x(), row.arm(), followed, row.chance(), change, ARM, 0);
    }

    @Override
    public ModelRequest request() {
        return request;
    }

    @Override
    public void conclude(double[] squares, long clusters) {
        difference = extreme
                ? new NotEstimable("somebody had less than one chance in a million to be followed")
                : Objects.requireNonNull(means).conclude(ARM, 0, squares[0], clusters);
    }

    ModelAnswer.Followed answer() {
        double none = Double.NaN;
        FollowedMeans.Means found = means;
        Finding finding = difference == null ? new NotEstimable(logistic.failure()) : difference;
        return found == null
                ? new ModelAnswer.Followed(finding, none, none)
                : new ModelAnswer.Followed(finding, found.effectiveSize()[ARM], found.effectiveSize()[0]);
    }
}
