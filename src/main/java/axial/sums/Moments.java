package axial.sums;

import java.util.Arrays;

/**
 * Sums over a group of patterns of some terms, and of these times the model's numbers and times their products. In a group
 * all other columns are constant, so that Σ t·x and Σ t·xx' of every column follow. A group is whole in one part and stands
 * in one order, so that its plain sums are the same wherever it lies; those of groups are added without regard to order.
 */
final class Moments {
    private static final int OTHER = -1;

    private final ModelColumns columns;
    private final double[] baselines;
    private final int[] numbers;
    private final double[] run;
    private final double[] runTimes;
    private final double[] runSquares;
    private final double[][] group;
    /** By column the place of its number from 1 on, 0 where it is 1, {@link #OTHER} where it is 0. */
    private final int[] factor;

    private int[] present = {};

    Moments(ModelColumns columns, int terms) {
        this.columns = columns;
        this.baselines = columns.baselines();
        this.numbers = columns.numberColumns();
        this.run = new double[terms];
        this.runTimes = new double[terms];
        this.runSquares = new double[terms];
        int factors = 1 + numbers.length;
        this.group = new double[terms][1 + factors + Triangle.size(factors)];
        this.factor = new int[columns.width()];
    }

    /** Adds the terms of a pattern whose baseline has this place. */
    void add(double[] terms, int baseline) {
        double b = baselines[baseline];
        for (int t = 0; t < run.length; t++) {
            double term = terms[t];
            double times = term * b;
            run[t] += term;
            runTimes[t] += times;
            runSquares[t] += times * b;
        }
    }

    /** Takes the run into the group. */
    void endRun(int place) {
        double[] x = columns.numbers()[place];
        int products = 2 + x.length;
        for (int t = 0; t < run.length; t++) {
            double[] of = group[t];
            of[0] += run[t];
            of[1] += runTimes[t];
            of[products] += runSquares[t];
            for (int i = 0, at = products + 1; i < x.length; i++) {
                double times = x[i] * run[t];
                of[2 + i] += times;
                of[at++] += x[i] * runTimes[t];
                for (int j = 0; j <= i; j++) {
                    of[at++] += times * x[j];
                }
            }
        }
        Arrays.fill(run, 0);
        Arrays.fill(runTimes, 0);
        Arrays.fill(runSquares, 0);
    }

    /** The group is over; the sums are those of this kind until {@link #clear}. */
    void endGroup(int kind) {
        Arrays.fill(factor, OTHER);
        for (int one : columns.ones(kind)) {
            factor[one] = 0;
        }
        if (columns.baselineColumn() >= 0) {
            factor[columns.baselineColumn()] = 1;
        }
        for (int i = 0; i < numbers.length; i++) {
            factor[numbers[i]] = 2 + i;
        }
        int[] all = new int[factor.length];
        int size = 0;
        for (int column = 0; column < factor.length; column++) {
            if (factor[column] != OTHER) {
                all[size++] = column;
            }
        }
        present = Arrays.copyOf(all, size);
    }

    void clear() {
        for (double[] of : group) {
            Arrays.fill(of, 0);
        }
    }

    /** Adds Σ t. */
    void addSum(int term, OrderFreeSums sums, int place) {
        sums.add(place, group[term][0]);
    }

    /** Adds Σ t·x. */
    void addVector(int term, OrderFreeSums sums, int from) {
        for (int column : present) {
            sums.add(from + column, group[term][factor[column]]);
        }
    }

    /** Adds the lower triangle of Σ t·xx'. */
    void addTriangle(int term, OrderFreeSums sums, int from) {
        addBlock(term, sums, from, 0, 0);
    }

    /** Adds Σ t·xx' to the block of a larger triangle that begins at a row and column; what is above its diagonal is left out. */
    void addBlock(int term, OrderFreeSums sums, int from, int row, int column) {
        double[] of = group[term];
        for (int one : present) {
            for (int other : present) {
                if (column + other <= row + one) {
                    sums.add(from + Triangle.place(row + one, column + other), of[product(factor[one], factor[other])]);
                }
            }
        }
    }

    /** Σ t·x² of one column. */
    double square(int term, int column) {
        return factor[column] == OTHER ? 0 : group[term][product(factor[column], factor[column])];
    }

    /** Σ t·x of one column. */
    double times(int term, int column) {
        return factor[column] == OTHER ? 0 : group[term][factor[column]];
    }

    private int product(int one, int other) {
        if (one == 0 || other == 0) {
            return Math.max(one, other);
        }
        return 2 + numbers.length + Triangle.place(one - 1, other - 1);
    }
}
