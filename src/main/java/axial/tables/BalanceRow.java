package axial.tables;

import java.util.List;

/**
 * How alike the two sides are in one covariate before and after each weighting: a row of {@code balance.csv}. A
 * standardised difference is arm minus comparator over the unweighted SD of both sides, √((s₁²+s₀²)/2) (Austin 2009); a
 * variance ratio is arm over comparator. For everybody only, no subgroups.
 *
 * @param level of a category, every one that anybody has; empty for a number
 * @param nArm analysed in the arm who have the level; for a number all analysed
 * @param clinicMax the largest standardised difference within a clinic with enough people on both sides, unweighted
 * @param clinicMaxOverlap the same, overlap-weighted
 */
public record BalanceRow(
        String question,
        String outcome,
        String window,
        String covariate,
        String level,
        long nArm,
        long nComparator,
        Differences unweighted,
        Differences overlap,
        Differences all,
        Differences treated,
        double clinicMax,
        double clinicMaxOverlap,
        String status) {

    /** Standardised difference and variance ratio under one weighting. */
    public record Differences(double smd, double varianceRatio) {
        public static final Differences NONE = new Differences(Double.NaN, Double.NaN);
    }

    public static final List<String> COLUMNS = List.of(
            "question",
            "outcome",
            "window",
            "covariate",
            "level",
            "n_arm",
            "n_comparator",
            "smd_unweighted",
            "smd_overlap_weighted",
            "smd_inverse_probability",
            "smd_treated_weighted",
            "variance_ratio_unweighted",
            "variance_ratio_overlap_weighted",
            "variance_ratio_inverse_probability",
            "variance_ratio_treated_weighted",
            "clinic_max_smd",
            "clinic_max_smd_overlap_weighted",
            "status");

    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                covariate,
                level,
                Numbers.count(nArm),
                Numbers.count(nComparator),
                Numbers.exact(unweighted.smd()),
                Numbers.exact(overlap.smd()),
                Numbers.exact(all.smd()),
                Numbers.exact(treated.smd()),
                Numbers.exact(unweighted.varianceRatio()),
                Numbers.exact(overlap.varianceRatio()),
                Numbers.exact(all.varianceRatio()),
                Numbers.exact(treated.varianceRatio()),
                Numbers.exact(clinicMax),
                Numbers.exact(clinicMaxOverlap),
                status);
    }
}
