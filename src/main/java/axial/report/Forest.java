package axial.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The clinics behind one answer, pooled.
 *
 * @param hidden clinics that are left out because too few people stand behind them
 * @param matters the change that matters, in standard deviations
 */
record Forest(
        Answer answer,
        List<Study> studies,
        long hidden,
        Effect pooled,
        Optional<Effect> prediction,
        OptionalDouble matters) {

    /** One clinic. */
    record Study(
            String clinic,
            long nArm,
            long nComparator,
            double meanArm,
            double meanComparator,
            Interval g,
            double weight) {}

    /** Empty where the tables pool nothing. */
    static Optional<Forest> of(Answer answer, Table clinics) {
        Table rows = Tables.where(
                clinics,
                "question",
                answer.question().id(),
                "outcome",
                answer.outcome().id(),
                "window",
                answer.window().id(),
                "subgroup",
                "");
        List<Study> studies = studies(rows);
        return answer.effect("clinics_pooled", "hedges_g")
                .filter(pooled -> pooled.hasInterval() && !studies.isEmpty())
                .map(pooled -> new Forest(
                        answer,
                        studies,
                        Tables.where(rows, "status", "withheld").rowCount(),
                        pooled,
                        answer.effect("clinics_pooled", "prediction_interval").filter(Effect::hasInterval),
                        answer.standardisedMcid()));
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
                    Effect.number(row, "weight_percent"));
            if (!row.getString("status").equals("withheld") && study.g().known()) {
                studies.add(study);
            }
        }
        studies.sort(Comparator.comparing(Study::clinic));
        return List.copyOf(studies);
    }

    double tau2() {
        return answer.effect("clinics_pooled", "tau2").map(Effect::estimate).orElse(Double.NaN);
    }

    double i2() {
        return answer.effect("clinics_pooled", "i2_percent")
                .map(Effect::estimate)
                .orElse(Double.NaN);
    }
}
