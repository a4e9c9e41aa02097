package axial.sums;

import axial.clinic.Scaled;
import axial.evidence.FollowUpRequest;
import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.stats.Finding;
import axial.stats.FollowedMeans;
import axial.stats.NotEstimable;
import axial.walk.EpisodeRow;
import java.util.Objects;
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

    private record Row(double[] x, int arm, boolean followed, double chance, double change) {}

    FollowUp(ModelRequest request) {
        this.request = request;
        this.asked = Objects.requireNonNull(request.followUp());
        this.logistic = new Logistic(asked.columns().length, "the covariates tell who is followed");
        this.statistic = new FollowedMeans(2, asked.columns().length);
    }

    private @Nullable Row row(EpisodeRow episode) {
        if (!request.awaits(episode) || asked.hopeless().hold(episode)) {
            return null;
        }
        int arm = request.sides()[episode.arm()];
        double[] x = request.design().row(episode, arm == ARM, request.outcome(), asked.columns());
        if (!ModelRow.complete(x)) {
            return null;
        }
        int change = episode.changes()[request.outcomeWindow()];
        boolean followed = change != Scaled.MISSING;
        double y = followed ? request.design().change(change) : 0;
        boolean certain = asked.certainSide()[arm] || asked.certain().hold(episode);
        return new Row(x, arm, followed, certain ? 1 : logistic.probability(x), y);
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
    public void addNewton(EpisodeRow episode, OrderFreeSums sums, int from) {
        Row row = row(episode);
        if (row != null) {
            logistic.add(row.x(), row.followed(), row.chance(), sums, from);
        }
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
    public void addSums(EpisodeRow episode, OrderFreeSums sums, int from) {
        Row row = row(episode);
        if (row == null) {
            return;
        }
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
    public boolean influence(EpisodeRow episode, double[] into) {
        Row row = row(episode);
        if (row == null) {
            return false;
        }
        into[0] = extreme
                ? 0
                : Objects.requireNonNull(means)
                        .influence(row.x(), row.arm(), row.followed(), row.chance(), row.change(), ARM, 0);
        return true;
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
