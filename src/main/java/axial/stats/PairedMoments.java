package axial.stats;

import java.io.Serializable;

/**
 * Count, means, variances and covariance of two measurements of the same patients, such as the change in
 * an earlier and in a later window.
 *
 * @param n patients with both
 * @param earlier mean of the first
 * @param later mean of the second
 * @param earlierVariance sample variance of the first
 * @param laterVariance sample variance of the second
 * @param covariance sample covariance
 */
public record PairedMoments(
        long n, double earlier, double later, double earlierVariance, double laterVariance, double covariance)
        implements Serializable {

    /** From the sums Σa, Σb, Σa², Σb², Σab over patients with both; centre a and b beforehand. */
    public static PairedMoments of(long n, double a, double b, double aa, double bb, double ab) {
        double free = n - 1.0;
        return new PairedMoments(
                n, a / n, b / n, (aa - a * a / n) / free, (bb - b * b / n) / free, (ab - a * b / n) / free);
    }

    /** Moments of later − earlier. */
    public Moments growth() {
        return new Moments(n, later - earlier, earlierVariance + laterVariance - 2 * covariance);
    }
}
