package axial.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Rows sorted by source and visit id, with the fate of each decided among those that share the id. Stored rows come out
 * only where something changes for their visit.
 */
final class Decided implements Iterator<Row> {
    private static final Reason REPLACED =
            Reason.of("visit_id", "superseded", "a later version of this visit replaces it", "");
    static final Reason CONFLICT = Reason.of(
            "visit_id",
            "conflicting_versions",
            "the same visit_id stands elsewhere with other values and nothing says which is newer;"
                    + " declare record_version or extract_time, or correct the export",
            "");

    private final Iterator<Row> rows;
    private final int width;
    private final List<Row> ready = new ArrayList<>();
    private int given = 0;
    private @Nullable Row ahead;

    /**
     * @param rows sorted by source, visit id, stored before arriving, batch, line
     * @param width how many columns hold the visit
     */
    Decided(Iterator<Row> rows, int width) {
        this.rows = rows;
        this.width = width;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (given == ready.size() && ahead != null) {
            ready.clear();
            given = 0;
            decideNextVisit(ahead);
        }
        return given < ready.size();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.get(given++);
    }

    private void decideNextVisit(Row first) {
        List<Row> records = new ArrayList<>();
        Row next = first;
        do {
            records.add(next);
            next = rows.hasNext() ? rows.next() : null;
        } while (next != null && sameVisit(first, next));
        ahead = next;
        boolean alone = records.size() == 1 && arrives(first);
        if (first.isNullAt(1) || alone) {
            ready.addAll(records);
            return;
        }
        List<Versions.Fate> fates = Versions.fates(records, width);
        boolean stays = nothingChanges(records, fates);
        for (int i = 0; i < records.size(); i++) {
            if (!stays || arrives(records.get(i))) {
                ready.add(withFate(records.get(i), fates.get(i)));
            }
        }
    }

    private boolean nothingChanges(List<Row> records, List<Versions.Fate> fates) {
        for (int i = 0; i < records.size(); i++) {
            String was = was(records.get(i));
            Versions.Fate fate = fates.get(i);
            boolean same = switch (was) {
                case ReadRow.CURRENT -> fate == Versions.Fate.ACCEPTED;
                case ReadRow.HELD -> fate == Versions.Fate.HELD;
                default -> fate == Versions.Fate.DUPLICATE || fate == Versions.Fate.SUPERSEDED;
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameVisit(Row a, Row b) {
        return a.get(1) != null && Objects.equals(a.get(0), b.get(0)) && Objects.equals(a.get(1), b.get(1));
    }

    private String was(Row row) {
        return row.getString(width + ReadRow.WAS_AT);
    }

    private boolean arrives(Row row) {
        return was(row).isEmpty();
    }

    private Row withFate(Row row, Versions.Fate fate) {
        @Nullable Object[] values = new Object[width + ReadRow.MORE];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        List<Reason> reasons = switch (fate) {
            case SUPERSEDED -> List.of(REPLACED);
            case HELD -> List.of(CONFLICT);
            default -> Collections.emptyList();
        };
        values[width + ReadRow.REASONS_AT] = ReadRow.written(reasons);
        values[width + ReadRow.STATUS_AT] = fate.name();
        return RowFactory.create(values);
    }
}
