package axial.sums;

import axial.evidence.ArmsRequest;
import axial.stats.Finding;
import axial.stats.MultinomialLogit;
import axial.stats.NotEstimable;
import axial.stats.PropensityWeight;
import axial.stats.TiltedMeans;
import axial.walk.CovariatePatterns;
import axial.walk.PatternGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several arms at once: a multinomial propensity, overlap weights, and the differences that are asked for. */
final class SeveralArms implements EpisodeModel {
    private static final long serialVersionUID = 1;
    /** Odds beyond this are no more than this, so that their sum is a number; whoever has such odds has one arm for certain. */
    private static final double MOST_ODDS = 1e300;

    private final ArmsRequest request;
    private final MultinomialLogit logit;
    private final TiltedMeans statistic;
    private final NewtonSteps steps;
    private TiltedMeans.@Nullable Means means;
    private final List<Finding> findings = new ArrayList<>();

    SeveralArms(ArmsRequest request) {
        this.request = request;
        this.logit = new MultinomialLogit(request.arms(), request.columns().length);
        this.statistic = new TiltedMeans(logit, PropensityWeight.OVERLAP, 0);
        int newtonSums = logit.coefficients() + logit.informationSums();
        this.steps = new NewtonSteps(
                logit.coefficients(),
                newtonSums,
                (sums, from) -> logit.step(Triangle.vector(sums, from, newtonSums)),
                "the covariates separate the arms");
    }

    private ModelPart part(CovariatePatterns all) {
        PatternGroups patterns = all.ofOutcome(request.outcome()).groups();
        ModelColumns columns = new ModelColumns(patterns, request.design(), request.columns());
        boolean[] among = columns.where(levels -> !request.barred().hold(levels));
        return new ModelPart(patterns, columns, request.places(), among, null);
    }

    /** The odds of each arm but the first against the first. */
    private Odds[] odds(ModelPart part) {
        double[] beta = steps.beta();
        Odds[] odds = new Odds[request.arms() - 1];
        for (int k = 0; k < odds.length; k++) {
            int first = k * logit.columns();
            double[] own = Arrays.copyOfRange(beta, first, first + logit.columns());
            odds[k] = new Predictor(part.columns(), own).odds();
        }
        return odds;
    }

    /** The chances of all arms, eₖ = oₖ/Σo with the odds o against the first arm. */
    private static void chances(Odds[] odds, int kind, int numbers, int baseline, double[] e) {
        e[0] = 1;
        double sum = 1;
        for (int k = 1; k < e.length; k++) {
            e[k] = Math.min(odds[k - 1].of(kind, numbers, baseline), MOST_ODDS);
            sum += e[k];
        }
        for (int k = 0; k < e.length; k++) {
            e[k] /= sum;
        }
    }

    @Override
    public NewtonSteps steps() {
        return steps;
    }

    @Override
    public void addNewton(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        int[] followed = part.patterns().followed(request.outcomeWindow());
        Odds[] odds = odds(part);
        double[] e = new double[request.arms()];
        MultinomialSums newton = new MultinomialSums(logit, part.columns(), 0);
        part.each(new SummedRows() {
            @Override
            public void row(int pattern, int side, int kind, int numbers, int baseline) {
                int n = followed[pattern];
                if (n > 0) {
                    chances(odds, kind, numbers, baseline, e);
                    newton.add(side, e, n, baseline);
                }
            }

            @Override
            public Moments moments() {
                return newton.moments();
            }

            @Override
            public void take(int side) {
                newton.addGradient(sums, from);
                newton.addInformation(sums, from + logit.coefficients());
            }
        });
    }

    @Override
    public int sums() {
        return statistic.sums();
    }

    @Override
    public void addSums(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        part.each(new Sums(part, sums, from));
    }

    /** What the patterns of one part add to the sums of {@link TiltedMeans}. */
    private final class Sums implements SummedRows {
        /** w, wy and w², then ∂w and ∂w y by linear predictor. */
        private static final int FIXED = 3;

        private final int[] followed;
        private final long[] changes;
        private final Odds[] odds;
        private final MultinomialSums newton;
        private final OrderFreeSums sums;
        private final int from;
        private final double[] e = new double[request.arms()];

        Sums(ModelPart part, OrderFreeSums sums, int from) {
            this.followed = part.patterns().followed(request.outcomeWindow());
            this.changes = part.patterns().changes(request.outcomeWindow());
            this.odds = odds(part);
            this.newton = new MultinomialSums(logit, part.columns(), FIXED + 2 * (e.length - 1));
            this.sums = sums;
            this.from = from;
        }

        @Override
        public void row(int pattern, int side, int kind, int numbers, int baseline) {
            int n = followed[pattern];
            if (n == 0) {
                return;
            }
            double y = request.design().sumOfChanges(changes[pattern], n);
            chances(odds, kind, numbers, baseline, e);
            double w = statistic.tilt().of(e, side, statistic.target());
            double[] slope = statistic.tilt().slope(e, side, statistic.target());
            int at = newton.more();
            double[] terms = newton.terms();
            terms[at] = w * n;
            terms[at + 1] = w * y;
            terms[at + 2] = w * w * n;
            for (int k = 0; k < slope.length; k++) {
                terms[at + FIXED + k] = slope[k] * n;
                terms[at + FIXED + slope.length + k] = slope[k] * y;
            }
            newton.add(side, e, n, baseline);
        }

        @Override
        public Moments moments() {
            return newton.moments();
        }

        @Override
        public void take(int side) {
            Moments moments = moments();
            newton.addInformation(sums, from);
            int to = from + statistic.start(side);
            int at = newton.more();
            for (int i = 0; i < FIXED; i++) {
                moments.addSum(at + i, sums, to + i);
            }
            for (int k = 0; k < 2 * (e.length - 1); k++) {
                moments.addVector(at + FIXED + k, sums, to + FIXED + k * logit.columns());
            }
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
    public void influences(CovariatePatterns all, Influences to) {
        ModelPart part = part(all);
        int[] followed = part.patterns().followed(request.outcomeWindow());
        Odds[] odds = odds(part);
        double[] e = new double[request.arms()];
        double[] unchanged = new double[estimates()];
        double[] slope = new double[estimates()];
        TiltedMeans.Means found = Objects.requireNonNull(means);
        List<int[]> contrasts = request.contrasts();
        Products[] products = contrasts.stream()
                .map(pair -> new Products(part.columns(), found.vectors(pair[0], pair[1])))
                .toArray(Products[]::new);
        part.each((pattern, side, kind, numbers, baseline) -> {
            if (followed[pattern] > 0) {
                chances(odds, kind, numbers, baseline, e);
                for (int c = 0; c < slope.length; c++) {
                    int[] pair = contrasts.get(c);
                    double[] own = products[c].of(kind, numbers, baseline);
                    unchanged[c] = found.ofProducts(own, side, e, 0, pair[0], pair[1]);
                    slope[c] = found.ofProducts(own, side, e, 1, pair[0], pair[1]) - unchanged[c];
                }
                to.add(pattern, unchanged, slope, Double.NaN);
            }
        });
    }

    @Override
    public double scale() {
        return Objects.requireNonNull(means).weight()[0];
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
                        .map(c -> (Finding) new NotEstimable(steps.failure()))
                        .toList()
                : List.copyOf(findings);
    }
}
