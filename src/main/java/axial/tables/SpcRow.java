package axial.tables;

import java.util.List;

/**
 * A point of a clinic's chart over time: a row of {@code spc.csv}. Patients of every arm count, by the month of their index
 * visit, those whose window has closed; months in a row are joined until there are enough to show.
 *
 * @param measure {@code mean_change}, in the instrument's unit, later minus earlier; or {@code followed_percent}, who has a
 *     score in the window of those with a baseline
 * @param period first month, as {@code 2024-03}
 * @param until last month
 * @param n patients that the value is of
 * @param phase 1, and one more from each rebase on
 * @param centre mean of the phase's baseline points; NaN where they are too few for limits
 * @param low lower natural process limit
 * @param target what is aimed at; NaN where nothing is
 * @param signal rules of special cause that the point belongs to, joined by {@code ;}: {@code outside}, {@code shift},
 *     {@code trend}, {@code near_limit}
 * @param variation of the whole chart: {@code usual variation}, {@code better than before}, {@code worse than before},
 *     {@code too few points for limits}
 * @param assurance of the whole chart: {@code meets the target}, {@code misses the target}, {@code hit and miss}; empty
 *     without a target or limits
 * @param reason why the phase began anew
 */
public record SpcRow(
        String outcome,
        String window,
        String clinic,
        String measure,
        String period,
        String until,
        long n,
        double value,
        int phase,
        double centre,
        double low,
        double high,
        double target,
        String signal,
        String variation,
        String assurance,
        String reason,
        String status) {
    public static final String MEAN_CHANGE = "mean_change";
    public static final String FOLLOWED = "followed_percent";

    public static final List<String> COLUMNS = List.of(
            "outcome",
            "window",
            "clinic_id",
            "measure",
            "period",
            "until",
            "n",
            "value",
            "phase",
            "centre",
            "low",
            "high",
            "target",
            "signal",
            "variation",
            "assurance",
            "reason",
            "status");

    public List<String> cells() {
        return List.of(
                outcome,
                window,
                clinic,
                measure,
                period,
                until,
                Numbers.count(n),
                Numbers.exact(value),
                Integer.toString(phase),
                Numbers.exact(centre),
                Numbers.exact(low),
                Numbers.exact(high),
                Numbers.exact(target),
                signal,
                variation,
                assurance,
                reason,
                status);
    }
}
