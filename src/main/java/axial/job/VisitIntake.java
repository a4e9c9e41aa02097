package axial.job;

import axial.ingest.Arrival;
import axial.ingest.IdentifierGate;
import axial.ingest.Ingest;
import axial.ingest.Refusals;
import axial.ingest.UnitFaults;
import axial.question.Job;
import axial.store.Ledger;
import axial.store.VisitStore;
import axial.tables.FaultRow;
import axial.tables.RejectRow;
import axial.tables.VisitCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Takes the visits of new files into the store. */
final class VisitIntake {
    private final SparkSession spark;
    private final Job job;
    private final VisitStore store;
    private final Path out;

    VisitIntake(SparkSession spark, Job job, VisitStore store, Path out) {
        this.spark = spark;
        this.job = job;
        this.store = store;
        this.out = out;
    }

    /** Says what was done, in one line. */
    String take(List<Arrival> present) throws IOException, RunFailed {
        Intake intake = Intake.of(job, store.ledger(), present);
        if (!intake.arriving().isEmpty()) {
            take(intake);
        }
        boolean held = store.ledger().counts().held() > 0;
        writeRejects(Refusals.sorted(
                store.refused(),
                held ? Refusals.ofHeld(store.held(), store.ledger().names()) : null));
        return said(intake);
    }

    private void take(Intake intake) throws IOException, RunFailed {
        Ledger before = store.ledger();
        Ingest.Stored stored = intake.afresh() || before.batches().isEmpty()
                ? null
                : new Ingest.Stored(store.current(), store.held(), before.names());
        long about = intake.arriving().stream().mapToLong(Arrival::visitsAbout).sum();
        int parts = VisitStore.buckets(about);
        try (Ingest ingest = Ingest.read(spark, job, intake.arriving(), stored, before.withdrawn()::contains, parts)) {
            Ingest.Books books = ingest.books();
            if (!books.change().isConserved()) {
                throw new IllegalStateException("records were lost or counted twice: " + books.change());
            }
            Map<Integer, byte[]> accounts = IdentifierGate.pass(job, ingest.accounts());
            refuseFaults(accounts.values());
            Ledger after = intake.enter(job, before, coded(accounts), books);
            if (after.counts().accepted() == 0) {
                Dataset<Row> held = ingest.held();
                writeRejects(
                        Refusals.sorted(ingest.refused(), held == null ? null : Refusals.ofHeld(held, after.names())));
                throw new RunFailed(3, "every record was refused; the reasons stand in " + out.resolve("rejects.csv"));
            }
            store.commit(new VisitStore.Change(
                    ingest.accepted(),
                    ingest.isInParts() ? parts : 0,
                    ingest.held(),
                    ingest.outdated(),
                    ingest.refused(),
                    after,
                    intake.afresh()));
        }
    }

    /** A run ends where a clinic's scores are plainly in another unit than the job says; what was found is listed. */
    private void refuseFaults(Collection<byte[]> accounts) throws IOException {
        UnitFaults.refuse(writeFaults(accounts));
    }

    private List<FaultRow> writeFaults(Collection<byte[]> accounts) throws IOException {
        List<FaultRow> faults = UnitFaults.found(accounts, job);
        Tables.table(out, "faults", FaultRow.COLUMNS, faults, FaultRow::cells);
        return faults;
    }

    /** What was seen in the files of the job's sources when they were taken in. */
    static List<byte[]> accounts(Ledger ledger, Job job) {
        Set<String> sources = job.sources().stream().map(Job.Source::name).collect(Collectors.toSet());
        return ledger.batches().stream()
                .filter(batch -> sources.contains(batch.source()))
                .map(batch -> Base64.getDecoder().decode(batch.account()))
                .toList();
    }

    private static Map<Integer, String> coded(Map<Integer, byte[]> accounts) {
        Map<Integer, String> coded = new TreeMap<>();
        accounts.forEach((batch, bytes) -> coded.put(batch, Base64.getEncoder().encodeToString(bytes)));
        return coded;
    }

    private void writeRejects(Iterator<RejectRow> refused) throws IOException {
        Tables.stream(out, "rejects", RejectRow.COLUMNS, refused, RejectRow::cells);
    }

    private String said(Intake intake) {
        VisitCounts counts = store.ledger().counts();
        String files = intake.known().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %,d of %,d files known, no change by them",
                        intake.known().size(),
                        intake.known().size() + intake.arriving().size());
        return String.format(
                        Locale.ROOT,
                        "%,d read = %,d accepted + %,d duplicates + %,d superseded + %,d rejected",
                        counts.read(),
                        counts.accepted(),
                        counts.duplicates(),
                        counts.superseded(),
                        counts.refused())
                + files;
    }
}
