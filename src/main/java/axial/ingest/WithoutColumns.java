package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records without the columns that the job has thrown away, which nobody looks at from here on. */
final class WithoutColumns implements Format.Records {
    private final Format.Records records;
    private final Set<String> columns;
    private List<String> names = List.of();
    private List<String> kept = List.of();

    private WithoutColumns(Format.Records records, Set<String> columns) {
        this.records = records;
        this.columns = columns;
    }

    /** The records as the source's {@code free_text_discard} leaves them. */
    static Format.Records of(Job.Source source, Format.Records records) {
        String columns = source.options().getOrDefault("free_text_discard", "");
        return columns.isEmpty() ? records : new WithoutColumns(records, Set.of(columns.split("\u001f")));
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public RawRecord next() {
        RawRecord record = records.next();
        if (!names.equals(record.names())) {
            names = record.names();
            kept = names.stream().filter(name -> !columns.contains(name)).toList();
        }
        return new RawRecord(record.line(), kept, new Kept(record.cells()), record.fault(), record.reasons());
    }

    private final class Kept implements RawRecord.Cells {
        private final RawRecord.Cells cells;

        Kept(RawRecord.Cells cells) {
            this.cells = cells;
        }

        @Override
        public @Nullable String apply(@Nullable String name) {
            return columns.contains(name) ? null : cells.apply(name);
        }

        @Override
        public boolean areAllNamed() {
            return cells.areAllNamed();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
