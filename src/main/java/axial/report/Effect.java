package axial.report;

import tech.tablesaw.api.Row;

/** One row of {@code estimates.csv}; an absent number is NaN, an absent count −1. */
record Effect(
        String estimator,
        String metric,
        long nArm,
        long nComparator,
        long clinics,
        double estimate,
        double stdError,
        double low,
        double high,
        String status,
        String reason,
        String id) {

    static Effect of(Row row) {
        return new Effect(
                row.getString("estimator"),
                row.getString("metric"),
                count(row, "n_arm"),
                count(row, "n_comparator"),
                count(row, "clinics"),
                number(row, "estimate"),
                number(row, "std_error"),
                number(row, "ci_low"),
                number(row, "ci_high"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("id"));
    }

    /** Whether a number stands in it. */
    boolean stands() {
        return status.equals("estimated") && !Double.isNaN(estimate);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    String key() {
        return estimator + "/" + metric;
    }

    static long count(Row row, String column) {
        String cell = row.getString(column);
        return cell.isEmpty() ? -1 : Long.parseLong(cell);
    }

    static double number(Row row, String column) {
        return number(row.getString(column));
    }

    static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
