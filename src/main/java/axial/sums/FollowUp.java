package axial.sums;

import axial.clinic.Scaled;
import axial.evidence.FollowUpRequest;
import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.stats.Finding;
import axial.stats.FollowedMeans;
import axial.stats.NotEstimable;
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

    private record Row(int episode, double[] x, int arm, boolean followed, double chance, double change) {}

    FollowUp(ModelRequest request) {
        this.request = request;
        this.asked = Objects.requireNonNull(request.followUp());
        this.logistic = new Logistic(asked.columns().length, "the covariates tell who is followed");
        this.statistic = new FollowedMeans(2, asked.columns().length);
    }

    private DesignRows rows(EpisodeColumns part) {
        return new DesignRows(part, request.design(), asked.columns(), request.outcome());
    }

    /** The episodes with a baseline, whoever of them was followed. */
    private void each(EpisodeColumns part, DesignRows rows, Consumer<Row> to) {
        boolean[] among = part.where(
                levels -> request.isOfLevel(levels) && !asked.hopeless().hold(levels));
        boolean[] certain = part.where(asked.certain()::hold);
        for (int i = 0; i < part.size(); i++) {
            int arm = request.sides()[part.arm(i)];
            int baseline = part.baseline(request.outcome(), i);
            boolean awaited = arm >= 0
                    && baseline != Scaled.MISSING
                    && among[part.combination(i)]
                    && request.isOfSeverity(baseline);
            double[] x = awaited ? rows.row(i, arm == ARM) : null;
            if (x != null) {
                int change = part.change(request.outcomeWindow(), i);
                boolean followed = change != Scaled.MISSING;
                boolean surely = asked.certainSide()[arm] || certain[part.combination(i)];
                double y = followed ? request.design().change(change) : 0;
                to.accept(new Row(i, x, arm, followed, surely ? 1 : logistic.probability(x), y));
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
    public void addNewton(EpisodeColumns part, OrderFreeSums sums, int from) {
        DesignRows rows = rows(part);
        NewtonSums newton = new NewtonSums(rows);
        each(
                part,
                rows,
                row -> newton.add(rows.kind(row.episode(), row.arm() == ARM), row.x(), row.followed(), row.chance()));
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
    public void addSums(EpisodeColumns part, OrderFreeSums sums, int from) {
        each(part, rows(part), row -> addRow(row, sums, from));
    }

    private void addRow(Row row, OrderFreeSums sums, int from) {
        if (row.chance() < LEAST) {
            sums.add(from + statistic.sums(), 1);
            return;
        }
        statistic.add(
                row.x(),
                row.arm(),
                row.followed(),
                row.chance(),
                row.change(),
                (place, term) -> sums.add(from + place, term));
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
    public void influences(EpisodeColumns part, Influences to) {
        double[] influence = new double[1];
        each(part, rows(part), row -> {
            influence[0] = extreme
                    ? 0
                    : Objects.requireNonNull(means)
                            .influence(row.x(), row.arm(), row.followed(), row.chance(), row.change(), ARM, 0);
            to.add(row.episode(), influence);
        });
    }

    @Override
    public boolean patients() {
        return request.patients();
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
