package axial.sums;

import axial.stats.MultinomialLogit;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Gradient and information of a multinomial model over the rows of one part, kind by kind as in {@link NewtonSums}: a row
 * adds once per pair of arms, not once per pair of coefficients. The sums are those of all products row by row, to the bit.
 */
final class MultinomialSums {
    private final MultinomialLogit logit;
    private final DesignRows rows;
    private final int[] numbers;
    private final int perArm;
    private final int perPair;
    private final int perKind;
    private final boolean[] seen;
    private final OrderFreeSums sums;

    MultinomialSums(MultinomialLogit logit, DesignRows rows) {
        this.logit = logit;
        this.rows = rows;
        this.numbers = rows.numbers();
        int arms = logit.arms() - 1;
        this.perArm = 1 + numbers.length;
        this.perPair = perArm * perArm;
        this.perKind = arms * perArm + Triangle.size(arms) * perPair;
        this.seen = new boolean[rows.kinds()];
        this.sums = new OrderFreeSums(seen.length * perKind);
    }

    /** Adds so many rows of a kind, of an arm, with the probabilities {@code e} of all arms. */
    void add(int kind, double[] x, int arm, double[] e, int times) {
        seen[kind] = true;
        int at = kind * perKind;
        for (int k = 1; k < e.length; k++) {
            double residual = (arm == k ? 1 : 0) - e[k];
            sums.add(at++, residual, times);
            for (int number : numbers) {
                sums.add(at++, x[number] * residual, times);
            }
        }
        for (int k = 1; k < e.length; k++) {
            for (int l = 1; l <= k; l++) {
                addPair(at, x, e[k] * ((k == l ? 1 : 0) - e[l]), times);
                at += perPair;
            }
        }
    }

    private void addPair(int from, double[] x, double weight, int times) {
        int at = from;
        sums.add(at++, weight, times);
        for (int number : numbers) {
            sums.add(at++, weight * x[number], times);
        }
        for (int first : numbers) {
            double weighted = weight * x[first];
            sums.add(at++, weighted, times);
            for (int second : numbers) {
                sums.add(at++, weighted * x[second], times);
            }
        }
    }

    /** Adds the gradient to sums that start at a place. */
    void addGradient(OrderFreeSums all, int from) {
        each(kind -> {
            for (int k = 0, at = kind * perKind; k < logit.arms() - 1; k++, at += perArm) {
                int first = from + k * logit.columns();
                for (int one : rows.ones(kind)) {
                    all.addSum(first + one, sums, at);
                }
                for (int i = 0; i < numbers.length; i++) {
                    all.addSum(first + numbers[i], sums, at + 1 + i);
                }
            }
        });
    }

    /** Adds the lower triangle of the information to sums that start at a place. */
    void addInformation(OrderFreeSums all, int from) {
        each(kind -> {
            int[] inPair = placesInPair(rows.ones(kind));
            int at = kind * perKind + (logit.arms() - 1) * perArm;
            for (int k = 0; k < logit.arms() - 1; k++) {
                for (int l = 0; l <= k; l++, at += perPair) {
                    addPair(all, from, k * logit.columns(), l * logit.columns(), inPair, at);
                }
            }
        });
    }

    /** By column: 0 where the kind has 1 in it, the place of its number from 1 on, −1 where it has 0. */
    private int[] placesInPair(int[] ones) {
        int[] places = new int[logit.columns()];
        Arrays.fill(places, -1);
        for (int one : ones) {
            places[one] = 0;
        }
        for (int i = 0; i < numbers.length; i++) {
            places[numbers[i]] = 1 + i;
        }
        return places;
    }

    private void addPair(OrderFreeSums all, int from, int row, int column, int[] inPair, int at) {
        for (int i = 0; i < inPair.length; i++) {
            for (int j = 0; j < inPair.length && column + j <= row + i; j++) {
                if (inPair[i] >= 0 && inPair[j] >= 0) {
                    all.addSum(from + Triangle.place(row + i, column + j), sums, at + inPair[i] * perArm + inPair[j]);
                }
            }
        }
    }

    private void each(IntConsumer kind) {
        for (int k = 0; k < seen.length; k++) {
            if (seen[k]) {
                kind.accept(k);
            }
        }
    }
}
