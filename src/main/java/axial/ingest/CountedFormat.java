package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A format whose files must have as many records as their {@link Sidecar} says, and whose faults are in words. */
final class CountedFormat implements Format {
    private final Format format;

    private CountedFormat(Format format) {
        this.format = format;
    }

    /** The formats by name, each counted that reads file by file. */
    static Map<String, Format> each(Map<String, Format> formats) {
        Map<String, Format> counted = new TreeMap<>();
        formats.forEach((name, format) -> counted.put(name, format.together() ? format : new CountedFormat(format)));
        return counted;
    }

    @Override
    public Format forJob(Job job) {
        return new CountedFormat(format.forJob(job));
    }

    @Override
    public List<String> columns(SourceFile file, Job.Source source) {
        try {
            return format.columns(file, source);
        } catch (IOException unreadable) {
            throw file.unreadable(unreadable, 0);
        }
    }

    @Override
    public String header() {
        return format.header();
    }

    @Override
    public boolean isText() {
        return format.isText();
    }

    /** A file whose rows are counted is read as one. */
    @Override
    public Cuts cuts(SourceFile file, Job.Source source) throws IOException {
        return Sidecar.of(file) == null ? format.cuts(file, source) : Cuts.none();
    }

    @Override
    public Records read(SourceFile file, Job.Source source) {
        try {
            @Nullable Sidecar sidecar = Sidecar.of(file);
            Records records = format.read(file, source);
            return sidecar == null ? records : new CountedRecords(file, sidecar, records);
        } catch (IOException unreadable) {
            throw file.unreadable(unreadable, 0);
        }
    }

    private static final class CountedRecords implements Records {
        private final SourceFile file;
        private final Sidecar sidecar;
        private final Records records;
        private long read = 0;

        CountedRecords(SourceFile file, Sidecar sidecar, Records records) {
            this.file = file;
            this.sidecar = sidecar;
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            boolean more = records.hasNext();
            if (!more) {
                check();
            }
            return more;
        }

        private void check() {
            try {
                sidecar.checkRows(read);
            } catch (IOException differs) {
                throw file.unreadable(differs, 0);
            }
        }

        @Override
        public RawRecord next() {
            read++;
            return records.next();
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
