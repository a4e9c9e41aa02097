package axial.sums;

/**
 * Gradient and information of a logistic model over the rows of one part. In rows of one kind the columns of levels are
 * constant, so each row adds only its residual and weight, and their products with numbers; what is equal is then brought
 * into every sum that it belongs to. The sums are exact, so they are those of all products row by row, to the bit.
 */
final class NewtonSums {
    private final DesignRows rows;
    private final int[] numbers;
    private final int perKind;
    private final boolean[] seen;
    private final OrderFreeSums sums;

    NewtonSums(DesignRows rows) {
        this.rows = rows;
        this.numbers = rows.numbers();
        int n = numbers.length;
        this.perKind = 2 * (1 + n) + n * (n + 1) / 2;
        this.seen = new boolean[rows.kinds()];
        this.sums = new OrderFreeSums(seen.length * perKind);
    }

    /** Adds a row of a kind whose label has the probability {@code e}. */
    void add(int kind, double[] x, boolean label, double e) {
        seen[kind] = true;
        double residual = (label ? 1 : 0) - e;
        double weight = e * (1 - e);
        int at = kind * perKind;
        sums.add(at++, residual);
        for (int number : numbers) {
            sums.add(at++, x[number] * residual);
        }
        sums.add(at++, weight);
        for (int number : numbers) {
            sums.add(at++, weight * x[number]);
        }
        for (int i = 0; i < numbers.length; i++) {
            double weighted = weight * x[numbers[i]];
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weighted * x[numbers[j]]);
            }
        }
    }

    /** Adds the gradient and then the lower triangle of the information to sums that start at a place. */
    void addTo(OrderFreeSums all, int from) {
        for (int kind = 0; kind < seen.length; kind++) {
            if (seen[kind]) {
                addKind(kind, all, from);
            }
        }
    }

    private void addKind(int kind, OrderFreeSums all, int from) {
        int[] ones = rows.ones(kind);
        int n = numbers.length;
        int residuals = kind * perKind;
        int weights = residuals + 1 + n;
        int triangle = from + rows.width();
        for (int one : ones) {
            all.addSum(from + one, sums, residuals);
            for (int other : ones) {
                if (other <= one) {
                    all.addSum(triangle + Triangle.place(one, other), sums, weights);
                }
            }
        }
        for (int i = 0, at = weights + 1 + n; i < n; i++) {
            all.addSum(from + numbers[i], sums, residuals + 1 + i);
            for (int one : ones) {
                all.addSum(triangle + Triangle.place(numbers[i], one), sums, weights + 1 + i);
            }
            for (int j = 0; j <= i; j++, at++) {
                all.addSum(triangle + Triangle.place(numbers[i], numbers[j]), sums, at);
            }
        }
    }
}
