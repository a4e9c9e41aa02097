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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a propensity model finds beside overlap weights: the same comparison among all and among the treated, the doubly
 * robust one, and how the covariates and propensities lie.
 *
 * <p>Nobody's weight is cut. Where somebody's chance of the treatment he got is below {@value WeightSums#LEAST}, the comparisons
 * among all and among the treated are not made, and the reason says so.
 */
final class Weightings implements Serializable {
    private static final long serialVersionUID = 1;
    static final int ESTIMATES = 3;
    private static final int ARM = 1;

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

    private WeightLayout layout() {
        return new WeightLayout(columns, all, treated, augmented);
    }

    int sums() {
        return layout().sums();
    }

    /** What the patterns of a part add to these, which start at a place. */
    WeightSums sums(ModelColumns part, OrderFreeSums sums, int from) {
        return new WeightSums(layout(), request, part, sums, from);
    }

    void take(double[] beta, double[][] information, OrderFreeSums sums, int from) {
        WeightLayout layout = layout();
        for (int side = 0; side < 2; side++) {
            for (int b = 0; b < WeightAnswer.BINS; b++) {
                bins[side][b] = (long) sums.sum(from + WeightLayout.bin(side, b));
            }
            equipoise[side] = (long) sums.sum(from + WeightLayout.equipoise(side));
        }
        double minusLogLikelihood = sums.sum(from + WeightLayout.MINUS_LOG_LIKELIHOOD);
        diagnosis =
                LogisticDiagnosis.of(beta, request.deviations(), information, true, minusLogLikelihood, request.rows());
        extreme = sums.sum(from + WeightLayout.EXTREME) > 0;
        for (PropensityWeight weight : WeightLayout.WEIGHTS) {
            columnsOf.put(weight, columns(sums, from + layout.side(weight, 0)));
        }
        allMeans = all.of(withInformation(information, sums, from + layout.all(), all.sums()));
        treatedMeans = treated.of(withInformation(information, sums, from + layout.treated(), treated.sums()));
        augmentedMeans = augmented.of(withInformation(information, sums, from + layout.augmented(), augmented.sums()));
    }

    private double[] withInformation(double[][] information, OrderFreeSums sums, int from, int size) {
        double[] found = new double[size];
        int at = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                found[at++] = information[i][j];
            }
        }
        for (; at < size; at++) {
            found[at] = sums.sum(from + at);
        }
        return found;
    }

    private Weighted columns(OrderFreeSums sums, int from) {
        double[] size = new double[2];
        double[][] mean = new double[2][columns];
        double[][] variance = new double[2][columns];
        for (int side = 0; side < 2; side++) {
            int at = from + side * layout().perSide();
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

    /** What the patterns of a part add to the influence on these estimates, which are 0 where somebody's chance is extreme. */
    WeightInfluences influences(ModelColumns part) {
        return new WeightInfluences(
                part,
                Objects.requireNonNull(allMeans),
                Objects.requireNonNull(treatedMeans),
                Objects.requireNonNull(augmentedMeans),
                extreme);
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
