package axial.stats;

import java.io.Serializable;

/**
 * Count, mean and variance of one group.
 *
 * @param n how many
 * @param mean their mean; NaN if there are none
 * @param variance sample variance, divisor n − 1; NaN if n &lt; 2
 */
public record Moments(long n, double mean, double variance) implements Serializable {

    /** Square of the standard error of the mean. */
    double meanVariance() {
        return variance / n;
    }

    /** Standard deviation pooled over two groups, n₁+n₀−2 degrees of freedom. */
    public static double pooledSd(Moments one, Moments other) {
        double squares = (one.n - 1) * one.variance + (other.n - 1) * other.variance;
        return Math.sqrt(squares / (one.n + other.n - 2));
    }
}
