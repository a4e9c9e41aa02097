package axial.sums;

/** Gradient Σ x(z−e) and information Σ e(1−e)xx' of a logistic model over one part. */
abstract class NewtonSums implements SummedRows {
    private static final int RESIDUAL = 0;
    private static final int WEIGHT = 1;

    private final ModelColumns columns;
    private final Moments moments;
    private final OrderFreeSums sums;
    private final int from;
    private final double[] terms = new double[2];

    /** @param from where the gradient starts, which the lower triangle of the information follows */
    NewtonSums(ModelColumns columns, OrderFreeSums sums, int from) {
        this.columns = columns;
        this.moments = new Moments(columns, terms.length);
        this.sums = sums;
        this.from = from;
    }

    /** Adds a pattern that has the probability {@code e} of the label; so many have it, so many do not. */
    final void add(int baseline, double e, int having, int lacking) {
        terms[RESIDUAL] = having * (1 - e) - lacking * e;
        terms[WEIGHT] = (having + lacking) * (e * (1 - e));
        moments.add(terms, baseline);
    }

    @Override
    public final Moments moments() {
        return moments;
    }

    @Override
    public final void take(int side) {
        moments.addVector(RESIDUAL, sums, from);
        moments.addTriangle(WEIGHT, sums, from + columns.width());
    }
}
