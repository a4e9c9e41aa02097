package axial.stats;

/**
 * A difference, arm minus comparator, if patients of the arm who were not followed had fared as those like
 * them in the comparator (jump to reference; Carpenter, Roger and Kenward 2013, J Biopharm Stat 23:1352);
 * in the instrument's unit.
 *
 * <p>Without measurements in between, (1−f)θ with θ the adjusted difference as if missing at random and f
 * the share of the arm not followed. Two errors are in use, so both are named.
 *
 * @param anchored with the error of θ: the missing carry as little information as under missing at random
 *     (Cro, Carpenter and Kenward 2019, J R Stat Soc A 182:623), as Rubin's rules give; the one to report
 * @param repeated with √((1−f)²SE² + θ²f(1−f)/n), that of repeated sampling, smaller the more are missing
 */
public record JumpToReference(Estimate anchored, Estimate repeated) {

    /** From the difference as if missing at random. */
    public static JumpToReference of(Estimate difference, long followed, long missing) {
        double n = followed + missing;
        double f = missing / n;
        double value = (1 - f) * difference.value();
        double own = (1 - f) * difference.stdError();
        double share = difference.value() * difference.value() * f * (1 - f) / n;
        return new JumpToReference(
                Estimate.wald(value, difference.stdError(), difference.df()),
                Estimate.wald(value, Math.sqrt(own * own + share), difference.df()));
    }
}
