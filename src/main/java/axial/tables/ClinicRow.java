package axial.tables;

import java.util.List;

/**
 * One clinic as a study in a pooled effect: a row of {@code clinics.csv}.
 *
 * @param estimate Hedges' g of the clinic, arm minus comparator on the change
 * @param weight share of the random-effects weight, in percent
 */
public record ClinicRow(
        String question,
        String outcome,
        String window,
        String subgroup,
        String clinic,
        long nArm,
        double meanArm,
        double sdArm,
        long nComparator,
        double meanComparator,
        double sdComparator,
        double estimate,
        double stdError,
        double ciLow,
        double ciHigh,
        double weight,
        String status) {

    public static final List<String> COLUMNS = List.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "clinic_id",
            "n_arm",
            "mean_change_arm",
            "sd_change_arm",
            "n_comparator",
            "mean_change_comparator",
            "sd_change_comparator",
            "estimate",
            "std_error",
            "ci_low",
            "ci_high",
            "weight_percent",
            "status");

    /** The analysis that the clinic is a study of: {@code question/outcome/window/subgroup}. */
    public String analysis() {
        return String.join("/", question, outcome, window, subgroup);
    }

    /** The same clinic, its numbers withheld. */
    public ClinicRow withheld() {
        double none = Double.NaN;
        return new ClinicRow(
                question,
                outcome,
                window,
                subgroup,
                clinic,
                -1,
                none,
                none,
                -1,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                "withheld");
    }

    /** The same clinic with another weight. */
    public ClinicRow withWeight(double percent) {
        return new ClinicRow(
                question,
                outcome,
                window,
                subgroup,
                clinic,
                nArm,
                meanArm,
                sdArm,
                nComparator,
                meanComparator,
                sdComparator,
                estimate,
                stdError,
                ciLow,
                ciHigh,
                percent,
                status);
    }

    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                subgroup,
                clinic,
                Numbers.count(nArm),
                Numbers.exact(meanArm),
                Numbers.exact(sdArm),
                Numbers.count(nComparator),
                Numbers.exact(meanComparator),
                Numbers.exact(sdComparator),
                Numbers.exact(estimate),
                Numbers.exact(stdError),
                Numbers.exact(ciLow),
                Numbers.exact(ciHigh),
                Numbers.exact(weight),
                status);
    }
}
