package axial.sums;

import axial.clinic.Scaled;
import axial.walk.EpisodesByPattern;

/**
 * Sums of influences by cluster and estimate, the same in whatever order. Influences are about one in size: each is cut
 * into a multiple of 2<sup>-22</sup> and one of 2<sup>-51</sup>, as many of which as are added before they are taken away
 * add up exactly in two doubles (after Demmel and Nguyen 2015). The rare ones that are large go where any size may.
 */
final class ClusterInfluences extends PatternInfluences {
    /** A number added to one of these loses what is below 2^-22 and 2^-51. */
    private static final double COARSE = 0x1.8p30;

    private static final double FINE = 0x1.8p1;
    private static final double MOST = 0x1p7;
    private static final int MOST_WAITING = 1 << 24;

    private final int[] clusterOf;
    private final int estimates;
    private final boolean[] met;
    private final double[] coarse;
    private final double[] fine;
    private final OrderFreeSums sums;
    private int waiting = 0;

    /** @param clusterOf by place the number of the episode's cluster */
    ClusterInfluences(EpisodeModel model, EpisodesByPattern part, double scale, int[] clusterOf, int clusters) {
        super(model, part, scale);
        this.clusterOf = clusterOf;
        this.estimates = model.estimates();
        this.met = new boolean[clusters];
        this.coarse = new double[clusters * estimates];
        this.fine = new double[clusters * estimates];
        this.sums = new OrderFreeSums(clusters * estimates);
    }

    @Override
    void add(int from, int to, int[] changes, double[] unchanged, double[] slope, double lost) {
        waiting += to - from;
        if (waiting > MOST_WAITING) {
            carry();
            waiting = to - from;
        }
        for (int at = from; at < to; at++) {
            int change = changes[at];
            int cluster = clusterOf[at];
            if (change != Scaled.MISSING) {
                met[cluster] = true;
                for (int i = 0, sum = cluster * estimates; i < estimates; i++, sum++) {
                    add(sum, unchanged[i] + slope[i] * change);
                }
            } else if (!Double.isNaN(lost)) {
                met[cluster] = true;
                add(cluster * estimates, lost);
            }
        }
    }

    private void add(int sum, double influence) {
        if (Math.abs(influence) < MOST) {
            double high = influence + COARSE - COARSE;
            coarse[sum] += high;
            fine[sum] += influence - high + FINE - FINE;
        } else {
            sums.add(sum, influence);
        }
    }

    private void carry() {
        for (int sum = 0; sum < coarse.length; sum++) {
            sums.add(sum, coarse[sum]);
            sums.add(sum, fine[sum]);
            coarse[sum] = 0;
            fine[sum] = 0;
        }
    }

    /** The sums, those of a cluster together. */
    OrderFreeSums sums() {
        carry();
        return sums;
    }

    /** Which of the clusters somebody is of. */
    boolean[] met() {
        return met;
    }
}
