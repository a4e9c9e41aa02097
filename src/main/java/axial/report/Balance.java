package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** How far the groups lie apart at the start, in standard deviations, before and after overlap weighting. */
record Balance(List<Row> rows) {

    /** One covariate or one of its levels; NaN where the table has none, −1 where a count is withheld. */
    record Row(
            String covariate,
            String level,
            long nArm,
            long nComparator,
            double before,
            double after,
            double clinicMax,
            String id) {
        /** What is left after weighting; without weights, what there was before. */
        double left() {
            return Double.isNaN(after) ? before : after;
        }

        String name(Texts texts) {
            String covariateInWords = texts.names().covariate(covariate);
            return level.isEmpty() ? covariateInWords : covariateInWords + ": " + texts.sayOr("level.", level);
        }
    }

    /** Empty where the run has no table of balance, or nothing of this answer in it. */
    static Optional<Balance> of(Tables tables, Answer answer) {
        return tables.with("balance", "question", "outcome", "window", "covariate", "level", "smd_unweighted")
                .map(t -> new Balance(rows(Tables.of(t, answer))))
                .filter(b -> !b.rows().isEmpty());
    }

    private static List<Row> rows(Table table) {
        List<Row> rows = new ArrayList<>();
        for (tech.tablesaw.api.Row row : table) {
            rows.add(new Row(
                    row.getString("covariate"),
                    row.getString("level"),
                    Effect.count(row, "n_arm"),
                    Effect.count(row, "n_comparator"),
                    Effect.number(row, "smd_unweighted"),
                    Effect.number(row, "smd_overlap_weighted"),
                    Effect.number(row, "clinic_max_smd"),
                    Tables.id(table, row)));
        }
        return List.copyOf(rows);
    }
}
