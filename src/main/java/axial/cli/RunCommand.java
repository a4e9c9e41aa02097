package axial.cli;

import axial.ingest.Sources;
import axial.job.KeyFile;
import axial.job.ReviewJob;
import axial.question.Job;
import axial.question.JobFile;
import axial.report.Reports;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code axial run}: the whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "The whole job: visits in, tables and report out.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB.yaml", description = "the job file")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path jobFile;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the results go; default build/out/<job file name>")
    private @org.jspecify.annotations.Nullable Path out;

    @Option(names = "--master", paramLabel = "URL", defaultValue = "local[*]", description = "where Spark runs")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String master;

    @Option(names = "--spark", paramLabel = "k=v", description = "a setting of Spark's own; may be repeated")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the secret that moves dates in the profile safe-harbor; yours alone (chmod 600)")
    private @org.jspecify.annotations.Nullable Path key;

    @Mixin
    private PagesOptions pages = new PagesOptions();

    @Override
    public Integer call() throws Exception {
        System.err.println(new Main.Version().getVersion()[0] + "  " + jobFile);
        Job job = pages.on(JobFile.read(jobFile));
        Sources.notes(job, CheckCommand.folderOf(jobFile)).forEach(note -> System.err.println("note: " + note));
        Path folder = out == null ? defaultOut(jobFile) : out;
        if (key != null) {
            job = KeyFile.unlock(job, key, jobFile, folder);
        }
        pages.keepEarlier(folder);
        new ReviewJob(jobFile, job, folder, System.err::println).run(master, settings);
        Reports.findings(folder, job).forEach(finding -> System.out.println("• " + finding));
        System.out.println("report: " + folder.resolve("report.html"));
        return 0;
    }

    /** {@code build/out/} and the job file's name without its ending. */
    static Path defaultOut(Path jobFile) {
        String name = String.valueOf(jobFile.getFileName()).replaceFirst("\\.ya?ml$", "");
        return Path.of("build", "out", name);
    }
}
