package axial.tables;

import java.util.List;

/**
 * Where a clinic stands among all: a row of {@code funnel.csv}. Patients of every arm are counted, their mean change
 * adjusted for the job's covariates, in the instrument's unit, later minus earlier.
 *
 * @param estimate what the clinic's mean change would be with the patients of all clinics
 * @param tau2 variance between clinics beyond chance
 * @param shrunken what the clinic's true mean is expected to be
 * @param outerTenth probability that it lies in the outer tenth of clinics
 * @param state {@code usual variation}, {@code higher} or {@code lower} (beyond 95 %), {@code far higher} or {@code far
 *     lower} (beyond 99.8 %), {@code too few to say}
 */
public record FunnelRow(
        String outcome,
        String window,
        String clinic,
        long n,
        double estimate,
        double stdError,
        double centre,
        double tau2,
        double low95,
        double high95,
        double low998,
        double high998,
        double shrunken,
        double shrunkenError,
        double outerTenth,
        String state,
        String status) {
    public static final List<String> COLUMNS = List.of(
            "outcome",
            "window",
            "clinic_id",
            "n",
            "estimate",
            "std_error",
            "centre",
            "tau2",
            "low_95",
            "high_95",
            "low_998",
            "high_998",
            "shrunken",
            "shrunken_std_error",
            "outer_tenth",
            "state",
            "status");

    public List<String> cells() {
        return List.of(
                outcome,
                window,
                clinic,
                Numbers.count(n),
                Numbers.exact(estimate),
                Numbers.exact(stdError),
                Numbers.exact(centre),
                Numbers.exact(tau2),
                Numbers.exact(low95),
                Numbers.exact(high95),
                Numbers.exact(low998),
                Numbers.exact(high998),
                Numbers.exact(shrunken),
                Numbers.exact(shrunkenError),
                Numbers.exact(outerTenth),
                state,
                status);
    }
}
