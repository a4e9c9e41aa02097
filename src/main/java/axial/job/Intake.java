package axial.job;

import axial.ingest.Arrival;
import axial.ingest.ReadingRules;
import axial.question.Job;
import axial.store.Ledger;
import axial.store.StoreRefused;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run has to take in, given what the store knows.
 *
 * @param rules by what each source is read, as hashes
 * @param arriving the files to be read, numbered
 * @param known files whose bytes the store, or a file before them, already holds
 * @param afresh whether the store is to be filled anew, because the job reads its files by other rules than before
 */
record Intake(Map<String, String> rules, List<Arrival> arriving, List<Arrival> known, boolean afresh) {

    /**
     * @throws StoreRefused where the store was filled by other rules from files that are no longer there
     */
    static Intake of(Job job, Ledger ledger, List<Arrival> present) throws IOException {
        Map<String, String> rules = ReadingRules.of(job, present);
        boolean afresh = readOtherwise(job, ledger, rules);
        if (afresh) {
            refuseIfGone(job, ledger, present);
        }
        Set<String> seen = new TreeSet<>();
        List<Arrival> arriving = new ArrayList<>();
        List<Arrival> known = new ArrayList<>();
        int number = afresh ? 1 : ledger.nextNumber();
        for (Arrival file : present) {
            boolean stored =
                    !afresh && ledger.batch(file.source(), file.sha256()).isPresent();
            if (stored || !seen.add(file.source() + "\n" + file.sha256())) {
                known.add(file);
            } else {
                arriving.add(file.lookedInto().numbered(number++));
            }
        }
        return new Intake(rules, arriving, known, afresh);
    }

    private static boolean readOtherwise(Job job, Ledger ledger, Map<String, String> rules) {
        boolean columns = !ledger.batches().isEmpty() && !ledger.columns().equals(columns(job));
        return columns
                || rules.entrySet().stream()
                        .anyMatch(rule -> !ledger.rules()
                                .getOrDefault(rule.getKey(), rule.getValue())
                                .equals(rule.getValue()));
    }

    private static void refuseIfGone(Job job, Ledger ledger, List<Arrival> present) {
        Set<String> there = present.stream()
                .map(file -> file.source() + "\n" + file.sha256())
                .collect(Collectors.toSet());
        List<String> gone = ledger.batches().stream()
                .filter(batch -> !there.contains(batch.source() + "\n" + batch.sha256()))
                .map(Ledger.Batch::file)
                .distinct()
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            throw new StoreRefused(
                    "the job reads its files by other rules (columns, codes, instruments, fields or the key of dates) than"
                            + " those the store was filled by, and these files, which would have to be read again, are changed"
                            + " or gone: " + String.join(", ", gone)
                            + ". Put them back, name another folder under  store:  in the job file, or remove the store.");
        }
    }

    /** The columns of the job's visits, as one text. */
    static String columns(Job job) {
        return VisitsTable.schema(job).toDDL();
    }

    /** The ledger with these files in it. */
    Ledger enter(Job job, Ledger before, Map<Integer, String> accounts, axial.ingest.Ingest.Books books) {
        Ledger base = afresh
                ? new Ledger(
                        before.runs(),
                        "",
                        0,
                        Map.of(),
                        List.of(),
                        List.of(),
                        axial.tables.VisitCounts.NONE,
                        java.math.BigInteger.ZERO,
                        before.withdrawn(),
                        Map.of())
                : before;
        Map<String, String> all = new TreeMap<>(base.rules());
        all.putAll(rules);
        List<Ledger.Batch> batches = new ArrayList<>(base.batches());
        for (Arrival file : arriving) {
            batches.add(new Ledger.Batch(
                    file.number(),
                    file.sha256(),
                    file.source(),
                    file.file(),
                    base.runs() + 1,
                    accounts.getOrDefault(file.number(), "")));
        }
        return new Ledger(
                base.runs() + 1,
                columns(job),
                base.buckets(),
                all,
                batches,
                base.refused(),
                base.counts().plus(books.change()),
                base.fingerprint().add(books.fingerprint()),
                base.withdrawn(),
                base.sums());
    }
}
