package axial.ingest;

import axial.question.Job;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is counted of one file for the quality of its data. */
final class QualityTally implements Serializable {
    private static final long serialVersionUID = 1;
    private final UnitTally units = new UnitTally();
    private final RecordTally records = new RecordTally();
    private final transient @Nullable Watch watch;
    private final transient @Nullable RecordChecks checks;

    QualityTally(Job job, Job.Source source) {
        this.watch = Watch.of(job);
        this.checks = new RecordChecks(job, source, new VisitRules(job, source));
    }

    /** Counts one record; only where it was made, not where it was sent. */
    void add(RawRecord record, @Nullable Object[] visit, List<Reason> reasons) {
        RecordChecks here = Objects.requireNonNull(checks);
        records.add(here, record, visit, reasons);
        units.add(Objects.requireNonNull(watch), here.rules(), record, visit, reasons);
    }

    /** Adds what was counted in another stretch of the same file. */
    void addAll(QualityTally other, Job job) {
        units.addAll(Watch.of(job), other.units);
        records.addAll(other.records);
        records.addColumns(other.records);
    }

    UnitTally units() {
        return units;
    }

    RecordTally records() {
        return records;
    }
}
