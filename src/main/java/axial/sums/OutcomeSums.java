package axial.sums;

import axial.evidence.ModelRequest;

/** Cross-products of the change and the columns of a propensity model, of the arm and then of the comparator, over one part. */
final class OutcomeSums implements SummedRows {
    private static final int EPISODES = 0;
    private static final int CHANGE = 1;
    private static final int SQUARE = 2;

    private final int[] followed;
    private final long[] changes;
    private final long[] squares;
    private final ModelRequest request;
    private final OrderFreeSums sums;
    private final int from;
    private final int columns;
    private final Moments moments;
    private final double[] terms = new double[3];

    OutcomeSums(ModelPart part, ModelRequest request, OrderFreeSums sums, int from) {
        this.followed = part.patterns().followed(request.outcomeWindow());
        this.changes = part.patterns().changes(request.outcomeWindow());
        this.squares = part.patterns().squares(request.outcomeWindow());
        this.request = request;
        this.sums = sums;
        this.from = from;
        this.columns = part.columns().width();
        this.moments = new Moments(part.columns(), terms.length);
    }

    /** X'X, X'y, y'y and n of one side. */
    static int perSide(int columns) {
        return Triangle.size(columns) + columns + 2;
    }

    @Override
    public void row(int pattern, int side, int kind, int numbers, int baseline) {
        int n = followed[pattern];
        if (n > 0) {
            terms[EPISODES] = n;
            terms[CHANGE] = request.design().sumOfChanges(changes[pattern], n);
            terms[SQUARE] = request.design().sumOfSquares(changes[pattern], squares[pattern], n);
            moments.add(terms, baseline);
        }
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public void take(int side) {
        int at = from + (side == 1 ? 0 : perSide(columns));
        moments.addTriangle(EPISODES, sums, at);
        at += Triangle.size(columns);
        moments.addVector(CHANGE, sums, at);
        moments.addSum(SQUARE, sums, at + columns);
        moments.addSum(EPISODES, sums, at + columns + 1);
    }
}
