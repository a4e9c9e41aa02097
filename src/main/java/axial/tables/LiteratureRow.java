package axial.tables;

import java.util.List;

/**
 * One finding of the literature beside ours: a row of {@code literature.csv}. Differences are turned to our arm minus
 * our comparator.
 *
 * @param key of the finding, {@code source} where it stands
 * @param reviewComparison the review's comparison, such as C2a
 * @param metric SMD or MD of both; for others there is no number of ours to set beside
 * @param direction {@code same}, {@code opposite}, {@code unlike} (they found none, we do), {@code unclear}, or {@code no number of ours}
 * @param intervalsOverlap {@code yes}, {@code no}, or empty
 * @param mismatch how their people, doses and comparators differ from ours
 * @param provenance {@code found} in a public source, or {@code to be checked}: from memory, do not cite
 */
public record LiteratureRow(
        String key,
        String source,
        String reviewComparison,
        String question,
        String outcome,
        String window,
        String metric,
        Number ours,
        Number theirs,
        long oursN,
        long theirsN,
        double difference,
        double stdError,
        double z,
        double pValue,
        String intervalsOverlap,
        String direction,
        String theyFound,
        String grade,
        String mismatch,
        String provenance,
        String status) {

    /** An estimate with its 95 % interval. */
    public record Number(double estimate, double low, double high) {
        public static final Number NONE = new Number(Double.NaN, Double.NaN, Double.NaN);
    }

    public static final List<String> COLUMNS = List.of(
            "key",
            "source",
            "review_comparison",
            "question",
            "outcome",
            "window",
            "metric",
            "our_estimate",
            "our_ci_low",
            "our_ci_high",
            "our_n",
            "their_estimate",
            "their_ci_low",
            "their_ci_high",
            "their_n",
            "difference",
            "std_error",
            "z",
            "p_value",
            "intervals_overlap",
            "direction",
            "they_found",
            "grade",
            "mismatch",
            "provenance",
            "status");

    public List<String> cells() {
        return List.of(
                key,
                source,
                reviewComparison,
                question,
                outcome,
                window,
                metric,
                Numbers.exact(ours.estimate()),
                Numbers.exact(ours.low()),
                Numbers.exact(ours.high()),
                Numbers.count(oursN),
                Numbers.exact(theirs.estimate()),
                Numbers.exact(theirs.low()),
                Numbers.exact(theirs.high()),
                Numbers.count(theirsN),
                Numbers.exact(difference),
                Numbers.exact(stdError),
                Numbers.exact(z),
                Numbers.exact(pValue),
                intervalsOverlap,
                direction,
                theyFound,
                grade,
                mismatch,
                provenance,
                status);
    }
}
