package axial.tables;

import java.util.List;

/**
 * One effect: a row of {@code estimates.csv}. A number that does not apply is {@link Double#NaN} and is written empty;
 * counts below zero are written empty.
 *
 * @param subgroup empty for everybody, else {@code symptom_stage=chronic}
 * @param arm the arm's id; several together are joined by {@code +}
 * @param estimate arm minus comparator on the change, in the instrument's unit, unless the metric says otherwise
 * @param estimand who and what the number is about
 * @param convention the formula where programs differ
 */
public record EstimateRow(
        String question,
        String outcome,
        String window,
        String subgroup,
        String estimator,
        String metric,
        String arm,
        String comparator,
        long nArm,
        long nComparator,
        long clinics,
        double estimate,
        double stdError,
        double df,
        double ciLow,
        double ciHigh,
        double pValue,
        Status status,
        String reason,
        Estimand estimand,
        String convention) {

    /** Whether the row holds a number, and if not why not. */
    public enum Status {
        ESTIMATED,
        WITHHELD,
        NOT_ESTIMABLE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static final List<String> COLUMNS = List.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "estimator",
            "metric",
            "arm",
            "comparator",
            "n_arm",
            "n_comparator",
            "clinics",
            "estimate",
            "std_error",
            "df",
            "ci_low",
            "ci_high",
            "p_value",
            "status",
            "reason",
            "id",
            "estimand",
            "convention");

    /** What {@code axial explain} takes: {@code question/outcome/window[/subgroup]/estimator/metric}. */
    public String id() {
        String where = question + "/" + outcome + "/" + window;
        return (subgroup.isEmpty() ? where : where + "/" + subgroup) + "/" + estimator + "/" + metric;
    }

    /** The same effect, of other patients and clinics. */
    public EstimateRow withCounts(long patientsInArm, long patientsInComparator, long ofClinics) {
        return new EstimateRow(
                question,
                outcome,
                window,
                subgroup,
                estimator,
                metric,
                arm,
                comparator,
                patientsInArm,
                patientsInComparator,
                ofClinics,
                estimate,
                stdError,
                df,
                ciLow,
                ciHigh,
                pValue,
                status,
                reason,
                estimand,
                convention);
    }

    /** The cells of the row, in the order of {@link #COLUMNS}. */
    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                subgroup,
                estimator,
                metric,
                arm,
                comparator,
                Numbers.count(nArm),
                Numbers.count(nComparator),
                Numbers.count(clinics),
                Numbers.exact(estimate),
                Numbers.exact(stdError),
                Numbers.exact(df),
                Numbers.exact(ciLow),
                Numbers.exact(ciHigh),
                Numbers.exact(pValue),
                status.word(),
                reason,
                id(),
                estimand.words(),
                convention);
    }
}
