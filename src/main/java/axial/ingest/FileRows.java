package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.ArrayList;
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
    private final SourceFile file;
    private final Format.Records records;
    private final String version;
    private final int width;
    private final FileAccount account;
    private boolean ended = false;

    FileRows(Job job, Sources.Found found, int width) throws IOException {
        this.rules = new VisitRules(job, found.source());
        this.file = found.file();
        this.width = width;
        this.account = new FileAccount(job, found.source());
        this.version = found.source()
                .options()
                .getOrDefault("record_version", found.source().options().getOrDefault("extract_time", ""));
        this.records = Objects.requireNonNull(Format.ALL.get(found.source().format()))
                .forJob(job)
                .read(file, found.source());
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
        row[width + ReadRow.FILE_AT] = file.shown();
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
        row[0] = visit[0];
        if (reasons.isEmpty()) {
            System.arraycopy(visit, 0, row, 0, width);
        }
        row[width + ReadRow.LINE_AT] = record.line();
        row[width + ReadRow.VERSION_AT] =
                version.isEmpty() ? null : record.cells().apply(version);
        row[width + ReadRow.REASONS_AT] = ReadRow.written(reasons);
        row[width + ReadRow.STATUS_AT] =
                reasons.isEmpty() ? Versions.Fate.ACCEPTED.name() : Versions.Fate.REJECTED.name();
    }

    private void end(@Nullable Object[] row) {
        row[width + ReadRow.LINE_AT] = account.read();
        row[width + ReadRow.STATUS_AT] = ReadRow.READ;
        row[width + ReadRow.ACCOUNT_AT] = account.bytes();
        ended = true;
        try {
            records.close();
        } catch (IOException broken) {
            throw file.unreadable(broken, account.read());
        }
    }
}
