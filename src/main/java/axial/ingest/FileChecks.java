package axial.ingest;

import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.Period;
import axial.tables.QualityRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checks that are made of records as they are read, whether they are accepted or not. */
public final class FileChecks {
    private static final List<QualityCheck> OF_RECORDS = Arrays.stream(QualityCheck.values())
            .filter(QualityCheck::isOfEveryRecord)
            .toList();
    private static final List<QualityCheck> OF_SOME = List.of(QualityCheck.C9, QualityCheck.T1);
    private static final String TOO_MANY =
            "more clinics than can be told apart; check that the job maps clinic_id to the right column";

    private final Job job;
    private final List<QualityRow> rows = new ArrayList<>();

    private FileChecks(Job job) {
        this.job = job;
    }

    /**
     * The rows of these checks, in no order.
     *
     * @param accounts of the files, in any order
     */
    public static List<QualityRow> rows(Collection<byte[]> accounts, Job job) {
        List<FileAccount> files = accounts.stream().map(FileAccount::of).toList();
        FileChecks checks = new FileChecks(job);
        checks.columns(files);
        checks.records(files);
        checks.units(files);
        return checks.rows;
    }

    private void columns(List<FileAccount> files) {
        Map<String, RecordTally> sources = new TreeMap<>();
        files.forEach(file -> sources.computeIfAbsent(file.source(), s -> new RecordTally())
                .addColumns(file.quality().records()));
        long columns = sources.values().stream().mapToLong(RecordTally::columns).sum();
        long undeclared =
                sources.values().stream().mapToLong(RecordTally::undeclared).sum();
        add(QualityCheck.C2, "", "", "", undeclared, columns, "");
    }

    private void records(List<FileAccount> files) {
        RecordTally all = new RecordTally();
        files.forEach(file -> all.addAll(file.quality().records()));
        if (all.isCrowded()) {
            OF_RECORDS.forEach(check -> rows.add(QualityRow.error(check, TOO_MANY)));
            return;
        }
        Map<String, RecordTally.Counts> clinics = new TreeMap<>();
        all.places().forEach((place, counts) -> {
            clinics.computeIfAbsent(place.clinic(), c -> new RecordTally.Counts())
                    .addAll(counts);
            if (place.period() != Period.NONE) {
                wholeRecords(place.clinic(), Period.label(place.period()), counts);
            }
        });
        clinics.forEach((clinic, counts) -> {
            wholeRecords(clinic, "", counts);
            counts.failing.forEach((failing, n) -> {
                if (!failing.field().isEmpty()) {
                    field(clinic, failing, n, counts);
                }
            });
        });
    }

    private void wholeRecords(String clinic, String month, RecordTally.Counts counts) {
        for (QualityCheck check : OF_RECORDS) {
            long n = counts.failing.getOrDefault(new RecordTally.Failing(check, ""), 0L);
            add(check, clinic, month, "", n, counts.records, "");
        }
        for (QualityCheck check : OF_SOME) {
            long n = counts.failing.getOrDefault(new RecordTally.Failing(check, ""), 0L);
            long of = counts.checked.getOrDefault(check, 0L);
            if (month.isEmpty() || of > 0) {
                add(check, clinic, month, "", n, of, "");
            }
        }
    }

    private void field(String clinic, RecordTally.Failing failing, long n, RecordTally.Counts counts) {
        boolean sentinel = failing.check() == QualityCheck.C11;
        String fix = sentinel
                ? Fixes.missing(counts.sentinels.getOrDefault(failing.field(), new java.util.TreeSet<>()))
                : "";
        add(failing.check(), clinic, "", failing.field(), n, counts.records, fix);
    }

    private void units(List<FileAccount> files) {
        Watch watch = Watch.of(job);
        UnitTally all = UnitFaults.together(watch, files);
        if (all.isCrowded()) {
            rows.add(QualityRow.error(QualityCheck.C10, TOO_MANY));
            return;
        }
        FaultFinder finder = new FaultFinder(watch, all.clinics());
        all.clinics().forEach((clinic, tally) -> {
            List<Fault> faults = finder.find(clinic, tally);
            long of = 0;
            for (FieldTally field : tally.fields) {
                of += field == null ? 0 : field.all();
            }
            long n = faults.stream().mapToLong(Fault::n).sum();
            add(QualityCheck.C10, clinic, "", "", Math.min(n, of), of, "");
            faults.forEach(fault -> add(
                    QualityCheck.C10,
                    clinic,
                    "",
                    String.join(";", fault.fields()),
                    fault.n(),
                    fault.of(),
                    Fixes.convert(fault.fields(), fault.coding(), clinic)));
        });
    }

    private void add(QualityCheck check, String clinic, String month, String field, long n, long of, String fix) {
        rows.add(QualityRow.judged(job, check, clinic, month, field, "", n, of, fix));
    }
}
