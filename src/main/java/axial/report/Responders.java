package axial.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The share in each group that improved by the change that matters.
 *
 * @param nArm how many are in the arm
 * @param nComparator how many are in the comparator
 * @param id of the row that the shares come from
 */
record Responders(double arm, double comparator, long nArm, long nComparator, String id) {
    private static final String AT = "responders_at_";

    /** The share of one group that improved by a threshold or more, in the unit. */
    record At(double threshold, Effect share) {}

    /** By every threshold of the run, from the smallest; {@code side} is arm or comparator. */
    static List<At> curve(Answer answer, String side) {
        return answer.effects().values().stream()
                .filter(e ->
                        e.stands() && e.estimator().equals(side) && e.metric().startsWith(AT))
                .map(e -> new At(Double.parseDouble(e.metric().substring(AT.length())), e))
                .sorted(Comparator.comparingDouble(At::threshold))
                .toList();
    }

    /** By the change that matters, where the run has it with its interval. */
    static Optional<Effect> share(Answer answer, String side) {
        return answer.mcid().isPresent() ? shareAt(answer, side, answer.mcid().getAsDouble()) : Optional.empty();
    }

    /** By that threshold, in the unit, where the run has it with its interval. */
    static Optional<Effect> shareAt(Answer answer, String side, double threshold) {
        return curve(answer, side).stream()
                .filter(at -> Math.abs(at.threshold() - threshold) < 1e-9)
                .map(At::share)
                .findFirst();
    }

    /**
     * Recovered from the risk ratio and the standard error of its log, which fix both counts: {@code se² = 1/a − 1/n₁ +
     * 1/b − 1/n₀} and {@code a = RR b n₁/n₀}.
     */
    static Optional<Responders> of(Answer answer) {
        return answer.effect("responder", "risk_ratio")
                .filter(r -> r.stdError() > 0 && r.nArm() > 0 && r.nComparator() > 0)
                .map(Responders::of);
    }

    private static Responders of(Effect ratio) {
        double n1 = ratio.nArm();
        double n0 = ratio.nComparator();
        double spread = ratio.stdError() * ratio.stdError() + 1 / n1 + 1 / n0;
        double events0 = Math.rint((1 + n0 / (ratio.estimate() * n1)) / spread);
        double events1 = Math.rint(ratio.estimate() * events0 * n1 / n0);
        return new Responders(events1 / n1, events0 / n0, ratio.nArm(), ratio.nComparator(), ratio.id());
    }
}
