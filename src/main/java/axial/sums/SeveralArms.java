package axial.sums;

import axial.evidence.ArmsRequest;
import axial.stats.Finding;
import axial.stats.MultinomialLogit;
import axial.stats.NotEstimable;
import axial.stats.PropensityWeight;
import axial.stats.TiltedMeans;
import axial.walk.EpisodeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several arms at once: a multinomial propensity, overlap weights, and the differences that are asked for. */
final class SeveralArms implements EpisodeModel {
    private static final long serialVersionUID = 1;
    private static final double SMALL_STEP = 1e-10;
    private static final double ABSURD = 30;

    private final ArmsRequest request;
    private final MultinomialLogit logit;
    private final TiltedMeans statistic;
    private final double[] beta;
    private boolean still = false;
    private String failure = "";
    private TiltedMeans.@Nullable Means means;
    private final List<Finding> findings = new ArrayList<>();

    private record Row(double[] x, int arm, double[] e, double change) {}

    SeveralArms(ArmsRequest request) {
        this.request = request;
        this.logit = new MultinomialLogit(request.arms(), request.columns().length);
        this.statistic = new TiltedMeans(logit, PropensityWeight.OVERLAP, 0);
        this.beta = new double[logit.coefficients()];
    }

    private @Nullable Row row(EpisodeRow episode) {
        if (!request.includes(episode)) {
            return null;
        }
        double[] x = request.design().row(episode, false, request.outcome(), request.columns());
        if (!ModelRow.complete(x)) {
            return null;
        }
        double change = request.design().change(episode.changes()[request.outcomeWindow()]);
        return new Row(x, request.places()[episode.arm()], logit.probabilities(beta, x), change);
    }

    @Override
    public boolean moving() {
        return !still && failure.isEmpty();
    }

    @Override
    public boolean fitted() {
        return still && failure.isEmpty();
    }

    @Override
    public void fail(String why) {
        failure = why;
    }

    @Override
    public int newtonSums() {
        return logit.sums();
    }

    @Override
    public void addNewton(EpisodeRow episode, OrderFreeSums sums, int from) {
        Row row = row(episode);
        if (row != null) {
            logit.add(row.x(), row.arm(), row.e(), (place, term) -> sums.add(from + place, term));
        }
    }

    @Override
    public void step(OrderFreeSums sums, int from) {
        double[] step = logit.step(Triangle.vector(sums, from, logit.sums()));
        if (step == null) {
            fail("the covariates separate the arms");
            return;
        }
        double largest = 0;
        for (int i = 0; i < step.length; i++) {
            beta[i] += step[i];
            largest = Math.max(largest, Math.abs(step[i]));
            if (Math.abs(beta[i]) > ABSURD) {
                fail("the covariates separate the arms");
            }
        }
        still = largest < SMALL_STEP;
    }

    @Override
    public int sums() {
        return statistic.sums();
    }

    @Override
    public void addSums(EpisodeRow episode, OrderFreeSums sums, int from) {
        Row row = row(episode);
        if (row != null) {
            statistic.add(row.x(), row.arm(), row.e(), row.change(), (place, term) -> sums.add(from + place, term));
        }
    }

    @Override
    public void take(OrderFreeSums sums, int from) {
        means = statistic.of(Triangle.vector(sums, from, statistic.sums()));
    }

    @Override
    public int estimates() {
        return request.contrasts().size();
    }

    @Override
    public boolean influence(EpisodeRow episode, double[] into) {
        Row row = row(episode);
        if (row == null) {
            return false;
        }
        for (int c = 0; c < into.length; c++) {
            int[] contrast = request.contrasts().get(c);
            into[c] = Objects.requireNonNull(means)
                    .influence(row.x(), row.arm(), row.e(), row.change(), contrast[0], contrast[1]);
        }
        return true;
    }

    @Override
    public boolean patients() {
        return request.patients();
    }

    @Override
    public void conclude(double[] squares, long clusters) {
        for (int c = 0; c < squares.length; c++) {
            int[] contrast = request.contrasts().get(c);
            findings.add(Objects.requireNonNull(means).conclude(contrast[0], contrast[1], squares[c], clusters));
        }
    }

    List<Finding> answer() {
        return findings.isEmpty()
                ? request.contrasts().stream()
                        .map(c -> (Finding) new NotEstimable(failure))
                        .toList()
                : List.copyOf(findings);
    }
}
