package axial.sums;

import axial.evidence.ArmsRequest;
import axial.stats.Finding;
import axial.stats.MultinomialLogit;
import axial.stats.NotEstimable;
import axial.stats.PropensityWeight;
import axial.stats.TiltedMeans;
import axial.walk.CovariatePatterns;
import axial.walk.PatternsOfOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several arms at once: a multinomial propensity, overlap weights, and the differences that are asked for. */
final class SeveralArms implements EpisodeModel {
    private static final long serialVersionUID = 1;
    /** Newton's method about squares what is left, so that after so small a step less than rounding is. */
    private static final double SMALL_STEP = 1e-7;

    private static final double ABSURD = 30;

    private final ArmsRequest request;
    private final MultinomialLogit logit;
    private final TiltedMeans statistic;
    private final double[] beta;
    private boolean still = false;
    private String failure = "";
    private TiltedMeans.@Nullable Means means;
    private final List<Finding> findings = new ArrayList<>();

    private record Row(int place, double[] x, int arm, double[] e, double change, int episodes) {}

    SeveralArms(ArmsRequest request) {
        this.request = request;
        this.logit = new MultinomialLogit(request.arms(), request.columns().length);
        this.statistic = new TiltedMeans(logit, PropensityWeight.OVERLAP, 0);
        this.beta = new double[logit.coefficients()];
    }

    private DesignRows rows(PatternsOfOutcome part) {
        return new DesignRows(part, request.design(), request.columns());
    }

    private void each(PatternsOfOutcome part, DesignRows rows, Consumer<Row> to) {
        boolean[] barred = rows.where(request.barred()::hold);
        for (int i = 0; i < part.size(); i++) {
            int arm = request.places()[part.arm(i)];
            int followed = part.followed(request.outcomeWindow(), i);
            boolean included = arm >= 0 && followed > 0 && !barred[part.combination(i)];
            double[] x = included ? rows.row(i, false) : null;
            if (x != null) {
                double[] e = logit.probabilities(beta, x);
                double change = request.design().meanChange(part.changes(request.outcomeWindow(), i), followed);
                to.accept(new Row(i, x, arm, e, change, followed));
            }
        }
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
        return logit.coefficients() + logit.informationSums();
    }

    @Override
    public void addNewton(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        DesignRows rows = rows(patterns);
        MultinomialSums newton = new MultinomialSums(logit, rows);
        each(
                patterns,
                rows,
                row -> newton.add(rows.kind(row.place(), false), row.x(), row.arm(), row.e(), row.episodes()));
        newton.addGradient(sums, from);
        newton.addInformation(sums, from + logit.coefficients());
    }

    @Override
    public void step(OrderFreeSums sums, int from) {
        double[] step = logit.step(Triangle.vector(sums, from, newtonSums()));
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
    public void addSums(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        DesignRows rows = rows(patterns);
        MultinomialSums information = new MultinomialSums(logit, rows);
        each(patterns, rows, row -> {
            information.add(rows.kind(row.place(), false), row.x(), row.arm(), row.e(), row.episodes());
            statistic.addMeans(
                    row.x(),
                    row.arm(),
                    row.e(),
                    row.change(),
                    (place, term) -> sums.add(from + place, term, row.episodes()));
        });
        information.addInformation(sums, from);
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
    public void influences(CovariatePatterns part, Influences to) {
        PatternsOfOutcome patterns = part.ofOutcome(request.outcome());
        double[] unchanged = new double[estimates()];
        double[] slope = new double[estimates()];
        each(patterns, rows(patterns), row -> {
            for (int c = 0; c < slope.length; c++) {
                unchanged[c] = influence(row, 0, c);
                slope[c] = influence(row, 1, c) - unchanged[c];
            }
            to.add(row.place(), unchanged, slope, Double.NaN);
        });
    }

    private double influence(Row row, double change, int c) {
        int[] contrast = request.contrasts().get(c);
        return Objects.requireNonNull(means).influence(row.x(), row.arm(), row.e(), change, contrast[0], contrast[1]);
    }

    @Override
    public ArmsRequest request() {
        return request;
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
