package axial.stats;

/**
 * What no event, or few, can mean: "we saw none" is not "there is none". Rates are events per unit of
 * exposure, by the Poisson law (Hanley and Lippman-Hand 1983, JAMA 249:1743).
 */
public final class RareEvents {
    private RareEvents() {}

    /** The highest rate that still fits as few events with probability 1 − level: 2.996/exposure for none at 95 %. */
    public static double upperLimit(long events, double exposure, double level) {
        return PoissonRate.upper(events, 1 - level) / exposure;
    }

    /** The probability to see at least one event had the rate been {@code rate}: 1 − exp(−rate·exposure). */
    public static double chanceToSee(double rate, double exposure) {
        return -StrictMath.expm1(-rate * exposure);
    }

    /** The rate at which at least one event would have been seen with probability {@code chance}. */
    public static double seenWith(double chance, double exposure) {
        return -StrictMath.log1p(-chance) / exposure;
    }

    /** The exposure needed to see at least one event with probability {@code chance} at a rate. */
    public static double exposureNeeded(double chance, double rate) {
        return -StrictMath.log1p(-chance) / rate;
    }
}
