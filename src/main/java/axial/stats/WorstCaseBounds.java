package axial.stats;

/**
 * Between what limits a difference, arm minus comparator, lies whatever happened to those who were not
 * followed (Manski 1990, Am Econ Rev 80:319), with a 95 % interval that holds it wherever between the two
 * it is (Imbens and Manski 2004, Econometrica 72:1845).
 *
 * @param low the difference if the missing did their worst in the arm and their best in the comparator
 * @param high the other way round
 * @param intervalLow lower limit of the 95 % interval; NaN where neither side varies, or somebody's least is not known
 * @param intervalHigh its upper limit
 */
public record WorstCaseBounds(double low, double high, double intervalLow, double intervalHigh) {

    /** Of the share of responders. */
    public static WorstCaseBounds responders(
            long responders, long followed, long missing, long comparator, long comparatorFollowed, long unseen) {
        Moments none = share(responders, followed + missing);
        Moments all = share(responders + missing, followed + missing);
        Moments otherNone = share(comparator, comparatorFollowed + unseen);
        Moments otherAll = share(comparator + unseen, comparatorFollowed + unseen);
        return between(none, all, otherNone, otherAll);
    }

    /** Of the mean of an outcome that lies between {@code least} and {@code most}. */
    public static WorstCaseBounds means(
            Moments arm, long missing, Moments comparator, long comparatorMissing, double least, double most) {
        return changes(arm, missing, least, most, comparator, comparatorMissing, least, most);
    }

    /** Of the mean of an outcome whose least and most differ between the arms, as a change from the unseen's baseline. */
    public static WorstCaseBounds changes(
            Moments arm,
            long missing,
            double least,
            double most,
            Moments comparator,
            long comparatorMissing,
            double comparatorLeast,
            double comparatorMost) {
        return between(
                filled(arm, missing, least),
                filled(arm, missing, most),
                filled(comparator, comparatorMissing, comparatorLeast),
                filled(comparator, comparatorMissing, comparatorMost));
    }

    private static WorstCaseBounds between(Moments worst, Moments best, Moments otherWorst, Moments otherBest) {
        double low = worst.mean() - otherBest.mean();
        double high = best.mean() - otherWorst.mean();
        double lowError = Math.sqrt(worst.meanVariance() + otherBest.meanVariance());
        double highError = Math.sqrt(best.meanVariance() + otherWorst.meanVariance());
        double width = (high - low) / Math.max(lowError, highError);
        if (!(width >= 0)) {
            return new WorstCaseBounds(low, high, Double.NaN, Double.NaN);
        }
        double reach = Root.between(c -> below(c + width) - below(-c) - 0.95, 0, 3);
        return new WorstCaseBounds(low, high, low - reach * lowError, high + reach * highError);
    }

    private static double below(double z) {
        return StudentT.upper(-z, Double.NaN);
    }

    /** Mean and variance p(1−p) of a yes or no. */
    private static Moments share(long events, long n) {
        double p = (double) events / n;
        return new Moments(n, p, p * (1 - p));
    }

    /** Moments once the missing have one value. */
    private static Moments filled(Moments seen, long missing, double value) {
        double n = seen.n() + missing;
        double mean = (seen.n() * seen.mean() + missing * value) / n;
        double apart = (seen.mean() - value) * (seen.mean() - value) * seen.n() * missing / n;
        return new Moments(seen.n() + missing, mean, ((seen.n() - 1) * seen.variance() + apart) / (n - 1));
    }
}
