package axial.job;

import axial.ingest.FileChecks;
import axial.question.Job;
import axial.sums.PatientChecks;
import axial.sums.VisitChecks;
import axial.tables.QualityRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The data quality table: the checks of the records as they were read, and of the visits as they are stored. */
final class Quality {
    private Quality() {}

    /**
     * All rows as they were counted, in no order.
     *
     * @param checked the checks of the visits of every patient
     * @param accounts of the files that the visits came from, in any order
     */
    static List<QualityRow> of(PatientChecks checked, Collection<byte[]> accounts, Job job) {
        List<QualityRow> rows = new ArrayList<>(FileChecks.rows(accounts, job));
        rows.addAll(VisitChecks.rows(checked, job));
        return rows;
    }
}
