package axial.walk;

import java.io.Serializable;

/**
 * One visit as the walk sees it. Numbers are in steps ({@link axial.clinic.Scaled}), {@link
 * axial.clinic.Scaled#MISSING} where not recorded.
 *
 * @param day days since any fixed day
 * @param treated whether any treatment was given
 * @param armTokens one bit per token of the visit that appears in some arm of the job
 * @param barred whether a red flag that the job excludes is there
 * @param categories the level of each category of {@link WalkPlan#categories}
 * @param numbers steps of each number of {@link WalkPlan#numbers}; the age, wherever it stands, also in {@code age}
 * @param before the score of each outcome before treatment
 * @param after the score of each outcome right after treatment
 * @param asked whether adverse events were asked about
 * @param severity index in {@link axial.clinic.Vocabulary#SEVERITY}, -1 without an event, 4 for one of unknown severity
 */
public record WalkVisit(
        int day,
        boolean treated,
        long armTokens,
        boolean barred,
        String clinic,
        String practitioner,
        int age,
        String[] categories,
        int[] numbers,
        int[] before,
        int[] after,
        boolean asked,
        int severity)
        implements Serializable {}
