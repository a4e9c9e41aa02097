package axial.stats;

import java.io.Serializable;

/**
 * Sums over all rows that the overlap-weighted difference needs, with x the propensity columns, z the
 * arm (1) or comparator (0), e the propensity and y the outcome.
 *
 * @param information Σ e(1−e) x x'
 * @param s1 Σ z(1−e)
 * @param s1y Σ z(1−e) y
 * @param s0 Σ (1−z)e
 * @param s0y Σ (1−z)e y
 * @param d1 Σ z e(1−e) x
 * @param d1y Σ z e(1−e) x y
 * @param d0 Σ (1−z) e(1−e) x
 * @param d0y Σ (1−z) e(1−e) x y
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of sums: never compared
public record OverlapSums(
        double[][] information,
        double s1,
        double s1y,
        double s0,
        double s0y,
        double[] d1,
        double[] d1y,
        double[] d0,
        double[] d0y)
        implements Serializable {}
