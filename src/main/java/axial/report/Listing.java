package axial.report;

import java.util.List;

/**
 * A plain table ready to print.
 *
 * @param headings how many of the first columns name the row
 */
public record Listing(String caption, List<Column> columns, List<List<Cell>> rows, int headings) {

    /** A column; numbers stand to the right. */
    public record Column(String name, boolean number) {}

    /** Whether a cell of words in that column holds numbers too, so that its row is named. */
    public boolean traced(int column) {
        return rows.stream().anyMatch(row -> row.get(column).text().matches(".*\\d.*"));
    }

    static Column words(String name) {
        return new Column(name, false);
    }

    static Column numbers(String name) {
        return new Column(name, true);
    }

    public boolean isNumber(int column) {
        return columns.get(column).number();
    }

    /** A row of which every number comes from the row of that id. */
    static List<Cell> row(String id, String... texts) {
        return List.of(texts).stream().map(text -> new Cell(text, id)).toList();
    }
}
