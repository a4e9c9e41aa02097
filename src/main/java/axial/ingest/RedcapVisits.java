package axial.ingest;

import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The visits of a REDCap export, each with what is carried from its record. */
final class RedcapVisits implements Format.Records {
    private final Format.Records records;
    private final RedcapRows rows;
    private final RedcapHeader header;
    private final RedcapPatients patients;
    private final List<String> columns;
    private @Nullable RawRecord ahead;

    RedcapVisits(Format.Records records, RedcapRows rows, RedcapPatients patients) {
        this.records = records;
        this.rows = rows;
        this.header = rows.header();
        this.patients = patients;
        this.columns = header.columns();
        advance();
    }

    private void advance() {
        ahead = null;
        while (ahead == null && records.hasNext()) {
            RawRecord row = records.next();
            ahead = rows.isVisit(row) ? row : null;
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public RawRecord next() {
        RawRecord row = ahead;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row.fault().isEmpty()
                ? new RawRecord(row.line(), columns, name -> cell(row, name), "", reasons(row))
                : row;
    }

    private @Nullable String cell(RawRecord row, String name) {
        String own = header.cell(row, name);
        return own == null || own.isBlank() ? patients.cell(header.record(row), name) : own;
    }

    private List<Reason> reasons(RawRecord row) {
        List<Reason> reasons = new ArrayList<>(header.contradictions(row));
        if (rows.isUnfinished(row)) {
            reasons.add(Reason.of(
                    VisitsTable.VISIT_ID, "form_not_complete", "the form of this visit is not marked as complete", ""));
        }
        patients.columns().forEach((field, column) -> {
            String own = header.cell(row, column);
            if ((own == null || own.isBlank()) && patients.disagree(header.record(row), column)) {
                reasons.add(Reason.of(
                        field,
                        "base_rows_differ",
                        "several rows of the record hold it, with different values; say which event counts with"
                                + " base_event",
                        ""));
            }
        });
        return reasons;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
