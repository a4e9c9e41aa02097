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

    static Column words(String name) {
        return new Column(name, false);
    }

    static Column numbers(String name) {
        return new Column(name, true);
    }

    public boolean isNumber(int column) {
        return columns.get(column).number();
    }

    /** What every number of that row comes from; empty where they come from several. */
    public String rowId(List<Cell> row) {
        List<String> ids = row.stream()
                .skip(headings)
                .map(Cell::id)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        boolean all = ids.size() == 1
                && row.stream()
                        .skip(headings)
                        .noneMatch(c -> c.id().isEmpty() && c.text().matches(".*\\d.*"));
        return all ? ids.get(0) : "";
    }

    /** A row of which every number comes from the row of that id. */
    static List<Cell> row(String id, String... texts) {
        return List.of(texts).stream().map(text -> new Cell(text, id)).toList();
    }
}
