package axial.ingest;

import axial.privacy.MovedDates;
import axial.question.DateKey;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which day a visit was, as it may be kept. */
final class DateRules {
    private final Job.Source source;
    private final SourceCells cells;
    private final NumberRules numbers;
    private final VisitDates dates;
    private final @Nullable MovedDates moved;
    private final boolean keepsDates;

    DateRules(Job job, Job.Source source, SourceCells cells, NumberRules numbers) {
        this.source = source;
        this.cells = cells;
        this.numbers = numbers;
        this.dates = new VisitDates(source.options());
        this.keepsDates = job.disclosure().keepsDates();
        DateKey key = job.disclosure().dateKey();
        this.moved = key == null ? null : new MovedDates(key);
    }

    /** The day that is kept: since 1970, or since a secret day, or as the source counts; null where it is refused. */
    @Nullable
    Integer day(RawRecord record, List<Reason> reasons) {
        String date = cells.text(VisitsTable.VISIT_DATE, record);
        if (date != null) {
            return ofDate(date, cells.text(VisitsTable.PATIENT_ID, record), reasons);
        }
        String day = cells.text(VisitsTable.VISIT_DAY, record);
        if (day == null) {
            reasons.add(Reason.of(
                    VisitsTable.VISIT_DATE, "missing_required", "visit_date is empty, and every visit needs one", ""));
            return null;
        }
        return numbers.wholeDays(day, reasons);
    }

    private @Nullable Integer ofDate(String date, @Nullable String patient, List<Reason> reasons) {
        VisitDates.Read read = dates.read(date);
        if (read.date() == null) {
            reasons.add(Reason.of(VisitsTable.VISIT_DATE, read.code(), read.fault(), date));
            return null;
        }
        return keepsDates || patient == null
                ? (Integer) Math.toIntExact(read.date().toEpochDay())
                : (Integer) moved().day(patient, read.date());
    }

    /** About the year of the visit, where the source gives its date. */
    @Nullable
    Integer year(RawRecord record) {
        String date = cells.text(VisitsTable.VISIT_DATE, record);
        String patient = cells.text(VisitsTable.PATIENT_ID, record);
        LocalDate read = date == null ? null : dates.read(date).date();
        return read == null || patient == null ? null : (Integer) moved().year(patient, read);
    }

    private MovedDates moved() {
        if (moved == null) {
            throw new InputRefused(source.path() + ": the profile safe-harbor keeps no dates, and "
                    + cells.column(VisitsTable.VISIT_DATE)
                    + " holds dates. Either give whole days since each patient's first visit as visit_day, or a secret"
                    + " that moves the dates:  axial run JOB.yaml --key FILE . A file for it is made by"
                    + "  (umask 077; head -c 32 /dev/urandom > FILE)");
        }
        return moved;
    }
}
