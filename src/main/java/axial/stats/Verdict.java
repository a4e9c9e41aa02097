package axial.stats;

/**
 * What may be said of one comparison, exactly one of these. The benefit is positive where the arm is better; the first
 * that holds:
 *
 * <ul>
 *   <li>not answerable: there are no such patients; not estimable: no interval
 *   <li>inferior: the 95 % interval lies below −margin
 *   <li>better: it lies above zero; superior, or better but small where the estimate is below the smallest change that
 *       matters
 *   <li>equivalent: the 90 % interval lies inside ±margin; non-inferior: the 95 % interval lies above −margin
 *   <li>inconclusive
 * </ul>
 *
 * <p>Where no margin is stated, any loss counts: the margin is zero, nothing can be equivalent, and inferior is an
 * interval below zero. So {@link NonInferiority}, which has no word for small, agrees with every verdict.
 */
public enum Verdict {
    SUPERIOR("superior"),
    BETTER_BUT_SMALL("better but small"),
    NON_INFERIOR("non-inferior"),
    EQUIVALENT("equivalent"),
    INCONCLUSIVE("inconclusive"),
    INFERIOR("inferior"),
    NOT_ESTIMABLE("not estimable"),
    NOT_ANSWERABLE("not answerable");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word of the tables. */
    public String word() {
        return word;
    }

    /** Whether it rests on the comparator being worth something: two useless treatments are as good as each other. */
    public boolean needsAssaySensitivity() {
        return this == NON_INFERIOR || this == EQUIVALENT;
    }

    /**
     * The verdict on a benefit.
     *
     * @param mcid smallest change that matters, above zero; NaN where nobody says
     * @param margin how much less still counts as not inferior, above zero; NaN where none is stated
     */
    public static Verdict of(Finding benefit, double mcid, double margin) {
        if (!(benefit instanceof Estimate e) || !(e.low() <= e.high())) {
            return NOT_ESTIMABLE;
        }
        if (Double.isNaN(margin)) {
            return e.high() < 0 ? INFERIOR : e.low() > 0 ? better(e, mcid) : INCONCLUSIVE;
        }
        return switch (NonInferiority.of(e, margin, e.df()).verdict()) {
            case INFERIOR -> INFERIOR;
            case SUPERIOR -> better(e, mcid);
            case EQUIVALENT -> EQUIVALENT;
            case NON_INFERIOR -> NON_INFERIOR;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    private static Verdict better(Estimate benefit, double mcid) {
        return benefit.value() < mcid ? BETTER_BUT_SMALL : SUPERIOR;
    }
}
