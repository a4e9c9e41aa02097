package axial.ingest;

import axial.question.Coding;
import axial.question.Job;
import axial.question.QualityCheck;
import axial.tables.FaultRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the accounts of files say of faults of units, sides and directions: by file and clinic, with the fix. */
public final class UnitFaults {
    private static final Comparator<FaultRow> ORDER = Comparator.comparing(FaultRow::source)
            .thenComparing(FaultRow::file)
            .thenComparing(FaultRow::clinic)
            .thenComparing(FaultRow::field)
            .thenComparing(FaultRow::fault);

    private UnitFaults() {}

    /**
     * Every fault, by source, file and clinic; where only the files of a source together show it, without the file.
     *
     * @param accounts of the files, in any order
     */
    public static List<FaultRow> found(Collection<byte[]> accounts, Job job) {
        List<FileAccount> files = accounts.stream().map(FileAccount::of).toList();
        Watch watch = Watch.of(job);
        FaultFinder finder = new FaultFinder(watch, together(watch, files).clinics());
        List<FaultRow> rows = new ArrayList<>();
        for (FileAccount file : files) {
            rows.addAll(
                    faults(finder, file.source(), file.file(), file.quality().units(), job));
            rows.addAll(sentinels(file, job));
        }
        for (Job.Source source : job.sources()) {
            List<FileAccount> own =
                    files.stream().filter(f -> f.source().equals(source.name())).toList();
            faults(finder, source.name(), "", together(watch, own), job).stream()
                    .filter(row -> rows.stream().noneMatch(known -> isSame(known, row)))
                    .forEach(rows::add);
        }
        rows.sort(ORDER);
        return rows;
    }

    /** Fails with a problem for each of the faults that a run stops for. */
    public static void refuse(List<FaultRow> faults) {
        List<String> problems = faults.stream()
                .filter(FaultRow::isRefused)
                .map(UnitFaults::said)
                .toList();
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
    }

    static UnitTally together(Watch watch, List<FileAccount> files) {
        UnitTally all = new UnitTally();
        files.forEach(file -> all.addAll(watch, file.quality().units()));
        return all;
    }

    private static boolean isSame(FaultRow a, FaultRow b) {
        return a.source().equals(b.source())
                && a.clinic().equals(b.clinic())
                && a.field().equals(b.field())
                && a.fault().equals(b.fault());
    }

    private static List<FaultRow> faults(FaultFinder finder, String source, String file, UnitTally tally, Job job) {
        List<FaultRow> rows = new ArrayList<>();
        tally.clinics()
                .forEach((clinic, scores) -> finder.find(clinic, scores)
                        .forEach(fault -> rows.add(row(
                                source,
                                file,
                                clinic,
                                String.join(";", fault.fields()),
                                fault.coding().word(),
                                fault.n(),
                                fault.of(),
                                fault.refused(),
                                Fixes.convert(fault.fields(), fault.coding(), clinic),
                                job))));
        return rows;
    }

    private static List<FaultRow> sentinels(FileAccount file, Job job) {
        Map<String, RecordTally.Counts> clinics = new TreeMap<>();
        file.quality()
                .records()
                .places()
                .forEach((place, counts) -> clinics.computeIfAbsent(place.clinic(), c -> new RecordTally.Counts())
                        .addAll(counts));
        List<FaultRow> rows = new ArrayList<>();
        clinics.forEach((clinic, counts) -> counts.sentinels.forEach((field, words) -> rows.add(row(
                file.source(),
                file.file(),
                clinic,
                field,
                "undeclared_missing",
                counts.failing.getOrDefault(new RecordTally.Failing(QualityCheck.C11, field), 0L),
                counts.records,
                false,
                Fixes.missing(words),
                job))));
        return rows;
    }

    private static FaultRow row(
            String source,
            String file,
            String clinic,
            String field,
            String fault,
            long n,
            long of,
            boolean refused,
            String fix,
            Job job) {
        boolean small = axial.tables.SmallCells.isSmall(n, of, job.disclosure().minCell());
        return new FaultRow(
                source,
                file,
                clinic,
                field,
                fault,
                small ? -1 : n,
                small ? -1 : of,
                refused ? FaultRow.REFUSED : FaultRow.WARNED,
                fix);
    }

    private static String said(FaultRow fault) {
        Coding coding = Coding.valueOf(fault.fault().toUpperCase(java.util.Locale.ROOT));
        String where = fault.file().isEmpty() ? "the files of " + fault.source() + " together" : fault.file();
        String counted = fault.n() < 0 ? "" : " (" + fault.n() + " of " + fault.of() + ")";
        return where + ", clinic " + fault.clinic() + ": " + fault.field().replace(";", " and ") + " "
                + symptom(coding) + counted + ". It looks like this: " + coding.meaning() + ". If so, add  "
                + fault.fix() + "  to the source " + fault.source() + " in the job file; if the scores are right as"
                + " they stand, say  from: as_written  instead.";
    }

    private static String symptom(Coding coding) {
        return switch (coding) {
            case RAW_0_50 -> "is never above 50 and often odd, while other clinics write even percentages";
            case VAS_MM, CODED_1_15, CODED_0_14 -> "is mostly above the end of its scale";
            case FULL_CYCLE -> "is mostly more than a neck moves in one direction";
            case OTHER_SIDE -> "have the larger side where other clinics have the smaller";
            case REVERSED -> "rises with pain where it falls in the other clinics, or the other way round";
            case ZERO_IS_MISSING -> "is often exactly 0 and hardly ever near it";
            case ITEMS, AS_WRITTEN -> "is written in another way";
        };
    }
}
