package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Comma-separated text (RFC 4180) with a header line; plain or gzip. Columns are found by name, in any order; one
 * without a name must be empty.
 *
 * <pre>
 * visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs
 * V1,P1,C1,2024-03-04,manipulation:cervical;exercise,6
 * V2,P1,C1,2024-04-02,,3
 * </pre>
 */
final class CsvFormat implements Format {
    /** Bytes that are worth a task of their own, at least and at most; between them a file is read in eight. */
    private static final long LEAST_APART = 1L << 20;

    private static final long MOST_APART = 32L << 20;
    private static final int TASKS = 8;

    private static final Pattern NARROW = Pattern.compile("utf-8|us-ascii|windows-.*|iso-8859-.*");

    @Override
    public String header() {
        return "line 1";
    }

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        try (CsvRecords records = new CsvRecords(file, source)) {
            return records.columns();
        }
    }

    /** Where every sign of the syntax is one byte, and no other sign holds such a byte. */
    @Override
    public Cuts cuts(SourceFile file, Job.Source source) throws IOException {
        char delimiter = source.options().getOrDefault("delimiter", ",").charAt(0);
        boolean large = file.size() > LEAST_APART && delimiter < 128 && !file.isPacked();
        long apart = Math.max(LEAST_APART, Math.min(MOST_APART, file.size() / TASKS));
        return large && isNarrow(file, source) ? new CsvCuts(delimiter, apart) : Cuts.none();
    }

    private static boolean isNarrow(SourceFile file, Job.Source source) throws IOException {
        String encoding = file.encoding(source.options().getOrDefault("encoding", ""))
                .charset()
                .name();
        return NARROW.matcher(encoding.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new CsvRecords(file, source);
    }
}
