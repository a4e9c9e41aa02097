package axial.tables;

import java.util.List;

/**
 * The adjusted difference if those who were not followed had done otherwise than those like them who were: a row of
 * {@code tipping.csv}. All in the instrument's unit; arm minus comparator on the change.
 *
 * @param deltaArm how much higher the unseen changes in the arm were than expected
 * @param deltaComparator the same in the comparator
 * @param verdict what would be said of it
 */
public record TippingRow(
        String question,
        String outcome,
        String window,
        double deltaArm,
        double deltaComparator,
        double estimate,
        double ciLow,
        double ciHigh,
        String verdict) {
    public static final List<String> COLUMNS = List.of(
            "question",
            "outcome",
            "window",
            "delta_arm",
            "delta_comparator",
            "estimate",
            "ci_low",
            "ci_high",
            "verdict");

    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                Numbers.exact(deltaArm),
                Numbers.exact(deltaComparator),
                Numbers.exact(estimate),
                Numbers.exact(ciLow),
                Numbers.exact(ciHigh),
                verdict);
    }
}
