package axial.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A table of a run, every cell as text; a cell that holds nothing is empty. */
record Table(String name, List<String> columnNames, List<Row> rows) implements Iterable<Row> {

    /** Reads CSV whose first line names the columns; the same text in many cells is kept once. */
    static Table read(String name, Reader text) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            List<String> names = lines.next().getFields();
            Map<String, Integer> places = new HashMap<>();
            names.forEach(column -> places.put(column, places.size()));
            Map<String, String> once = new HashMap<>();
            List<Row> rows = new ArrayList<>();
            lines.forEachRemaining(line -> rows.add(new Row(
                    places,
                    line.getFields().stream()
                            .map(cell -> once.computeIfAbsent(cell, c -> c))
                            .toList())));
            return new Table(name, names, rows);
        }
    }

    @Override
    public Iterator<Row> iterator() {
        return rows.iterator();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The cells of a column, from the first row to the last. */
    List<String> column(String column) {
        return rows.stream().map(row -> row.getString(column)).toList();
    }

    /** The rows that are wanted, in their order. */
    Table where(Predicate<Row> wanted) {
        return new Table(name, columnNames, rows.stream().filter(wanted).toList());
    }

    /** The same table with other texts in a column. */
    Table with(String column, UnaryOperator<String> text) {
        return new Table(
                name,
                columnNames,
                rows.stream().map(row -> row.with(column, text)).toList());
    }
}
