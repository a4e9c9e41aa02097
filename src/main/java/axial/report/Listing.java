package axial.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** What most numbers of that row come from; empty where a number comes from nowhere. */
    public String rowId(List<Cell> row) {
        List<Cell> cells = row.subList(headings, row.size());
        if (cells.stream().anyMatch(c -> c.id().isEmpty() && c.text().matches(".*\\d.*"))) {
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

    /** What a cell comes from, where that is not what its row comes from. */
    public String ownId(List<Cell> row, int column) {
        String id = row.get(column).id();
        return id.equals(rowId(row)) ? "" : id;
    }

    /** A row of which every number comes from the row of that id. */
    static List<Cell> row(String id, String... texts) {
        return List.of(texts).stream().map(text -> new Cell(text, id)).toList();
    }
}
