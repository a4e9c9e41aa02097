package axial.tables;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a row of a table is called, so that a number on a page can be traced: the table's name and the row's keys, as in
 * {@code flow:q1/pain_nprs/short/a/analysed}. Rows of {@code estimates.csv} are called by their own {@code id}.
 */
public final class RowId {
    /** The columns that tell rows apart, in whatever table they stand. */
    private static final List<String> KEYS = List.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "estimator",
            "metric",
            "check",
            "arm",
            "comparator",
            "covariate",
            "by",
            "level",
            "other_covariate",
            "other_level",
            "lacking",
            "side",
            "measure",
            "group",
            "window_days",
            "from",
            "delta_arm",
            "delta_comparator",
            "clinic",
            "clinic_id",
            "month",
            "period",
            "group",
            "window_days",
            "field",
            "severity",
            "step",
            "code",
            "key",
            "domain");

    private RowId() {}

    /** The id of a row of the table by its columns and what stands in them. */
    public static String of(String table, List<String> columns, UnaryOperator<String> cell) {
        if (table.equals("estimates")) {
            return cell.apply("id");
        }
        return table + ":" + columns.stream().filter(KEYS::contains).map(cell).collect(Collectors.joining("/"));
    }

    /** The table that the id names. */
    public static String table(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? "estimates" : id.substring(0, colon);
    }
}
