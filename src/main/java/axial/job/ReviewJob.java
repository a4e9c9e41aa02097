package axial.job;

import axial.evidence.Evidence;
import axial.evidence.ModelRequest;
import axial.ingest.Ingest;
import axial.ingest.InputRefused;
import axial.ingest.UnitFaults;
import axial.question.Job;
import axial.report.Reports;
import axial.sums.ModelPasses;
import axial.sums.Walked;
import axial.tables.FaultRow;
import axial.tables.QualityRow;
import axial.tables.RejectRow;
import axial.tables.VisitsTable;
import axial.walk.Cells;
import axial.walk.WalkPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A whole run: the arrows in order, from visits to pages. */
public final class ReviewJob {
    private final Path jobFile;
    private final Job job;
    private final Path out;
    private final Progress progress;
    private List<byte[]> accounts = List.of();
    private long started = System.nanoTime();

    public ReviewJob(Path jobFile, Job job, Path out, Progress progress) {
        this.jobFile = jobFile;
        this.job = job;
        this.out = out;
        this.progress = progress;
    }

    /** Runs the job; returns what became of the records. */
    public Ingest.Counts run(String master, Map<String, String> settings) throws IOException, RunFailed {
        Files.createDirectories(out);
        try (SparkSession spark = Engine.start(master, settings)) {
            spark.sparkContext().setLogLevel("ERROR");
            said("1/5 engine     ready");
            Ingest.Books books = ingest(spark);
            evidence(spark);
            Manifest.write(out, jobFile, job, books);
            Files.write(out.resolve("job.yaml"), Files.readAllBytes(jobFile));
            said("4/5 tables     written");
            Reports.write(out, job);
            said("5/5 report     drawn");
            return books.counts();
        }
    }

    private Ingest.Books ingest(SparkSession spark) throws IOException, RunFailed {
        try (Ingest ingest = Ingest.read(spark, job, folder())) {
            Ingest.Books books = ingest.books();
            Ingest.Counts counts = books.counts();
            if (!counts.conserved()) {
                throw new IllegalStateException("records were lost or counted twice: " + counts);
            }
            writeRejects(ingest.refused());
            accounts = ingest.accounts();
            List<FaultRow> faults = UnitFaults.found(accounts, job);
            Tables.table(out, "faults", FaultRow.COLUMNS, faults, FaultRow::cells);
            UnitFaults.refuse(faults);
            if (counts.accepted() == 0) {
                throw new RunFailed(3, "every record was refused; the reasons stand in " + out.resolve("rejects.csv"));
            }
            Path next = store().resolveSibling("visits.next");
            ingest.accepted().write().mode("overwrite").parquet(next.toUri().toString());
            Tables.replace(next, store());
            said(String.format(
                    Locale.ROOT,
                    "2/5 visits     %,d read = %,d accepted + %,d duplicates + %,d superseded + %,d rejected",
                    counts.read(),
                    counts.accepted(),
                    counts.duplicates(),
                    counts.superseded(),
                    counts.rejected()));
            return books;
        }
    }

    private void writeRejects(Iterator<RejectRow> refused) throws IOException {
        Tables.stream(out.resolve("rejects.csv"), RejectRow.COLUMNS, refused, RejectRow::cells);
    }

    private void evidence(SparkSession spark) throws IOException {
        Dataset<Row> visits = spark.read()
                .schema(VisitsTable.schema(job))
                .parquet(store().toUri().toString());
        WalkPlan plan = WalkPlan.of(job);
        try (Walked walked = Walked.of(visits, job, plan)) {
            Cells cells = walked.cells();
            Evidence evidence = new Evidence(job, plan, cells);
            List<ModelRequest> requests = evidence.requests();
            evidence.accept(new ModelPasses(walked, plan.byPractitioner()).answer(requests));
            long[] flow = cells.flow();
            said(String.format(
                    Locale.ROOT,
                    "3/5 comparing  %,d patients, %,d episodes, %,d in one arm; %,d models",
                    flow[1],
                    flow[2],
                    flow[6],
                    requests.size()));
            Tables.write(out, evidence);
            Tables.table(out, "quality", QualityRow.COLUMNS, Quality.of(visits, accounts, job), QualityRow::cells);
        }
    }

    private Path folder() {
        Path parent = jobFile.toAbsolutePath().getParent();
        return parent == null ? Path.of(".").toAbsolutePath() : parent;
    }

    private Path store() {
        String declared = job.store();
        Path store = declared == null ? out.resolve("store") : folder().resolve(declared);
        return store.toAbsolutePath().normalize().resolve("visits");
    }

    private void said(String line) {
        long now = System.nanoTime();
        progress.stage(String.format(Locale.ROOT, "%-100s %5.1f s", line, (now - started) / 1e9));
        started = now;
    }

    /** The input's problem inside whatever the engine wrapped it in, or null. */
    public static @org.jspecify.annotations.Nullable InputRefused refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
