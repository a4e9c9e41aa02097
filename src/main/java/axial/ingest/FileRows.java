package axial.ingest;

import axial.question.Job;
import axial.tables.VisitHash;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The records of one stretch of a file as rows ({@link ReadRow}), with their keys; the last row carries the account. */
final class FileRows implements Iterator<InternalRow> {
    private static final UTF8String NOT_STORED = UTF8String.EMPTY_UTF8;
    private static final Versions.Fate[] FATES = Versions.Fate.values();
    private static final UTF8String[] STATUS =
            Arrays.stream(FATES).map(fate -> UTF8String.fromString(fate.name())).toArray(UTF8String[]::new);

    private final VisitRules rules;
    private final Arrival arrival;
    private final SourceFile file;
    private final Withdrawal withdrawal;
    private final Parcels.Plan plan;
    private final Format.Records records;
    private final List<String> versions;
    private final int width;
    private final int patient;
    private final FileAccount account;
    private final KeyRows keys;
    private final @Nullable String[] texts;
    private final @Nullable UTF8String[] encoded;
    private final long[] fates = new long[FATES.length];
    private final UTF8String sourceName;
    private @Nullable InternalRow next;
    private boolean ended = false;

    FileRows(Job job, Arrival arrival, Stretch stretch, Withdrawal withdrawal, Parcels.Plan plan) throws IOException {
        Job.Source source = arrival.found().source();
        this.rules = new VisitRules(job, source);
        this.arrival = arrival;
        this.file = arrival.found().file().only(stretch);
        this.withdrawal = withdrawal;
        this.plan = plan;
        this.width = VisitsTable.schema(job).size();
        this.patient = VisitsTable.schema(job).fieldIndex(VisitsTable.PATIENT_ID);
        this.texts = new String[width];
        this.encoded = new UTF8String[width];
        this.account = new FileAccount(job, source, arrival.file());
        this.keys = new KeyRows(plan, width + ReadRow.MORE);
        this.sourceName = UTF8String.fromString(source.name());
        this.versions = Versions.columns(source);
        this.records = WithoutColumns.of(
                source,
                Objects.requireNonNull(Format.ALL.get(source.format()))
                        .forJob(job)
                        .read(file, source));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = advance();
        }
        return next != null || !keys.ready().isEmpty();
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!keys.ready().isEmpty()) {
            return keys.ready().remove(keys.ready().size() - 1);
        }
        InternalRow row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    /** The row of the next record; null where it has none. */
    private @Nullable InternalRow advance() {
        return records.hasNext() ? row(records.next()) : end();
    }

    private @Nullable InternalRow row(RawRecord record) {
        List<Reason> reasons = new ArrayList<>();
        @Nullable Object[] visit = rules.read(record, reasons);
        account.add(record, visit, reasons);
        Versions.Fate fate = Versions.fate(reasons);
        if (reasons.isEmpty() && withdrawal.of(String.valueOf(visit[patient]))) {
            fate = Versions.Fate.WITHDRAWN;
        }
        fates[fate.ordinal()]++;
        return fate == Versions.Fate.WITHDRAWN ? null : row(record, visit, reasons, fate);
    }

    private InternalRow row(RawRecord record, @Nullable Object[] visit, List<Reason> reasons, Versions.Fate fate) {
        @Nullable Object[] row = empty();
        row[0] = sourceName;
        row[width + ReadRow.LINE_AT] = record.line();
        String version = Versions.of(record, versions);
        row[width + ReadRow.VERSION_AT] = version == null ? null : UTF8String.fromString(version);
        row[width + ReadRow.STATUS_AT] = STATUS[fate.ordinal()];
        if (fate == Versions.Fate.ACCEPTED) {
            for (int i = 1; i < width; i++) {
                row[i] = visit[i] instanceof String text ? encoded(i, text) : visit[i];
            }
            row[width + ReadRow.REASONS_AT] = UTF8String.EMPTY_UTF8;
            row[width + ReadRow.PART_AT] =
                    VisitHash.part((UTF8String) Objects.requireNonNull(row[patient]), plan.visitParts());
            keys.add(VisitHash.ofKey(row), VisitHash.of(row, width));
        } else {
            row[width + ReadRow.REASONS_AT] = UTF8String.fromString(ReadRow.written(reasons));
            row[width + ReadRow.PART_AT] = plan.refused();
        }
        return new GenericInternalRow(row);
    }

    /** A text as the engine holds it; one that stood in the column before, as most do, is the same object. */
    private UTF8String encoded(int column, String text) {
        UTF8String known = encoded[column];
        if (known == null || texts[column] != text) {
            known = UTF8String.fromString(text);
            texts[column] = text;
            encoded[column] = known;
        }
        return known;
    }

    private @Nullable Object[] empty() {
        @Nullable Object[] row = new Object[width + ReadRow.MORE];
        row[width + ReadRow.BATCH_AT] = arrival.number();
        row[width + ReadRow.WAS_AT] = NOT_STORED;
        return row;
    }

    private InternalRow end() {
        ended = true;
        try {
            records.close();
        } catch (IOException broken) {
            throw file.unreadable(broken, account.read());
        }
        keys.end();
        @Nullable Object[] row = empty();
        row[width + ReadRow.LINE_AT] = account.read();
        row[width + ReadRow.REASONS_AT] = UTF8String.fromString(Arrays.stream(FATES)
                .filter(fate -> fates[fate.ordinal()] > 0)
                .map(fate -> fate.name() + "=" + fates[fate.ordinal()])
                .collect(Collectors.joining(",")));
        row[width + ReadRow.STATUS_AT] = UTF8String.fromString(ReadRow.READ);
        row[width + ReadRow.ACCOUNT_AT] = account.bytes();
        row[width + ReadRow.PART_AT] = plan.accounts();
        return new GenericInternalRow(row);
    }
}
