package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.List;

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

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        return new CsvRecords(file, source);
    }
}
