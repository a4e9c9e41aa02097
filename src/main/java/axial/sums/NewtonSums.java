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

    /** Adds rows of a kind that have the probability {@code e} of the label; so many have it, so many do not. */
    void add(int kind, double[] x, double e, int having, int lacking) {
        int at = kind * perKind;
        if (having > 0) {
            addResiduals(at, x, 1 - e, having);
        }
        if (lacking > 0) {
            addResiduals(at, x, 0 - e, lacking);
        }
        addInformation(kind, x, e, having + lacking);
    }

    private void addResiduals(int from, double[] x, double residual, int times) {
        int at = from;
        sums.add(at++, residual, times);
        for (int number : numbers) {
            sums.add(at++, x[number] * residual, times);
        }
    }

    /** Adds what rows of a kind add to the information alone. */
    void addInformation(int kind, double[] x, double e, int times) {
        seen[kind] = true;
        double weight = e * (1 - e);
        int at = kind * perKind + 1 + numbers.length;
        sums.add(at++, weight, times);
        for (int number : numbers) {
            sums.add(at++, weight * x[number], times);
        }
        for (int i = 0; i < numbers.length; i++) {
            double weighted = weight * x[numbers[i]];
            for (int j = 0; j <= i; j++) {
                sums.add(at++, weighted * x[numbers[j]], times);
            }
        }
    }

    /** Adds the gradient and then the lower triangle of the information to sums that start at a place. */
    void addTo(OrderFreeSums all, int from) {
        for (int kind = 0; kind < seen.length; kind++) {
            if (seen[kind]) {
                addGradient(kind, all, from);
            }
        }
        addInformation(all, from + rows.width());
    }

    private void addGradient(int kind, OrderFreeSums all, int from) {
        int residuals = kind * perKind;
        for (int one : rows.ones(kind)) {
            all.addSum(from + one, sums, residuals);
        }
        for (int i = 0; i < numbers.length; i++) {
            all.addSum(from + numbers[i], sums, residuals + 1 + i);
        }
    }

    /** Adds the lower triangle of the information to sums that start at a place. */
    void addInformation(OrderFreeSums all, int triangle) {
        for (int kind = 0; kind < seen.length; kind++) {
            if (seen[kind]) {
                addInformation(kind, all, triangle);
            }
        }
    }

    private void addInformation(int kind, OrderFreeSums all, int triangle) {
        int[] ones = rows.ones(kind);
        int n = numbers.length;
        int weights = kind * perKind + 1 + n;
        for (int one : ones) {
            for (int other : ones) {
                if (other <= one) {
                    all.addSum(triangle + Triangle.place(one, other), sums, weights);
                }
            }
        }
        for (int i = 0, at = weights + 1 + n; i < n; i++) {
            for (int one : ones) {
                all.addSum(triangle + Triangle.place(numbers[i], one), sums, weights + 1 + i);
            }
            for (int j = 0; j <= i; j++, at++) {
                all.addSum(triangle + Triangle.place(numbers[i], numbers[j]), sums, at);
            }
        }
    }
}
