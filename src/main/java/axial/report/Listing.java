package axial.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A plain table ready to print.
 *
 * @param headings how many of the first columns name the row
 * @param note which rows are not shown, and where they stand; empty where all are
 */
public record Listing(String caption, List<Column> columns, List<List<Cell>> rows, int headings, String note) {
    /** A table of which every row is shown. */
    Listing(String caption, List<Column> columns, List<List<Cell>> rows, int headings) {
        this(caption, columns, rows, headings, "");
    }

    /** A column; numbers stand to the right. */
    public record Column(String name, boolean number) {}

    /** A row with what most of its numbers come from; that is empty where a number comes from nowhere. */
    public record Line(String id, List<Cell> cells) {

        /** What a cell comes from, where that is not what its row comes from. */
        public String ownId(int column) {
            String own = cells.get(column).id();
            return own.equals(id) ? "" : own;
        }
    }

    /** The same with a note. */
    Listing with(String otherNote) {
        return new Listing(caption, columns, rows, headings, otherNote);
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

    public List<Line> lines() {
        return rows.stream().map(row -> new Line(rowId(row), row)).toList();
    }

    private String rowId(List<Cell> row) {
        List<Cell> cells = row.subList(headings, row.size());
        if (cells.stream().anyMatch(c -> c.id().isEmpty() && c.hasDigit())) {
            return "";
        }
        Map<String, Long> often = cells.stream()
                .map(Cell::id)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
        return often.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** A row of which every number comes from the row of that id. */
    static List<Cell> row(String id, String... texts) {
        return List.of(texts).stream().map(text -> new Cell(text, id)).toList();
    }
}
