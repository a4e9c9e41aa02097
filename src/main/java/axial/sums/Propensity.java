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
import axial.walk.PatternsOfOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
        return 2 * (Triangle.size(columns.length) + columns.length + 2);
    }

    void addOutcome(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = patterns(part);
        each(patterns, row -> {
            int n = row.episodes();
            int at = row.inArm() ? from : from + outcomeSums() / 2;
            Triangle.add(row.x(), 1, n, sums, at);
            at += Triangle.size(columns.length);
            for (int i = 0; i < columns.length; i++) {
                sums.add(at + i, row.x()[i] * row.change(), n);
            }
            long changes = patterns.changes(request.outcomeWindow(), row.place());
            long squares = patterns.squares(request.outcomeWindow(), row.place());
            sums.add(at + columns.length, request.design().meanSquare(changes, squares, n), n);
            sums.add(at + columns.length + 1, 1, n);
        });
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
        PatternsOfOutcome patterns = patterns(part);
        DesignRows rows = rows(patterns);
        NewtonSums newton = new NewtonSums(rows);
        each(
                patterns,
                rows,
                row -> newton.add(
                        rows.kind(row.place(), row.inArm()),
                        row.x(),
                        row.e(),
                        row.inArm() ? row.episodes() : 0,
                        row.inArm() ? 0 : row.episodes()));
        newton.addTo(sums, from);
    }

    @Override
    public void step(OrderFreeSums sums, int from) {
        logistic.step(sums, from);
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
    public void addSums(CovariatePatterns part, OrderFreeSums sums, int from) {
        PatternsOfOutcome patterns = patterns(part);
        DesignRows rows = rows(patterns);
        NewtonSums information = new NewtonSums(rows);
        each(patterns, rows, row -> {
            addOverlap(row, sums, from);
            information.addInformation(rows.kind(row.place(), row.inArm()), row.x(), row.e(), row.episodes());
            if (weightings != null) {
                weightings.add(row, sums, from + overlapSums());
            }
        });
        information.addInformation(sums, from + 4 + 4 * columns.length);
    }

    private static void addOverlap(ModelRow row, OrderFreeSums sums, int from) {
        double[] x = row.x();
        int p = x.length;
        int n = row.episodes();
        double own = row.inArm() ? 1 - row.e() : row.e();
        sums.add(from + (row.inArm() ? 0 : 2), own, n);
        sums.add(from + (row.inArm() ? 1 : 3), own * row.change(), n);
        int slopes = from + 4 + (row.inArm() ? 0 : 2 * p);
        for (int i = 0; i < p; i++) {
            double weighted = row.e() * (1 - row.e()) * x[i];
            sums.add(slopes + i, weighted, n);
            sums.add(slopes + p + i, weighted * row.change(), n);
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
            weightings.take(logistic.beta(), information, sums, from + overlapSums());
        }
    }

    @Override
    public int estimates() {
        return 1 + (weightings == null ? 0 : Weightings.ESTIMATES);
    }

    @Override
    public void influences(CovariatePatterns part, Influences to) {
        double[] unchanged = new double[estimates()];
        double[] slope = new double[estimates()];
        each(patterns(part), row -> {
            influence(row.withChange(0), unchanged);
            influence(row.withChange(1), slope);
            for (int i = 0; i < slope.length; i++) {
                slope[i] -= unchanged[i];
            }
            to.add(row.place(), unchanged, slope, Double.NaN);
        });
    }

    private void influence(ModelRow row, double[] into) {
        into[0] = Objects.requireNonNull(weights).influence(row.x(), row.inArm(), row.e(), row.change());
        if (weightings != null) {
            weightings.influence(row, into, 1);
        }
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
        return overlap == null ? new NotEstimable(logistic.failure()) : overlap;
    }

    @Nullable
    WeightAnswer weights() {
        return weightings == null
                ? null
                : weightings.answer(
                        logistic.failure(),
                        overlap(),
                        columns,
                        !request.barred().levels().isEmpty(),
                        clinics);
    }

    private PatternsOfOutcome patterns(CovariatePatterns part) {
        return part.ofOutcome(request.outcome());
    }

    DesignRows rows(PatternsOfOutcome part) {
        return new DesignRows(part, request.design(), columns);
    }

    private void each(PatternsOfOutcome part, Consumer<ModelRow> to) {
        each(part, rows(part), to);
    }

    /** The patterns in the analysis, as this model sees them. */
    void each(PatternsOfOutcome part, DesignRows rows, Consumer<ModelRow> to) {
        boolean[] among = rows.where(
                levels -> request.isOfLevel(levels) && !request.barred().hold(levels));
        for (int i = 0; i < part.size(); i++) {
            int side = request.sides()[part.arm(i)];
            int followed = part.followed(request.outcomeWindow(), i);
            boolean included =
                    side >= 0 && followed > 0 && among[part.combination(i)] && request.isOfSeverity(part.baseline(i));
            double[] x = included ? rows.row(i, side == 1) : null;
            if (x != null) {
                double change = request.design().meanChange(part.changes(request.outcomeWindow(), i), followed);
                to.accept(new ModelRow(i, x, side == 1, logistic.probability(x), change, followed));
            }
        }
    }
}
