package axial.sums;

/** Gradient Σ x(z−e) and information Σ e(1−e)xx' of a logistic model over one part. */
final class NewtonSums {
    private static final int RESIDUAL = 0;
    private static final int WEIGHT = 1;

    private final ModelColumns columns;
    private final Moments moments;
    private final double[] terms = new double[2];

    NewtonSums(ModelColumns columns) {
        this.columns = columns;
        this.moments = new Moments(columns, terms.length);
    }

    /** Adds patterns that have the probability {@code e} of the label; so many have it, so many do not. */
    void add(int baseline, double e, int having, int lacking) {
        terms[RESIDUAL] = having * (1 - e) - lacking * e;
        terms[WEIGHT] = (having + lacking) * (e * (1 - e));
        moments.add(terms, baseline);
    }

    void endRun(int numbers) {
        moments.endRun(numbers);
    }

    /** Adds the group to the gradient, which starts at a place, and the lower triangle of the information, which follows. */
    void endGroup(int kind, OrderFreeSums sums, int from) {
        moments.endGroup(kind);
        moments.addVector(RESIDUAL, sums, from);
        moments.addTriangle(WEIGHT, sums, from + columns.width());
        moments.clear();
    }
}
