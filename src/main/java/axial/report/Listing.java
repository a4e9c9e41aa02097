package axial.report;

import java.util.List;

/**
 * A plain table ready to print.
 *
 * @param headings how many of the first columns name the row
 */
public record Listing(String caption, List<Column> columns, List<List<String>> rows, int headings) {

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
}
