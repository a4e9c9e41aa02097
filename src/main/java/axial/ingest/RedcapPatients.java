package axial.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands once per record of a REDCap export and is carried to each of its visits. */
final class RedcapPatients {
    /** Stands where the rows of one record disagree. */
    private static final String DIFFERENT = "\u0000";

    private final Map<String, String> columns = new TreeMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, @Nullable String[]> cells = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private RedcapPatients() {}

    /** Reads all rows and closes them. */
    static RedcapPatients of(Format.Records records, RedcapRows rows, List<String> carriedFields) throws IOException {
        RedcapPatients patients = new RedcapPatients();
        List<String> known = rows.header().columns();
        for (String field : carriedFields) {
            String column = rows.theirs(field);
            if (known.contains(column)) {
                patients.columns.put(field, column);
                patients.places.putIfAbsent(column, patients.places.size());
            }
        }
        try (records) {
            while (records.hasNext()) {
                RawRecord row = records.next();
                if (row.fault().isEmpty()) {
                    rows.see(row);
                    patients.add(row, rows);
                }
            }
        }
        rows.checkNames();
        return patients;
    }

    private void add(RawRecord row, RedcapRows rows) {
        if (!rows.isBase(row)) {
            return;
        }
        RedcapHeader header = rows.header();
        @Nullable String[] base = cells.computeIfAbsent(header.record(row), record -> new String[places.size()]);
        places.forEach((column, place) -> {
            String cell = header.cell(row, column);
            if (cell != null && !cell.isBlank()) {
                String known = base[place];
                base[place] = known == null || known.equals(cell.strip()) ? kept(cell.strip()) : DIFFERENT;
            }
        });
    }

    /** One text for all that are equal, since sexes and clinics repeat. */
    private String kept(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /** The carried cell, or null where the record has none or several. */
    @Nullable
    String cell(String record, String column) {
        String cell = raw(record, column);
        return DIFFERENT.equals(cell) ? null : cell;
    }

    /** Whether the rows of the record disagree about the column. */
    boolean disagree(String record, String column) {
        return DIFFERENT.equals(raw(record, column));
    }

    private @Nullable String raw(String record, String column) {
        Integer place = places.get(column);
        @Nullable String[] base = cells.get(record);
        return place == null || base == null ? null : base[place];
    }

    /** The column of each carried field. */
    Map<String, String> columns() {
        return columns;
    }
}
