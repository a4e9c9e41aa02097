package axial.sums;

import axial.evidence.ModelRequest;
import axial.stats.OverlapSums;
import org.jspecify.annotations.Nullable;

/** What the patterns of one part add to the sums of {@link OverlapSums}, and to those of other weights where these are asked. */
final class PropensitySums implements SummedRows {
    /** e(1−e). */
    private static final int WEIGHT = 0;

    private static final int WEIGHT_CHANGE = 1;
    /** The overlap weight, 1−e in the arm and e in the comparator. */
    private static final int OWN = 2;

    private static final int OWN_CHANGE = 3;
    private static final int BESIDE = 4;

    private final int[] followed;
    private final long[] changes;
    private final ModelRequest request;
    private final Odds against;
    private final @Nullable WeightSums beside;
    private final OrderFreeSums sums;
    private final int from;
    private final int columns;
    private final Moments moments;
    private final double[] terms;

    PropensitySums(
            ModelPart part,
            ModelRequest request,
            Odds against,
            @Nullable WeightSums beside,
            OrderFreeSums sums,
            int from) {
        this.followed = part.patterns().followed(request.outcomeWindow());
        this.changes = part.patterns().changes(request.outcomeWindow());
        this.request = request;
        this.against = against;
        this.beside = beside;
        this.sums = sums;
        this.from = from;
        this.columns = part.columns().width();
        this.terms = new double[BESIDE + (beside == null ? 0 : WeightSums.TERMS)];
        this.moments = new Moments(part.columns(), terms.length);
    }

    @Override
    public void row(int pattern, int side, int kind, int numbers, int baseline) {
        int n = followed[pattern];
        if (n == 0) {
            return;
        }
        double y = request.design().sumOfChanges(changes[pattern], n);
        double e = against.against(kind, numbers, baseline);
        double weight = e * (1 - e);
        double own = side == 1 ? 1 - e : e;
        terms[WEIGHT] = weight * n;
        terms[WEIGHT_CHANGE] = weight * y;
        terms[OWN] = own * n;
        terms[OWN_CHANGE] = own * y;
        if (beside != null) {
            beside.fill(terms, BESIDE, side, e, n, y, kind, numbers, baseline);
        }
        moments.add(terms, baseline);
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public void take(int side) {
        int means = from + (side == 1 ? 0 : 2);
        moments.addSum(OWN, sums, means);
        moments.addSum(OWN_CHANGE, sums, means + 1);
        int slopes = from + 4 + (side == 1 ? 0 : 2 * columns);
        moments.addVector(WEIGHT, sums, slopes);
        moments.addVector(WEIGHT_CHANGE, sums, slopes + columns);
        moments.addTriangle(WEIGHT, sums, from + 4 + 4 * columns);
        if (beside != null) {
            beside.endGroup(moments, BESIDE, side);
        }
    }
}
