package axial.sums;

import axial.evidence.WeightAnswer;
import axial.evidence.WeightAnswer.Weighted;
import axial.evidence.WeightRequest;
import axial.stats.AugmentedMeans;
import axial.stats.Finding;
import axial.stats.LogisticDiagnosis;
import axial.stats.MultinomialLogit;
import axial.stats.NotEstimable;
import axial.stats.PropensityWeight;
import axial.stats.TiltedMeans;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a propensity model finds beside overlap weights: the same comparison among all and among the treated, the doubly
 * robust one, and how the covariates and propensities lie.
 *
 * <p>Nobody's weight is cut. Where somebody's chance of the treatment he got is below {@value #LEAST}, the comparisons
 * among all and among the treated are not made, and the reason says so.
 */
final class Weightings implements Serializable {
    private static final long serialVersionUID = 1;
    static final int ESTIMATES = 3;
    private static final double LEAST = 1e-6;
    private static final int ARM = 1;
    private static final List<PropensityWeight> WEIGHTS =
            List.of(PropensityWeight.OVERLAP, PropensityWeight.ALL, PropensityWeight.TREATED);
    private static final double EQUIPOISE_LOW = 0.3;
    private static final double EQUIPOISE_HIGH = 0.7;

    private final WeightRequest request;
    private final int columns;
    private final MultinomialLogit logit;
    private final TiltedMeans all;
    private final TiltedMeans treated;
    private final AugmentedMeans augmented;
    private TiltedMeans.@Nullable Means allMeans;
    private TiltedMeans.@Nullable Means treatedMeans;
    private AugmentedMeans.@Nullable Means augmentedMeans;
    private LogisticDiagnosis diagnosis = LogisticDiagnosis.SEPARATED;
    private boolean extreme;
    private final long[][] bins = new long[2][WeightAnswer.BINS];
    private final long[] equipoise = new long[2];
    private final transient Map<PropensityWeight, Weighted> columnsOf = new EnumMap<>(PropensityWeight.class);
    private final transient Finding[] findings = new Finding[ESTIMATES];

    Weightings(WeightRequest request, int columns) {
        this.request = request;
        this.columns = columns;
        this.logit = new MultinomialLogit(2, columns);
        this.all = new TiltedMeans(logit, PropensityWeight.ALL, ARM);
        this.treated = new TiltedMeans(logit, PropensityWeight.TREATED, ARM);
        this.augmented = new AugmentedMeans(logit, PropensityWeight.ALL, ARM, request.outcome());
    }

    /** Bins and equipoise of both sides, −log likelihood, how many are extreme. */
    private static int counts() {
        return 2 * WeightAnswer.BINS + 2 + 2;
    }

    /** Per side Σw, Σw², and of each column but the intercept Σwx and Σwx². */
    private int perSide() {
        return 2 + 2 * (columns - 1);
    }

    private int means(int sums) {
        return sums - logit.informationSums();
    }

    int sums() {
        return counts()
                + WEIGHTS.size() * 2 * perSide()
                + means(all.sums())
                + means(treated.sums())
                + means(augmented.sums());
    }

    void add(ModelRow row, OrderFreeSums sums, int from) {
        int side = row.inArm() ? 1 : 0;
        int n = row.episodes();
        sums.add(from + side * WeightAnswer.BINS + bin(row.e()), 1, n);
        int at = from + 2 * WeightAnswer.BINS;
        if (inEquipoise(row.e())) {
            sums.add(at + side, 1, n);
        }
        double own = row.inArm() ? row.e() : 1 - row.e();
        sums.add(at + 2, -StrictMath.log(Math.max(Double.MIN_NORMAL, own)), n);
        boolean tooLittle = own < LEAST;
        if (tooLittle) {
            sums.add(at + 3, 1, n);
        }
        at = from + counts();
        double[] e = {1 - row.e(), row.e()};
        for (PropensityWeight weight : WEIGHTS) {
            if (!tooLittle || weight == PropensityWeight.OVERLAP) {
                addColumns(row.x(), weight.of(e, side, ARM), n, sums, at + side * perSide());
            }
            at += 2 * perSide();
        }
        if (tooLittle) {
            return;
        }
        addMeans(row, side, e, sums, at);
    }

    private void addColumns(double[] x, double weight, int times, OrderFreeSums sums, int from) {
        sums.add(from, weight, times);
        sums.add(from + 1, weight * weight, times);
        for (int i = 1; i < x.length; i++) {
            double weighted = weight * x[i];
            sums.add(from + 2 * i, weighted, times);
            sums.add(from + 2 * i + 1, weighted * x[i], times);
        }
    }

    private void addMeans(ModelRow row, int side, double[] e, OrderFreeSums sums, int from) {
        int forAll = from - logit.informationSums();
        int forTreated = forAll + means(all.sums());
        int forAugmented = forTreated + means(treated.sums());
        double y = row.change();
        int n = row.episodes();
        all.addMeans(row.x(), side, e, y, (place, term) -> sums.add(forAll + place, term, n));
        treated.addMeans(row.x(), side, e, y, (place, term) -> sums.add(forTreated + place, term, n));
        augmented.addMeans(row.x(), side, e, y, (place, term) -> sums.add(forAugmented + place, term, n));
    }

    private static int bin(double e) {
        return Math.min(WeightAnswer.BINS - 1, (int) (e * WeightAnswer.BINS));
    }

    /** The preference score is the propensity had both arms been as common (Walker et al. 2013). */
    private boolean inEquipoise(double e) {
        double arm = e * (1 - request.armShare());
        double preference = arm / (arm + (1 - e) * request.armShare());
        return preference >= EQUIPOISE_LOW && preference <= EQUIPOISE_HIGH;
    }

    void take(double[] beta, double[][] information, OrderFreeSums sums, int from) {
        for (int side = 0; side < 2; side++) {
            for (int b = 0; b < WeightAnswer.BINS; b++) {
                bins[side][b] = (long) sums.sum(from + side * WeightAnswer.BINS + b);
            }
            equipoise[side] = (long) sums.sum(from + 2 * WeightAnswer.BINS + side);
        }
        int at = from + 2 * WeightAnswer.BINS + 2;
        diagnosis = LogisticDiagnosis.of(beta, request.deviations(), information, true, sums.sum(at), request.rows());
        extreme = sums.sum(at + 1) > 0;
        at = from + counts();
        for (PropensityWeight weight : WEIGHTS) {
            columnsOf.put(weight, columns(sums, at));
            at += 2 * perSide();
        }
        allMeans = all.of(withInformation(information, sums, at, all.sums()));
        at += means(all.sums());
        treatedMeans = treated.of(withInformation(information, sums, at, treated.sums()));
        at += means(treated.sums());
        augmentedMeans = augmented.of(withInformation(information, sums, at, augmented.sums()));
    }

    private double[] withInformation(double[][] information, OrderFreeSums sums, int from, int size) {
        double[] found = new double[size];
        int at = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                found[at++] = information[i][j];
            }
        }
        for (int i = 0; at < size; i++, at++) {
            found[at] = sums.sum(from + i);
        }
        return found;
    }

    private Weighted columns(OrderFreeSums sums, int from) {
        double[] size = new double[2];
        double[][] mean = new double[2][columns];
        double[][] variance = new double[2][columns];
        for (int side = 0; side < 2; side++) {
            int at = from + side * perSide();
            double total = sums.sum(at);
            size[side] = PropensityWeight.effectiveSize(total, sums.sum(at + 1));
            mean[side][0] = 1;
            for (int i = 1; i < columns; i++) {
                mean[side][i] = sums.sum(at + 2 * i) / total;
                variance[side][i] = sums.sum(at + 2 * i + 1) / total - mean[side][i] * mean[side][i];
            }
        }
        return new Weighted(new NotEstimable(""), size, mean, variance);
    }

    void influence(ModelRow row, double[] into, int from) {
        int side = row.inArm() ? 1 : 0;
        double[] e = {1 - row.e(), row.e()};
        if (extreme) {
            into[from] = into[from + 1] = into[from + 2] = 0;
            return;
        }
        double y = row.change();
        into[from] = Objects.requireNonNull(allMeans).influence(row.x(), side, e, y, ARM, 0);
        into[from + 1] = Objects.requireNonNull(treatedMeans).influence(row.x(), side, e, y, ARM, 0);
        into[from + 2] = Objects.requireNonNull(augmentedMeans).influence(row.x(), side, e, y, ARM, 0);
    }

    void conclude(double[] squares, int from, long clusters) {
        findings[0] = Objects.requireNonNull(allMeans).conclude(ARM, 0, squares[from], clusters);
        findings[1] = Objects.requireNonNull(treatedMeans).conclude(ARM, 0, squares[from + 1], clusters);
        findings[2] = Objects.requireNonNull(augmentedMeans).conclude(ARM, 0, squares[from + 2], clusters);
    }

    WeightAnswer answer(String failure, Finding overlap, int[] of, boolean barred, Map<String, double[][]> byClinic) {
        String why = !failure.isEmpty()
                ? failure
                : extreme
                        ? "somebody had less than one chance in a million of the treatment received"
                        : diagnosis == LogisticDiagnosis.FINE ? "" : diagnosis.words();
        Map<PropensityWeight, Weighted> weighted = new EnumMap<>(PropensityWeight.class);
        if (failure.isEmpty() && extreme) {
            weighted.put(PropensityWeight.OVERLAP, with(PropensityWeight.OVERLAP, overlap));
        } else if (failure.isEmpty()) {
            weighted.put(PropensityWeight.ALL, with(PropensityWeight.ALL, found(0, why)));
            weighted.put(PropensityWeight.TREATED, with(PropensityWeight.TREATED, found(1, why)));
            weighted.put(PropensityWeight.OVERLAP, with(PropensityWeight.OVERLAP, overlap));
        }
        return new WeightAnswer(diagnosis, weighted, found(2, why), of, barred, bins, equipoise, byClinic);
    }

    private Finding found(int estimate, String why) {
        return why.isEmpty() ? findings[estimate] : new NotEstimable(why);
    }

    private Weighted with(PropensityWeight weight, Finding difference) {
        Weighted found = Objects.requireNonNull(columnsOf.get(weight));
        return new Weighted(difference, found.size(), found.mean(), found.variance());
    }
}
