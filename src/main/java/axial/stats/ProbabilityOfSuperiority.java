package axial.stats;

/**
 * The probability that a patient of the arm has a higher value than one of the comparator, ties
 * counted half: P(Y₁&gt;Y₀) + ½P(Y₁=Y₀); between 0 and 1, ½ is no difference.
 *
 * <p>Standard error, Satterthwaite degrees of freedom, interval (value ± t·SE, not cut to 0 and 1) and
 * p of Brunner and Munzel (2000, Biom J 42:17): Welch's formulas on the placements. Not estimable with
 * fewer than two in an arm, or when the arms do not overlap at all.
 */
public final class ProbabilityOfSuperiority {
    private ProbabilityOfSuperiority() {}

    /** The probability; p is two-sided for ½. */
    public static Finding of(ValueCounts arm, ValueCounts comparator) {
        if (arm.n() < 2 || comparator.n() < 2) {
            return new NotEstimable("fewer than two patients in an arm");
        }
        Moments inArm = placements(arm, comparator);
        Moments inComparator = placements(comparator, arm);
        double variance = inArm.meanVariance() + inComparator.meanVariance();
        if (!(variance > 0)) {
            return new NotEstimable("the arms do not overlap");
        }
        double df = WelchDifference.df(inArm, inComparator);
        return Estimate.wald(inArm.mean(), Math.sqrt(variance), df, 0.5);
    }

    /** Moments, over {@code of}, of the share of {@code among} that lies below, ties half. */
    private static Moments placements(ValueCounts of, ValueCounts among) {
        double[] shares = shares(of.values(), among);
        long n = of.n();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += of.counts()[i] * shares[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < shares.length; i++) {
            squares += of.counts()[i] * (shares[i] - mean) * (shares[i] - mean);
        }
        return new Moments(n, mean, squares / (n - 1));
    }

    private static double[] shares(long[] at, ValueCounts among) {
        double[] shares = new double[at.length];
        double total = among.n();
        long below = 0;
        int next = 0;
        for (int i = 0; i < at.length; i++) {
            while (next < among.values().length && among.values()[next] < at[i]) {
                below += among.counts()[next++];
            }
            boolean tied = next < among.values().length && among.values()[next] == at[i];
            shares[i] = (below + (tied ? among.counts()[next] / 2.0 : 0)) / total;
        }
        return shares;
    }
}
