package axial.cli;

import axial.ingest.Sources;
import axial.job.KeyFile;
import axial.job.ReviewJob;
import axial.question.Job;
import axial.question.JobFile;
import java.nio.file.Path;
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

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the secret that moves dates in the profile safe-harbor; yours alone (chmod 600)")
    private @org.jspecify.annotations.Nullable Path key;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description = "the list of what was published before: while counts changed by fewer than the smallest cell"
                    + " since then, the last release is repeated; else this run is added to it")
    private @org.jspecify.annotations.Nullable Path published;

    @Mixin
    private PagesOptions pages = new PagesOptions();

    @Override
    public Integer call() throws Exception {
        System.err.println(new Main.Version().getVersion()[0] + "  " + jobFile);
        Job job = pages.on(JobFile.read(jobFile));
        engine.take();
        Sources.Looked looked = Sources.look(job, CheckCommand.folderOf(jobFile));
        looked.notes().forEach(note -> System.err.println("note: " + note));
        engine.sizing(job, looked.size()).refuseIfTooSmall();
        Path folder = out == null ? defaultOut(jobFile) : out;
        if (key != null) {
            job = KeyFile.unlock(job, key, jobFile, folder);
        }
        pages.keepEarlier(folder);
        new ReviewJob(jobFile, job, folder, System.err::println, published)
                .run(engine.master(), engine.settings())
                .findings()
                .forEach(finding -> System.out.println("• " + finding));
        pages.writeClinics(folder, job);
        System.out.println("report: " + folder.resolve("report.html"));
        return 0;
    }

    /** {@code build/out/} and the job file's name without its ending. */
    static Path defaultOut(Path jobFile) {
        String name = String.valueOf(jobFile.getFileName()).replaceFirst("\\.ya?ml$", "");
        return Path.of("build", "out", name);
    }
}
