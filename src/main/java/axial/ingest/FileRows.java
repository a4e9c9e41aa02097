package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The records of one file as rows ({@link ReadRow}); the last row carries the file's account. */
final class FileRows implements Iterator<Row> {
    private final VisitRules rules;
    private final Arrival arrival;
    private final Withdrawal withdrawal;
    private final Format.Records records;
    private final List<String> versions;
    private final int width;
    private final int patient;
    private final FileAccount account;
    private boolean ended = false;

    FileRows(Job job, Arrival arrival, Withdrawal withdrawal) throws IOException {
        Job.Source source = arrival.found().source();
        this.rules = new VisitRules(job, source);
        this.arrival = arrival;
        this.withdrawal = withdrawal;
        this.width = VisitsTable.schema(job).size();
        this.patient = VisitsTable.schema(job).fieldIndex(VisitsTable.PATIENT_ID);
        this.account = new FileAccount(job, source, arrival.file());
        this.versions = Versions.columns(source);
        this.records = WithoutColumns.of(
                source,
                Objects.requireNonNull(Format.ALL.get(source.format()))
                        .forJob(job)
                        .read(arrival.found().file(), source));
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Row next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        @Nullable Object[] row = new Object[width + ReadRow.MORE];
        row[width + ReadRow.BATCH_AT] = arrival.number();
        row[width + ReadRow.WAS_AT] = "";
        if (records.hasNext()) {
            fill(row, records.next());
        } else {
            end(row);
        }
        return RowFactory.create(row);
    }

    private void fill(@Nullable Object[] row, RawRecord record) {
        List<Reason> reasons = new ArrayList<>();
        @Nullable Object[] visit = rules.read(record, reasons);
        account.add(record, visit, reasons);
        Versions.Fate fate = Versions.fate(reasons);
        if (reasons.isEmpty() && withdrawal.of(String.valueOf(visit[patient]))) {
            fate = Versions.Fate.WITHDRAWN;
        }
        Object source = visit[0];
        System.arraycopy(
                fate == Versions.Fate.ACCEPTED ? visit : Arrays.copyOf(new Object[] {source}, width), 0, row, 0, width);
        row[width + ReadRow.LINE_AT] = record.line();
        row[width + ReadRow.VERSION_AT] = Versions.of(record, versions);
        row[width + ReadRow.REASONS_AT] = ReadRow.written(reasons);
        row[width + ReadRow.STATUS_AT] = fate.name();
    }

    private void end(@Nullable Object[] row) {
        row[width + ReadRow.LINE_AT] = account.read();
        row[width + ReadRow.STATUS_AT] = ReadRow.READ;
        row[width + ReadRow.ACCOUNT_AT] = account.bytes();
        ended = true;
        try {
            records.close();
        } catch (IOException broken) {
            throw arrival.found().file().unreadable(broken, account.read());
        }
    }
}
