package axial.report;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Where a clinic stands among all, as {@code funnel.csv} has it; NaN where there is no number, −1 where no count. */
record ClinicPlace(
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
        String status,
        String id) {

    /** The rows of a table, in its order. */
    static List<ClinicPlace> all(Table table) {
        List<ClinicPlace> places = new ArrayList<>();
        for (Row row : table) {
            places.add(new ClinicPlace(
                    row.getString("outcome"),
                    row.getString("window"),
                    row.getString("clinic_id"),
                    Effect.count(row, "n"),
                    Effect.number(row, "estimate"),
                    Effect.number(row, "std_error"),
                    Effect.number(row, "centre"),
                    Effect.number(row, "tau2"),
                    Effect.number(row, "low_95"),
                    Effect.number(row, "high_95"),
                    Effect.number(row, "low_998"),
                    Effect.number(row, "high_998"),
                    Effect.number(row, "shrunken"),
                    Effect.number(row, "shrunken_std_error"),
                    Effect.number(row, "outer_tenth"),
                    row.getString("state"),
                    row.getString("status"),
                    Tables.id(table, row)));
        }
        return List.copyOf(places);
    }

    boolean stands() {
        return status.equals("estimated") && !Double.isNaN(estimate);
    }

    /** How far out the limits lie at another number of patients, by the limit that it has at its own. */
    double reach(double limit, double people) {
        double variance = stdError * stdError * n;
        return (limit - centre) * Math.sqrt((variance / people + tau2) / (variance / n + tau2));
    }
}
