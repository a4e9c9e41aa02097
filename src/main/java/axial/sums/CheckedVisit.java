package axial.sums;

import axial.walk.WalkVisit;

/**
 * A visit as the checks see it.
 *
 * @param scores of each field of the {@link CheckPlan}, in steps, or {@link axial.clinic.Scaled#MISSING}
 */
record CheckedVisit(WalkVisit visit, int[] scores) {}
