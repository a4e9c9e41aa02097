package axial.synth;

/**
 * What to expect of an episode, and a measurement of it. Everything that moves the mean is additive and linear in what
 * stands in the row; everything else is symmetric and stays inside the scale. So the planted difference is exactly what
 * least squares with the right covariates aims at.
 */
record Outlook(Episode episode, Scenario scenario) {
    private static final double PAIN_SD = Measure.PAIN.changeSd;
    /** Within the day everything but the treatment moves little. */
    private static final double AT_ONCE = 0.4;

    private static final double PERSISTENT = 0.62;
    private static final double PASSING = 0.45;

    /** The mean of the score for such a patient, of such a practitioner, in the window. */
    double expected(Measure measure, Span span) {
        double start = episode.baseline().score(measure) - measure.mean;
        double others = span == Span.IMMEDIATE ? AT_ONCE : 1;
        double benefit = scenario.benefits().of(episode.arm(), measure.kind, span)
                + others * (covariates() / PAIN_SD + surroundings()) * measure.changeSd;
        return measure.mean + measure.kept(span) * start + measure.sign * benefit;
    }

    /** One measurement on a day after the index visit, or right after its treatment. */
    int score(Measure measure, Span span, Dice dice) {
        double middle = inside(measure, expected(measure, span));
        double calm = span == Span.IMMEDIATE ? AT_ONCE : 1;
        double persistent = calm * PERSISTENT * measure.changeSd;
        double spread = Trait.spread(persistent, 0.9 * room(measure, middle));
        double level = middle + measure.sign * spread * episode.trait().of(measure);
        return noisy(measure, level, calm * PASSING * measure.changeSd, dice);
    }

    /** Right after the treatment of a later visit: half of what the first one did at once. */
    int scoreAfter(Measure measure, int before, Dice dice) {
        double gain = scenario.benefits().of(episode.arm(), measure.kind, Span.IMMEDIATE) / 2;
        double middle = inside(measure, before + measure.sign * gain);
        return noisy(measure, middle, AT_ONCE * PASSING * measure.changeSd, dice);
    }

    private static int noisy(Measure measure, double level, double sd, Dice dice) {
        double spread = Trait.spread(sd, room(measure, level));
        return measure.score(level + spread * Trait.within(dice.bell()), dice);
    }

    private static double inside(Measure measure, double score) {
        return StrictMath.max(0, StrictMath.min(measure.max, score));
    }

    private static double room(Measure measure, double score) {
        return StrictMath.max(0, StrictMath.min(score, measure.max - score));
    }

    private double covariates() {
        return episode.person().benefit(episode.age()) + episode.stage().benefit;
    }

    private double surroundings() {
        Clinic clinic = episode.person().clinic();
        return clinic.effect() + episode.person().practitioner().effect() + clinic.twist() * episode.arm().thrust / 2;
    }
}
