package axial.report;

import axial.question.Job;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything the tables say of one question, outcome and window, for everybody.
 *
 * @param effects by {@code estimator/metric}; none that compare where the gate is closed
 * @param trust whether the groups can be compared
 * @param graded how sure the run's own table says it is; empty where it has none
 * @param closed whether the groups are not comparable, and nobody has opened the gate
 */
record Answer(
        Job.Question question,
        Job.Outcome outcome,
        Job.Window window,
        Map<String, Effect> effects,
        Followed followed,
        Trust trust,
        Optional<Grade> graded,
        boolean closed) {

    Answer(
            Job.Question question,
            Job.Outcome outcome,
            Job.Window window,
            Map<String, Effect> effects,
            Followed followed) {
        this(question, outcome, window, effects, followed, Trust.UNKNOWN, Optional.empty(), false);
    }

    /** The same with the gate shut: nothing that compares is left, only how either group did by itself. */
    Answer shut() {
        Map<String, Effect> alone = new TreeMap<>(effects);
        alone.values()
                .removeIf(e -> !e.metric().equals("mean_change") && !e.metric().equals("expected_regression"));
        return new Answer(question, outcome, window, alone, followed, trust, graded, true);
    }

    Optional<Effect> effect(String estimator, String metric) {
        return Optional.ofNullable(effects.get(estimator + "/" + metric)).filter(Effect::stands);
    }

    /** The adjusted difference, or where there is none the plain one. */
    Optional<Effect> difference() {
        return adjustedDifference()
                .or(() -> effect("unadjusted", "mean_difference").filter(Effect::hasInterval));
    }

    boolean adjusted() {
        return adjustedDifference().isPresent();
    }

    /** The difference as a benefit: positive favours the arm. */
    Optional<Interval> benefit() {
        int sign = outcome.instrument().better().benefitSign();
        return difference().map(d -> new Interval(d.estimate(), d.low(), d.high()).times(sign));
    }

    long analysed() {
        return difference().map(d -> d.nArm() + d.nComparator()).orElse(0L);
    }

    OptionalDouble mcid() {
        BigDecimal mcid = outcome.instrument().mcid();
        return mcid == null ? OptionalDouble.empty() : OptionalDouble.of(mcid.doubleValue());
    }

    /** The change that matters in standard deviations, which is how clinics are pooled. */
    OptionalDouble standardisedMcid() {
        Optional<Effect> points = effect("ancova", "adjusted_difference");
        Optional<Effect> standard = effect("ancova", "adjusted_smd");
        if (points.isEmpty() || standard.isEmpty() || mcid().isEmpty()) {
            return OptionalDouble.empty();
        }
        double perPoint = standard.get().stdError() / points.get().stdError();
        return perPoint > 0 ? OptionalDouble.of(mcid().getAsDouble() * perPoint) : OptionalDouble.empty();
    }

    boolean withheld() {
        return any(e -> e.metric().equals("withheld"));
    }

    /** Why there is no number: the reason given with the row that has none. */
    Optional<String> reason() {
        return effects.values().stream()
                .filter(e -> !e.stands() && !e.reason().isEmpty())
                .filter(e -> e.estimator().equals("none") || e.estimator().equals("ancova") || !any(Effect::stands))
                .map(Effect::reason)
                .findFirst();
    }

    private Optional<Effect> adjustedDifference() {
        return effect("ancova", "adjusted_difference").filter(Effect::hasInterval);
    }

    private boolean any(Predicate<Effect> holds) {
        return effects.values().stream().anyMatch(holds);
    }
}
