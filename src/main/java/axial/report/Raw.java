package axial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A table as it is, its numbers rounded to four digits. */
final class Raw {
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);
    private static final Set<String> WORDS = Set.of(
            "question",
            "outcome",
            "window",
            "subgroup",
            "estimator",
            "metric",
            "arm",
            "comparator",
            "status",
            "reason",
            "clinic_id",
            "step",
            "severity",
            "field",
            "check",
            "by",
            "level",
            "covariate",
            "estimand",
            "convention",
            "domain",
            "judgement",
            "why",
            "source",
            "direction",
            "they_found",
            "grade",
            "mismatch",
            "provenance",
            "other_covariate",
            "other_level",
            "lacking");

    private Raw() {}

    static Listing of(String caption, Table table, List<String> names, Texts texts) {
        List<Listing.Column> columns = names.stream()
                .filter(table.columnNames()::contains)
                .map(c -> new Listing.Column(texts.sayOr("column.", c), !WORDS.contains(c)))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : table) {
            String id = Tables.id(table, row);
            rows.add(names.stream()
                    .filter(table.columnNames()::contains)
                    .map(c -> new Cell(cell(c, row.getString(c), texts), WORDS.contains(c) ? "" : id))
                    .toList());
        }
        return new Listing(caption, columns, List.copyOf(rows), 1);
    }

    static String cell(String column, String text, Texts texts) {
        if (WORDS.contains(column) || !text.matches("-?\\d+\\.?\\d*(e[-+]\\d+)?")) {
            return words(column, text, texts);
        }
        BigDecimal number = new BigDecimal(text);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        String shown = whole ? number.toPlainString() : number.round(FOUR).toString();
        return shown.replace('-', '−')
                .replace("E", " × 10^")
                .replace('.', texts.shown().point());
    }

    private static String words(String column, String text, Texts texts) {
        return switch (column) {
            case "status" -> texts.sayOr("status.", text);
            case "reason" -> texts.names().reason(text);
            case "arm", "comparator" -> texts.names().arms(text);
            case "window" -> texts.sayOr("window.", text);
            case "covariate" -> texts.names().covariate(text);
            case "estimator" -> texts.sayOr("method.", text);
            case "metric" -> texts.sayOr("metric.", text);
            case "severity" -> texts.sayOr("severity.", text);
            default -> text;
        };
    }
}
