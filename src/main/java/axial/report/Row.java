package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One row of a table.
 *
 * @param places where the cell of a column stands, by the column's name
 */
record Row(Map<String, Integer> places, List<String> cells) {

    /** What stands in a column; empty where nothing does. */
    String getString(String column) {
        return cells.get(place(column));
    }

    Row with(String column, UnaryOperator<String> text) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(place(column), text.apply(getString(column)));
        return new Row(places, List.copyOf(changed));
    }

    private int place(String column) {
        return Objects.requireNonNull(places.get(column), column);
    }
}
