package axial.report;

import java.util.Optional;

/**
 * The share in each group that improved by the change that matters.
 *
 * @param id of the row that the shares come from
 */
record Responders(double arm, double comparator, String id) {

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
        return new Responders(events1 / n1, events0 / n0, ratio.id());
    }
}
