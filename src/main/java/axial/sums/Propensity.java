package axial.sums;

import axial.evidence.ModelRequest;
import axial.evidence.WeightAnswer;
import axial.evidence.WeightRequest;
import axial.stats.CrossProducts;
import axial.stats.Finding;
import axial.stats.NotEstimable;
import axial.stats.OverlapSums;
import axial.stats.OverlapWeights;
import axial.walk.CovariatePatterns;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One propensity model on its way to an answer. */
final class Propensity implements EpisodeModel {
    private static final long serialVersionUID = 1;

    final ModelRequest request;
    private final int[] columns;
    private final Logistic logistic;
    private @Nullable Weightings weightings;
    private @Nullable OverlapWeights weights;
    private @Nullable Finding overlap;
    private transient Map<String, double[][]> clinics = Map.of();

    Propensity(ModelRequest request) {
        this.request = request;
        this.columns = request.propensityColumns();
        this.logistic = new Logistic(columns.length, "the covariates separate the arms");
        WeightRequest known = request.weights();
        this.weightings = known == null ? null : new Weightings(known, columns.length);
    }

    /** Whether the outcome must be regressed on the covariates of those who are not barred. */
    boolean wantsOutcome() {
        return request.everyWeight() && weightings == null;
    }

    /** How many sums the regressions of both sides need. */
    int outcomeSums() {
        return 2 * OutcomeSums.perSide(columns.length);
    }

    void addOutcome(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        part.each(new OutcomeSums(part, request, sums, from));
    }

    void takeOutcome(OrderFreeSums sums, int from) {
        weightings = new Weightings(
                WeightRequest.of(side(sums, from), side(sums, from + outcomeSums() / 2)), columns.length);
    }

    private CrossProducts side(OrderFreeSums sums, int from) {
        int p = columns.length;
        int at = from + Triangle.size(p);
        return new CrossProducts(
                (long) sums.sum(at + p + 1),
                Triangle.of(sums, from, p),
                Triangle.vector(sums, at, p),
                sums.sum(at + p));
    }

    @Override
    public NewtonSteps steps() {
        return logistic.steps();
    }

    @Override
    public void addNewton(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        int[] followed = part.patterns().followed(request.outcomeWindow());
        Odds against = logistic.against(part.columns());
        part.each(new NewtonSums(part.columns(), sums, from) {
            @Override
            public void row(int pattern, int side, int kind, int numbers, int baseline) {
                int n = followed[pattern];
                if (n > 0) {
                    add(baseline, against.against(kind, numbers, baseline), n * side, n * (1 - side));
                }
            }
        });
    }

    /** See {@link OverlapSums}. */
    private int overlapSums() {
        return 4 + 4 * columns.length + Triangle.size(columns.length);
    }

    @Override
    public int sums() {
        return overlapSums() + (weightings == null ? 0 : weightings.sums());
    }

    @Override
    public void addSums(CovariatePatterns all, OrderFreeSums sums, int from) {
        ModelPart part = part(all);
        WeightSums beside = weightings == null ? null : weightings.sums(part.columns(), sums, from + overlapSums());
        part.each(new PropensitySums(part, request, logistic.against(part.columns()), beside, sums, from));
        if (beside != null) {
            beside.addCounts();
        }
    }

    @Override
    public void take(OrderFreeSums sums, int from) {
        int p = columns.length;
        double[] scalars = Triangle.vector(sums, from, 4);
        double[][] information = Triangle.of(sums, from + 4 + 4 * p, p);
        OverlapSums found = new OverlapSums(
                information,
                scalars[0],
                scalars[1],
                scalars[2],
                scalars[3],
                Triangle.vector(sums, from + 4, p),
                Triangle.vector(sums, from + 4 + p, p),
                Triangle.vector(sums, from + 4 + 2 * p, p),
                Triangle.vector(sums, from + 4 + 3 * p, p));
        weights = OverlapWeights.of(found);
        if (weightings != null) {
            weightings.take(logistic.steps().beta(), information, sums, from + overlapSums());
        }
    }

    @Override
    public int estimates() {
        return 1 + (weightings == null ? 0 : Weightings.ESTIMATES);
    }

    @Override
    public void influences(CovariatePatterns all, Influences to) {
        ModelPart part = part(all);
        int[] followed = part.patterns().followed(request.outcomeWindow());
        Odds against = logistic.against(part.columns());
        OverlapWeights overlapping = Objects.requireNonNull(weights);
        Predictor byScore = new Predictor(part.columns(), overlapping.vector());
        WeightInfluences beside = weightings == null ? null : weightings.influences(part.columns());
        double[] unchanged = new double[estimates()];
        double[] slope = new double[estimates()];
        part.each((pattern, side, kind, numbers, baseline) -> {
            if (followed[pattern] > 0) {
                double e = against.against(kind, numbers, baseline);
                double product = byScore.of(kind, numbers, baseline);
                unchanged[0] = overlapping.influence(product, side == 1, e, 0);
                slope[0] = overlapping.influence(product, side == 1, e, 1) - unchanged[0];
                if (beside != null) {
                    beside.fill(side, e, kind, numbers, baseline, unchanged, slope);
                }
                to.add(pattern, unchanged, slope, Double.NaN);
            }
        });
    }

    @Override
    public double scale() {
        return Objects.requireNonNull(weights).weight();
    }

    @Override
    public ModelRequest request() {
        return request;
    }

    @Override
    public void conclude(double[] squares, long clusters) {
        overlap = Objects.requireNonNull(weights).conclude(squares[0], clusters);
        if (weightings != null) {
            weightings.conclude(squares, 1, clusters);
        }
    }

    /** Takes the overlap-weighted means of the columns per clinic and side, comparator first. */
    void takeClinics(Map<String, double[][]> means) {
        clinics = means;
    }

    Finding overlap() {
        return overlap == null ? new NotEstimable(logistic.steps().failure()) : overlap;
    }

    @Nullable
    WeightAnswer weights() {
        return weightings == null
                ? null
                : weightings.answer(
                        logistic.steps().failure(),
                        overlap(),
                        columns,
                        !request.barred().levels().isEmpty(),
                        clinics);
    }

    /** The patterns in the analysis, as this model sees them. */
    ModelPart part(CovariatePatterns all) {
        return ModelPart.of(all, request, columns, request.barred());
    }

    /** The odds against the arm. */
    Odds against(ModelPart part) {
        return logistic.against(part.columns());
    }
}
