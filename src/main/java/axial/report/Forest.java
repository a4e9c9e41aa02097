package axial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The clinics behind one answer, pooled, and what a review found of the same.
 *
 * @param studies that are drawn, in the order of their names
 * @param further clinics that are not drawn, for these have more weight
 * @param hidden clinics that are left out because too few people stand behind them
 * @param matters the change that matters, in standard deviations
 */
record Forest(
        Answer answer,
        List<Study> studies,
        long further,
        long hidden,
        Effect pooled,
        Optional<Effect> prediction,
        OptionalDouble matters,
        List<Found> review) {

    /** Nobody reads more rows, and a page of hundreds of clinics has a figure for each answer. */
    private static final int MOST = 60;

    private static final Comparator<Study> HEAVIEST = Comparator.comparingDouble(
                    (Study study) -> Double.isNaN(study.weight()) ? 0 : -study.weight())
            .thenComparingLong(study -> -study.people())
            .thenComparing(Study::clinic);

    /** One clinic. */
    record Study(
            String clinic,
            long nArm,
            long nComparator,
            double meanArm,
            double meanComparator,
            Interval g,
            double weight,
            String id) {
        long people() {
            return nArm + nComparator;
        }
    }

    /** What was published: a standardised mean difference, or only words. */
    record Found(String source, String people, Interval smd, String words, String id) {}

    /** Empty where the tables pool nothing. */
    static Optional<Forest> of(Answer answer, Tables tables) {
        Table rows = Tables.of(tables.clinics(), answer);
        List<Study> studies = studies(rows);
        return answer.effect("clinics_pooled", "hedges_g")
                .filter(pooled -> pooled.hasInterval() && !studies.isEmpty())
                .map(pooled -> new Forest(
                        answer,
                        heaviest(studies),
                        Math.max(0, studies.size() - MOST),
                        Tables.where(rows, "status", "withheld").rowCount(),
                        pooled,
                        answer.effect("clinics_pooled", "prediction_interval").filter(Effect::hasInterval),
                        answer.standardisedMcid(),
                        Literature.of(tables, answer)));
    }

    private static List<Study> studies(Table rows) {
        List<Study> studies = new ArrayList<>();
        for (Row row : rows) {
            Study study = new Study(
                    row.getString("clinic_id"),
                    Effect.count(row, "n_arm"),
                    Effect.count(row, "n_comparator"),
                    Effect.number(row, "mean_change_arm"),
                    Effect.number(row, "mean_change_comparator"),
                    new Interval(
                            Effect.number(row, "estimate"),
                            Effect.number(row, "ci_low"),
                            Effect.number(row, "ci_high")),
                    Effect.number(row, "weight_percent"),
                    Tables.id(rows, row));
            if (!row.getString("status").equals("withheld") && study.g().known()) {
                studies.add(study);
            }
        }
        return studies;
    }

    private static List<Study> heaviest(List<Study> studies) {
        return studies.stream()
                .sorted(HEAVIEST)
                .limit(MOST)
                .sorted(Comparator.comparing(Study::clinic))
                .toList();
    }

    Optional<Effect> heterogeneity(String metric) {
        return answer.effect("clinics_pooled", metric);
    }
}
