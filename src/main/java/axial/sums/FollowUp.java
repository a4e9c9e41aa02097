package axial.sums;

import axial.evidence.FollowUpRequest;
import axial.evidence.ModelAnswer;
import axial.evidence.ModelRequest;
import axial.stats.Finding;
import axial.stats.FollowedMeans;
import axial.stats.NotEstimable;
import axial.walk.CovariatePatterns;
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

    FollowUp(ModelRequest request) {
        this.request = request;
        this.asked = Objects.requireNonNull(request.followUp());
        this.logistic = new Logistic(asked.columns().length, "the covariates tell who is followed");
        this.statistic = new FollowedMeans(2, asked.columns().length);
    }

    /** The patterns of those with a baseline, whoever of them was followed. */
    private ModelPart part(CovariatePatterns all) {
        return ModelPart.of(all, request, asked.columns(), asked.hopeless());
    }

    /** The chance of each to be followed, which is 1 where the model is not asked. */
    private Chance chance(ModelPart part) {
        boolean[] certain = part.columns().where(asked.certain()::hold);
        Odds against = logistic.against(part.columns());
        return (side, kind, numbers, baseline) ->
                asked.certainSide()[side] || certain[kind / 2] ? 1 : against.against(kind, numbers, baseline);
    }

    private interface Chance {
        double of(int side, int kind, int numbers, int baseline);
    }

    @Override
    public NewtonSteps steps() {
        return logistic.steps();
    }

    @Override
    public void addNewton(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        int[] episodes = part.patterns().episodes();
        int[] followed = part.patterns().followed(request.outcomeWindow());
        Chance chance = chance(part);
        part.each(new NewtonSums(part.columns(), sums, from) {
            @Override
            public void row(int pattern, int side, int kind, int numbers, int baseline) {
                int n = followed[pattern];
                add(baseline, chance.of(side, kind, numbers, baseline), n, episodes[pattern] - n);
            }
        });
    }

    @Override
    public int sums() {
        return statistic.sums() + 1;
    }

    @Override
    public void addSums(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        part.each(new Sums(part, sums, from));
    }

    /** What the patterns of one part add to the sums of {@link FollowedMeans}, and how many had next to no chance. */
    private final class Sums implements SummedRows {
        private static final int INFORMATION = 0;
        /** 1/π of those followed. */
        private static final int INVERSE = 1;

        private static final int CHANGE = 2;
        private static final int SQUARE = 3;
        private static final int SLOPE = 4;
        private static final int SLOPE_CHANGE = 5;

        private final int[] episodes;
        private final int[] followed;
        private final long[] changes;
        private final Chance chance;
        private final Moments moments;
        private final OrderFreeSums sums;
        private final int from;
        private final double[] terms = new double[6];

        Sums(ModelPart part, OrderFreeSums sums, int from) {
            this.episodes = part.patterns().episodes();
            this.followed = part.patterns().followed(request.outcomeWindow());
            this.changes = part.patterns().changes(request.outcomeWindow());
            this.chance = chance(part);
            this.moments = new Moments(part.columns(), terms.length);
            this.sums = sums;
            this.from = from;
        }

        @Override
        public void row(int pattern, int side, int kind, int numbers, int baseline) {
            double p = chance.of(side, kind, numbers, baseline);
            if (p < LEAST) {
                sums.add(from + statistic.sums(), episodes[pattern]);
                return;
            }
            int n = followed[pattern];
            double y = request.design().sumOfChanges(changes[pattern], n);
            double w = 1 / p;
            terms[INFORMATION] = p * (1 - p) * episodes[pattern];
            terms[INVERSE] = w * n;
            terms[CHANGE] = w * y;
            terms[SQUARE] = w * w * n;
            terms[SLOPE] = (1 - w) * n;
            terms[SLOPE_CHANGE] = (1 - w) * y;
            moments.add(terms, baseline);
        }

        @Override
        public Moments moments() {
            return moments;
        }

        @Override
        public void take(int side) {
            int at = from + statistic.start(side);
            moments.addTriangle(INFORMATION, sums, from);
            moments.addSum(INVERSE, sums, at);
            moments.addSum(CHANGE, sums, at + 1);
            moments.addSum(SQUARE, sums, at + 2);
            moments.addVector(SLOPE, sums, at + 3);
            moments.addVector(SLOPE_CHANGE, sums, at + 3 + statistic.columns());
        }
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
    public void influences(CovariatePatterns all, Influences to) {
        ModelPart part = part(all);
        Chance chance = chance(part);
        double[] unchanged = new double[1];
        double[] slope = new double[1];
        FollowedMeans.Means found = Objects.requireNonNull(means);
        Predictor byScore = new Predictor(part.columns(), found.vector(ARM, 0));
        part.each((pattern, side, kind, numbers, baseline) -> {
            double p = chance.of(side, kind, numbers, baseline);
            double product = byScore.of(kind, numbers, baseline);
            double lost = 0;
            if (!extreme) {
                unchanged[0] = found.influence(product, side, true, p, 0, ARM, 0);
                slope[0] = found.influence(product, side, true, p, 1, ARM, 0) - unchanged[0];
                lost = found.influence(product, side, false, p, 0, ARM, 0);
            }
            to.add(pattern, unchanged, slope, lost);
        });
    }

    @Override
    public double scale() {
        return Objects.requireNonNull(means).weight()[ARM];
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
        Finding finding = difference == null ? new NotEstimable(logistic.steps().failure()) : difference;
        return found == null
                ? new ModelAnswer.Followed(finding, none, none)
                : new ModelAnswer.Followed(finding, found.effectiveSize()[ARM], found.effectiveSize()[0]);
    }
}
