package axial.ingest;

import axial.question.Job;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated text (RFC 4180) with a header line; plain or gzip. Columns are found by name, in any order.
 *
 * <pre>
 * visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs
 * V1,P1,C1,2024-03-04,manipulation:cervical;exercise,6
 * V2,P1,C1,2024-04-02,,3
 * </pre>
 */
final class CsvFormat implements Format {
    private static final int LONGEST_FIELD = 1 << 16;

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        try (CsvRecords records = new CsvRecords(file, source)) {
            return records.header;
        }
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new CsvRecords(file, source);
    }

    private static final class CsvRecords implements Records {
        private final SourceFile file;
        private final CsvReader<CsvRecord> csv;
        private final CloseableIterator<CsvRecord> records;
        private final List<String> header;
        private final Map<String, Integer> places = new HashMap<>();
        private long lastLine = 0;

        CsvRecords(SourceFile file, Job.Source source) throws IOException {
            this.file = file;
            String delimiter = source.options().getOrDefault("delimiter", ",");
            this.csv = CsvReader.builder()
                    .fieldSeparator(delimiter.charAt(0))
                    .skipEmptyLines(true)
                    .maxBufferSize(LONGEST_FIELD)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(file.text(source.options().getOrDefault("encoding", "")));
            this.records = csv.iterator();
            this.header = readHeader();
            for (int i = 0; i < header.size(); i++) {
                places.put(header.get(i), i);
            }
        }

        private List<String> readHeader() {
            CsvRecord first = next(records);
            if (first == null) {
                throw new InputRefused(
                        file.shown()
                                + ": the file is empty. A header line and at least one visit are needed; send the export again.");
            }
            List<String> names = new ArrayList<>();
            first.getFields().forEach(name -> names.add(name.strip()));
            return names;
        }

        private @Nullable CsvRecord next(CloseableIterator<CsvRecord> from) {
            try {
                if (!from.hasNext()) {
                    return null;
                }
                CsvRecord record = from.next();
                lastLine = record.getStartingLineNumber();
                return record;
            } catch (CsvParseException | UncheckedIOException broken) {
                throw refused(broken);
            }
        }

        private InputRefused refused(RuntimeException broken) {
            return broken instanceof CsvParseException
                    ? new InputRefused(file.shown() + ", after line " + lastLine
                            + ": a quoted field does not end, or is longer than 64 KiB."
                            + " Look for a stray quotation mark just after that line.")
                    : file.unreadable(broken, lastLine);
        }

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException | UncheckedIOException broken) {
                throw refused(broken);
            }
        }

        @Override
        public RawRecord next() {
            CsvRecord record = next(records);
            if (record == null) {
                throw new NoSuchElementException();
            }
            int found = record.getFieldCount();
            String fault =
                    found == header.size() ? "" : "has " + found + " cells where the header has " + header.size();
            return new RawRecord(record.getStartingLineNumber(), header, name -> cell(record, name), fault);
        }

        private @Nullable String cell(CsvRecord record, String name) {
            Integer place = places.get(name);
            return place == null || place >= record.getFieldCount() ? null : record.getField(place);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
