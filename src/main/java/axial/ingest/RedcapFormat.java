package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * REDCap's flat export as CSV with raw data: a row is a visit where a cell of a visit stands in it; what describes the
 * patient may stand on the record's row without a repeat instrument instead.
 *
 * <pre>
 * record_id,redcap_repeat_instrument,redcap_repeat_instance,site,sex,visit_date,tx___1,tx___2,nprs,visit_complete
 * 1001,,,C1,2,,,,,
 * 1001,visit,1,,,2024-03-04,1,0,6,2
 * </pre>
 *
 * The file is read twice. Between, the carried cells of every record are kept in memory: about 130 bytes a record, so
 * that a million records need about 130 MB. Whether forms are complete is not asked by default: many projects never mark
 * them, and every cell is held to the rules of visits anyway.
 */
final class RedcapFormat implements Format {
    /** Fields that tell one visit from another, so that alone they do not make a row a visit. */
    private static final List<String> NAMES =
            List.of(VisitsTable.VISIT_ID, VisitsTable.PATIENT_ID, VisitsTable.CLINIC_ID, VisitsTable.PRACTITIONER_ID);

    /** What is carried unless the job says otherwise, beside the fields that it declares. */
    private static final List<String> CARRIED = List.of(
            VisitsTable.CLINIC_ID, VisitsTable.AGE, VisitsTable.SEX, VisitsTable.DISORDER, VisitsTable.DURATION);

    private static final CsvFormat CSV = new CsvFormat();

    private final List<String> fields;
    private final List<String> carried;

    RedcapFormat() {
        this(List.of(VisitsTable.VISIT_DATE, VisitsTable.VISIT_DAY, VisitsTable.TREATMENTS), CARRIED);
    }

    private RedcapFormat(List<String> fields, List<String> carried) {
        this.fields = fields;
        this.carried = carried;
    }

    @Override
    public Format forJob(Job job) {
        List<String> describing = new ArrayList<>(CARRIED);
        job.fields().forEach(field -> describing.add(field.id()));
        return new RedcapFormat(VisitsTable.fields(job), describing);
    }

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        return header(file, source).columns();
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        RedcapHeader header = header(file, source);
        List<String> carry = source.options().containsKey("carry") ? RedcapHeader.listed(source, "carry") : carried;
        List<String> ofVisits = new ArrayList<>(fields);
        ofVisits.removeAll(carry);
        ofVisits.removeAll(NAMES);
        RedcapRows rows = new RedcapRows(header, source, ofVisits);
        RedcapPatients patients = RedcapPatients.of(CSV.read(file, source), rows, carry);
        return new RedcapVisits(CSV.read(file, source), rows, patients);
    }

    private static RedcapHeader header(SourceFile file, Job.Source source) throws IOException {
        return new RedcapHeader(file, source, CSV.columns(file, source));
    }
}
