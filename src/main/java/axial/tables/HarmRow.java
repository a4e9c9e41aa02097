package axial.tables;

import java.util.List;

/**
 * What is known of harm beyond {@link SafetyRow}: a row of {@code harms.csv}.
 *
 * @param measure what it is: {@code per_asked_visit}, {@code per_patient}, {@code per_1000_manipulations}, {@code
 *     upper_limit}, {@code rate_ratio_exact}, {@code rate_ratio_clustered}, {@code vascular}, {@code case_crossover},
 *     {@code vascular_case}, {@code protopathic}, {@code screened}, {@code screened_first}, {@code despite_red_flag}
 * @param arm the arm, or what came before a vascular event; empty where it is about all
 * @param comparator of a ratio
 * @param group severity, age or clinic
 * @param windowDays within how many days after an exposure; below zero where there is no window
 * @param events how many
 * @param exposure of how many {@code unit}s
 * @param estimate in the unit that the measure says, such as 1,000 visits
 * @param words what has to be said beside it, or why there is no number
 */
public record HarmRow(
        String measure,
        String arm,
        String comparator,
        String group,
        int windowDays,
        long events,
        long exposure,
        String unit,
        double estimate,
        double ciLow,
        double ciHigh,
        double pValue,
        String status,
        String words) {
    public static final List<String> COLUMNS = List.of(
            "measure",
            "arm",
            "comparator",
            "group",
            "window_days",
            "events",
            "exposure",
            "unit",
            "estimate",
            "ci_low",
            "ci_high",
            "p_value",
            "status",
            "words");

    public List<String> cells() {
        return List.of(
                measure,
                arm,
                comparator,
                group,
                Numbers.count(windowDays),
                Numbers.count(events),
                Numbers.count(exposure),
                unit,
                Numbers.exact(estimate),
                Numbers.exact(ciLow),
                Numbers.exact(ciHigh),
                Numbers.exact(pValue),
                status,
                words);
    }
}
