package axial.tables;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

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

    /** Whether the row holds a number. */
    public boolean estimated() {
        return status == Status.ESTIMATED;
    }

    /** The same effect with another reason. */
    public EstimateRow withReason(String why) {
        return with(subgroup, metric, estimate, stdError, df, ciLow, ciHigh, pValue, why, convention);
    }

    /** The same effect of another subgroup. */
    public EstimateRow withSubgroup(String of) {
        return with(of, metric, estimate, stdError, df, ciLow, ciHigh, pValue, reason, convention);
    }

    /** Another metric of the same patients. */
    public EstimateRow withMetric(String other, String by) {
        return with(subgroup, other, estimate, stdError, df, ciLow, ciHigh, pValue, reason, by);
    }

    /** The same row with other numbers. */
    public EstimateRow withNumbers(double value, double error, double freedom, double low, double high, double p) {
        return with(subgroup, metric, value, error, freedom, low, high, p, reason, convention);
    }

    private EstimateRow with(
            String ofSubgroup,
            String ofMetric,
            double value,
            double error,
            double freedom,
            double low,
            double high,
            double p,
            String why,
            String by) {
        return new EstimateRow(
                question,
                outcome,
                window,
                ofSubgroup,
                estimator,
                ofMetric,
                arm,
                comparator,
                nArm,
                nComparator,
                clinics,
                value,
                error,
                freedom,
                low,
                high,
                p,
                status,
                why,
                estimand,
                by);
    }

    /** The one row that stands for an analysis of which nothing is shown. */
    public EstimateRow withheld(String why) {
        double none = Double.NaN;
        return new EstimateRow(
                question,
                outcome,
                window,
                subgroup,
                "none",
                "withheld",
                arm,
                comparator,
                -1,
                -1,
                -1,
                none,
                none,
                none,
                none,
                none,
                none,
                Status.WITHHELD,
                why,
                estimand,
                convention);
    }

    /** The same effect, its numbers withheld. */
    public EstimateRow withoutNumbers(String why) {
        return withNumbers(number -> Double.NaN, Status.WITHHELD, why);
    }

    /** The same effect, its numbers rounded to so many significant digits. */
    public EstimateRow rounded(int digits) {
        return withNumbers(number -> Numbers.rounded(number, digits), status, reason);
    }

    private EstimateRow withNumbers(DoubleUnaryOperator change, Status newStatus, String why) {
        return new EstimateRow(
                question,
                outcome,
                window,
                subgroup,
                estimator,
                metric,
                arm,
                comparator,
                nArm,
                nComparator,
                clinics,
                change.applyAsDouble(estimate),
                change.applyAsDouble(stdError),
                change.applyAsDouble(df),
                change.applyAsDouble(ciLow),
                change.applyAsDouble(ciHigh),
                change.applyAsDouble(pValue),
                newStatus,
                why,
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
