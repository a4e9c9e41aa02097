package axial.report;

/**
 * What stands in a cell of a printed table.
 *
 * @param id of the table row that the number comes from, or empty; several are parted by spaces
 */
public record Cell(String text, String id) {
    static Cell of(String text) {
        return new Cell(text, "");
    }

    boolean hasDigit() {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
