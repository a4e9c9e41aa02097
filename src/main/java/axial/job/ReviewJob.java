package axial.job;

import axial.disclosure.DisclosureControl;
import axial.evidence.Evidence;
import axial.ingest.Arrival;
import axial.ingest.FileSystems;
import axial.ingest.InputRefused;
import axial.ingest.KnownFiles;
import axial.question.Job;
import axial.report.Reports;
import axial.store.VisitStore;
import axial.sums.ClinicMonths;
import axial.sums.KeptSums;
import axial.sums.ModelPasses;
import axial.sums.PatientChecks;
import axial.sums.Rules;
import axial.sums.VisitFiles;
import axial.sums.Walked;
import axial.tables.VisitCounts;
import axial.walk.Cells;
import axial.walk.HarmSums;
import axial.walk.LevelSums;
import axial.walk.VascularSums;
import axial.walk.WalkPlan;
import axial.walk.WindowSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A whole run: the arrows in order, from visits to pages. */
public final class ReviewJob {
    private final Path jobFile;
    private final Job job;
    private final Path out;
    private final Progress progress;
    private final @Nullable Path published;
    private long started = System.nanoTime();

    public ReviewJob(Path jobFile, Job job, Path out, Progress progress) {
        this(jobFile, job, out, progress, null);
    }

    /** A job for publication: beside what the file tells was published before, which it then is added to. */
    public ReviewJob(Path jobFile, Job job, Path out, Progress progress, @Nullable Path published) {
        this.jobFile = jobFile;
        this.job = job;
        this.out = out;
        this.progress = progress;
        this.published = published;
    }

    /**
     * What a run comes to.
     *
     * @param counts what became of the records
     * @param findings the main findings as plain sentences
     */
    public record Finished(VisitCounts counts, List<String> findings) {
        public Finished {
            findings = List.copyOf(findings);
        }
    }

    /** Runs the job. */
    public Finished run(String master, Map<String, String> settings) throws IOException, RunFailed {
        if (ForkJoinPool.getCommonPoolParallelism() > 0) {
            ForkJoinPool.commonPool().execute(Reports::prepare);
        }
        ReleaseLedger ledger = published == null ? null : ReleaseLedger.open(published, Files.readString(jobFile));
        Files.createDirectories(out);
        FileSystems.reachBy(settings);
        String place = StorePlace.of(job, jobFile, out);
        KnownFiles known = KnownFiles.in(place);
        FirstLook look = FirstLook.begin(job, StorePlace.folder(jobFile), known);
        try (SpillFolder spill = SpillFolder.in(out);
                SparkSession spark = Engine.start(master, settings, spill.path())) {
            spark.sparkContext().setLogLevel("ERROR");
            said("1/5 engine     ready");
            List<Arrival> present = look.files();
            try (VisitStore store = VisitStore.open(spark, job, place)) {
                String taken = new VisitIntake(spark, job, store, out).take(present);
                known.keep();
                said("2/5 visits     " + taken);
                evidence(spark, store, ledger);
                Manifest.write(out, jobFile, store.ledger(), present);
                Files.write(out.resolve("job.yaml"), Files.readAllBytes(jobFile));
                said("4/5 tables     written");
                List<String> findings = Reports.write(out, job);
                said("5/5 report     drawn");
                return new Finished(store.ledger().counts(), findings);
            }
        }
    }

    private void evidence(SparkSession spark, VisitStore store, @Nullable ReleaseLedger ledger) throws IOException {
        VisitFiles visits = new VisitFiles(store.files(), store::visits, store.sourcesChosen());
        KeptSums kept = KeptSums.of(spark, store.sums(), Rules.of(job, visits.sources()));
        List<byte[]> accounts = VisitIntake.accounts(store.ledger(), job);
        WalkPlan plan = WalkPlan.of(job);
        try (Walked walked = Walked.ofStored(visits, job, kept)) {
            Cells cells = walked.cells();
            cells.addAll(walked.sums(LevelSums.class).cells());
            Evidence evidence = new Evidence(job, plan, cells, walked.sums(WindowSums.class));
            int models = new ModelPasses(walked).answer(evidence);
            long[] flow = cells.flow();
            said(String.format(
                    Locale.ROOT,
                    "3/5 comparing  %,d patients, %,d episodes, %,d in one arm; %,d models",
                    flow[1],
                    flow[2],
                    flow[6],
                    models));
            ClinicMonths months = walked.sums(ClinicMonths.class);
            DisclosureControl.Shown shown = Tables.write(
                    out,
                    job,
                    evidence,
                    evidence.harms(walked.sums(HarmSums.class), walked.sums(VascularSums.class)),
                    Quality.of(walked.sums(PatientChecks.class), accounts, job),
                    evidence.overTime(months.months(), months.lastDay()),
                    ledger);
            if (shown.waits()) {
                progress.stage(
                        "note: tables and pages repeat the last release of this job and show nothing new, because"
                                + " some counts changed by fewer than "
                                + job.disclosure().minCell()
                                + " since a release in " + published
                                + ": two releases would tell of those few. Publish again when more patients have come.");
            }
        }
    }

    private void said(String line) {
        long now = System.nanoTime();
        progress.stage(String.format(Locale.ROOT, "%-100s %5.1f s", line, (now - started) / 1e9));
        started = now;
    }

    /** The input's problem inside whatever the engine wrapped it in, or null. */
    public static @Nullable InputRefused refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
