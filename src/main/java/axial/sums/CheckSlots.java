package axial.sums;

import axial.question.QualityCheck;
import axial.walk.WalkPlan;
import java.io.Serializable;
import java.util.List;

/**
 * Where each check of a visit or an episode is counted.
 *
 * @param comparable C4 by outcome
 * @param baseline M1 by outcome
 * @param followUp M2 by outcome and window, outcome first
 * @param covariate M5 in the order of {@link CheckPlan#covariates}
 * @param direction M3 by field; -1 where the field is no motion
 * @param plausible P2 by field; -1 where the field is no motion
 * @param heaped P3 by field
 */
record CheckSlots(
        int[] comparable,
        int[] baseline,
        int[] followUp,
        int[] covariate,
        int[] direction,
        int[] plausible,
        int[] heaped,
        int copied,
        int age,
        int gap)
        implements Serializable {

    static CheckSlots of(CheckPlan plan, WalkPlan walk) {
        List<String> outcomes = walk.outcomes();
        List<String> fields =
                plan.fields().stream().map(CheckPlan.ScoreField::name).toList();
        return new CheckSlots(
                places(plan, QualityCheck.C4, outcomes),
                places(plan, QualityCheck.M1, outcomes),
                outcomes.stream()
                        .flatMapToInt(outcome -> walk.windows().stream()
                                .mapToInt(window -> plan.slot(QualityCheck.M2, outcome, window.id())))
                        .toArray(),
                places(plan, QualityCheck.M5, CheckPlan.covariates(walk)),
                places(plan, QualityCheck.M3, fields),
                places(plan, QualityCheck.P2, fields),
                places(plan, QualityCheck.P3, fields),
                plan.slot(QualityCheck.P4, "", ""),
                plan.slot(QualityCheck.T2, "age_years", ""),
                plan.slot(QualityCheck.T3, "", ""));
    }

    private static int[] places(CheckPlan plan, QualityCheck check, List<String> names) {
        return names.stream().mapToInt(name -> plan.slot(check, name, "")).toArray();
    }
}
