package axial.sums;

import axial.evidence.WeightAnswer;
import axial.evidence.WeightRequest;
import axial.stats.PropensityWeight;
import java.util.Arrays;

/** What the patterns of one part add to the sums of {@link Weightings}. */
final class WeightSums {
    /** Whose chance of the treatment he got is smaller has no part in weights that are not bounded. */
    static final double LEAST = 1e-6;

    private static final double EQUIPOISE_LOW = 0.3;
    private static final double EQUIPOISE_HIGH = 0.7;

    /** Terms of a weight: w, w², wy, ∂w, ∂w y. */
    private static final int PER_WEIGHT = 5;

    private static final int OVERLAP = 0;
    private static final int ALL = 2;
    private static final int TREATED = ALL + PER_WEIGHT;
    private static final int ONE = TREATED + PER_WEIGHT;
    /** The outcome that the regression of each side expects. */
    private static final int EXPECTED = ONE + 1;
    /** w r and ∂w r of the weight for all, r what is left of the outcome after the regression of its own side. */
    private static final int LEFT = EXPECTED + 2;

    /** How many terms these are. */
    static final int TERMS = LEFT + 2;

    private final WeightLayout layout;
    private final WeightRequest request;
    private final Predictor[] expected = new Predictor[2];
    private final ModelColumns columns;
    private final OrderFreeSums sums;
    private final int from;
    private final long[][] bins = new long[2][WeightAnswer.BINS];
    private final long[] equipoise = new long[2];
    private long extreme;
    private double minusLogLikelihood;

    WeightSums(WeightLayout layout, WeightRequest request, ModelColumns columns, OrderFreeSums sums, int from) {
        this.layout = layout;
        this.request = request;
        this.columns = columns;
        this.sums = sums;
        this.from = from;
        for (int side = 0; side < 2; side++) {
            expected[side] = new Predictor(columns, request.outcome()[side].beta());
        }
    }

    /** Fills in the terms of {@code n} with the propensity {@code e}, whose changes have the sum {@code y}. */
    void fill(double[] terms, int at, int side, double e, int n, double y, int kind, int numbers, int baseline) {
        boolean arm = side == 1;
        double own = arm ? e : 1 - e;
        bins[side][Math.min(WeightAnswer.BINS - 1, (int) (e * WeightAnswer.BINS))] += n;
        equipoise[side] += inEquipoise(e) ? n : 0;
        minusLogLikelihood -= n * StrictMath.log(Math.max(Double.MIN_NORMAL, own));
        double overlap = PropensityWeight.OVERLAP.of(e, arm);
        terms[at + OVERLAP] = overlap * n;
        terms[at + OVERLAP + 1] = overlap * overlap * n;
        if (own < LEAST) {
            extreme += n;
            Arrays.fill(terms, at + ALL, at + TERMS, 0);
            return;
        }
        fill(terms, at + ALL, PropensityWeight.ALL, e, arm, n, y);
        fill(terms, at + TREATED, PropensityWeight.TREATED, e, arm, n, y);
        terms[at + ONE] = n;
        for (int k = 0; k < 2; k++) {
            terms[at + EXPECTED + k] = n * expected[k].of(kind, numbers, baseline);
        }
        double left = y - terms[at + EXPECTED + side];
        terms[at + LEFT] = PropensityWeight.ALL.of(e, arm) * left;
        terms[at + LEFT + 1] = PropensityWeight.ALL.slope(e, arm) * left;
    }

    private static void fill(double[] terms, int at, PropensityWeight weight, double e, boolean arm, int n, double y) {
        double w = weight.of(e, arm);
        double slope = weight.slope(e, arm);
        terms[at] = w * n;
        terms[at + 1] = w * w * n;
        terms[at + 2] = w * y;
        terms[at + 3] = slope * n;
        terms[at + 4] = slope * y;
    }

    /** The preference score is the propensity had both arms been as common (Walker et al. 2013). */
    private boolean inEquipoise(double e) {
        double arm = e * (1 - request.armShare());
        double preference = arm / (arm + (1 - e) * request.armShare());
        return preference >= EQUIPOISE_LOW && preference <= EQUIPOISE_HIGH;
    }

    /** Adds a group whose moments are at hand, these terms among them. */
    void endGroup(Moments moments, int at, int side) {
        sums.add(from + WeightLayout.MINUS_LOG_LIKELIHOOD, minusLogLikelihood);
        minusLogLikelihood = 0;
        addColumns(moments, at + OVERLAP, from + layout.side(PropensityWeight.OVERLAP, side));
        addColumns(moments, at + ALL, from + layout.side(PropensityWeight.ALL, side));
        addColumns(moments, at + TREATED, from + layout.side(PropensityWeight.TREATED, side));
        addMeans(moments, at + ALL, from + layout.all() + layout.allMeans().start(side));
        addMeans(
                moments,
                at + TREATED,
                from + layout.treated() + layout.treatedMeans().start(side));
        addAugmented(moments, at, side);
    }

    private void addColumns(Moments moments, int term, int to) {
        moments.addSum(term, sums, to);
        moments.addSum(term + 1, sums, to + 1);
        for (int i = 1; i < columns.width(); i++) {
            sums.add(to + 2 * i, moments.times(term, i));
            sums.add(to + 2 * i + 1, moments.square(term, i));
        }
    }

    private void addMeans(Moments moments, int term, int to) {
        moments.addSum(term, sums, to);
        moments.addSum(term + 2, sums, to + 1);
        moments.addSum(term + 1, sums, to + 2);
        moments.addVector(term + 3, sums, to + 3);
        moments.addVector(term + 4, sums, to + 3 + columns.width());
    }

    /** Of the doubly robust comparison among all, whose tilt is 1 everywhere. */
    private void addAugmented(Moments moments, int at, int side) {
        int p = columns.width();
        int start = from + layout.augmented();
        moments.addSum(at + ONE, sums, start + Triangle.size(p));
        moments.addVector(at + ONE, sums, start + Triangle.size(p) + 1);
        for (int k = 0; k < 2; k++) {
            moments.addSum(
                    at + EXPECTED + k, sums, start + layout.augmentedMeans().start(k));
        }
        int own = start + layout.augmentedMeans().start(side);
        moments.addSum(at + ALL, sums, own + 1 + p);
        moments.addSum(at + LEFT, sums, own + 2 + p);
        moments.addVector(at + ALL, sums, own + 3 + p);
        moments.addVector(at + ALL + 3, sums, own + 3 + 2 * p);
        moments.addVector(at + LEFT + 1, sums, own + 3 + 3 * p);
    }

    /** Adds what was counted, when all groups are in. */
    void addCounts() {
        for (int side = 0; side < 2; side++) {
            for (int b = 0; b < WeightAnswer.BINS; b++) {
                sums.add(from + WeightLayout.bin(side, b), bins[side][b]);
            }
            sums.add(from + WeightLayout.equipoise(side), equipoise[side]);
        }
        sums.add(from + WeightLayout.EXTREME, extreme);
    }
}
