package axial.stats;

/**
 * Is the arm no worse than the comparator by more than a margin?
 *
 * <p>The benefit is positive where the arm is better, in the instrument's unit; the margin is above
 * zero in the same unit. p is one-sided for benefit &gt; −margin, by t (by z where df is NaN).
 *
 * <p>The verdict is the first of these that holds: inferior (95 % upper limit below −margin),
 * superior (95 % lower limit above 0), equivalent (the 90 % interval strictly inside ±margin: two
 * one-sided tests, Schuirmann 1987), non-inferior (95 % lower limit above −margin; CONSORT, Piaggio et
 * al. 2012), else inconclusive.
 */
public final class NonInferiority {
    private NonInferiority() {}

    /** What the interval says. */
    public enum Verdict {
        /** 95 % lower limit above zero. */
        SUPERIOR("superior"),
        /** 95 % lower limit above −margin. */
        NON_INFERIOR("non-inferior"),
        /** 90 % interval inside ±margin. */
        EQUIVALENT("equivalent"),
        /** None of the others. */
        INCONCLUSIVE("inconclusive"),
        /** 95 % upper limit below −margin. */
        INFERIOR("inferior");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word of the tables. */
        public String word() {
            return word;
        }
    }

    /**
     * Test and verdict.
     *
     * @param pValue one-sided for benefit &gt; −margin
     * @param verdict what the intervals say
     */
    public record Conclusion(double pValue, Verdict verdict) {}

    /** Concludes on a benefit with its 95 % interval and standard error. */
    public static Conclusion of(Estimate benefit, double margin, double df) {
        double p = StudentT.upper((benefit.value() + margin) / benefit.stdError(), df);
        return new Conclusion(p, verdict(benefit, margin, df));
    }

    private static Verdict verdict(Estimate benefit, double margin, double df) {
        if (benefit.high() < -margin) {
            return Verdict.INFERIOR;
        }
        if (benefit.low() > 0) {
            return Verdict.SUPERIOR;
        }
        Estimate tested =
                new Estimate(benefit.value(), benefit.stdError(), df, benefit.low(), benefit.high(), benefit.pValue());
        if (Equivalence.of(tested, margin).holds()) {
            return Verdict.EQUIVALENT;
        }
        return benefit.low() > -margin ? Verdict.NON_INFERIOR : Verdict.INCONCLUSIVE;
    }
}
