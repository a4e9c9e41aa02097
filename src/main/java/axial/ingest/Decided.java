package axial.ingest;

import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Rows sorted by source and visit id, with the fate of each decided among those that share the id. */
final class Decided implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int width;
    private final List<Row> ready = new ArrayList<>();
    private int given = 0;
    private @Nullable Row ahead;

    Decided(Iterator<Row> rows, int width) {
        this.rows = rows;
        this.width = width;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return given < ready.size() || ahead != null;
    }

    @Override
    public Row next() {
        if (given == ready.size()) {
            ready.clear();
            given = 0;
            decideNextGroup();
        }
        return ready.get(given++);
    }

    private void decideNextGroup() {
        Row first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<Row> group = new ArrayList<>();
        do {
            group.add(ahead);
            ahead = rows.hasNext() ? rows.next() : null;
        } while (ahead != null && sameVisit(first, ahead));
        boolean candidates = first.getString(width + ReadRow.STATUS_AT).equals(Versions.Fate.ACCEPTED.name());
        if (!candidates || group.size() == 1) {
            ready.addAll(group);
            return;
        }
        List<Versions.Fate> fates = Versions.fates(group, width, width + ReadRow.VERSION_AT);
        for (int i = 0; i < group.size(); i++) {
            ready.add(withFate(group.get(i), fates.get(i)));
        }
    }

    private static boolean sameVisit(Row a, Row b) {
        return a.get(1) != null && Objects.equals(a.get(0), b.get(0)) && Objects.equals(a.get(1), b.get(1));
    }

    private Row withFate(Row row, Versions.Fate fate) {
        @Nullable Object[] values = new Object[width + ReadRow.MORE];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        List<Reason> reasons = switch (fate) {
            case ACCEPTED, DUPLICATE -> Collections.emptyList();
            case SUPERSEDED ->
                List.of(Reason.of(VisitsTable.VISIT_ID, "superseded", "a later version of this visit replaces it", ""));
            case REJECTED ->
                List.of(Reason.of(
                        VisitsTable.VISIT_ID,
                        "conflicting_versions",
                        "the same visit_id stands elsewhere with other values and nothing says which is newer;"
                                + " declare record_version or extract_time, or correct the export",
                        ""));
        };
        values[width + ReadRow.REASONS_AT] = ReadRow.written(reasons);
        values[width + ReadRow.STATUS_AT] = fate.name();
        return RowFactory.create(values);
    }
}
