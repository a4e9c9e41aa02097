package axial.cli;

import axial.question.Job;
import axial.question.JobFile;
import axial.report.Reports;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code axial report}: redraws the pages from the tables. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Redraws the pages from the tables in DIR: no engine, no patient data.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the output folder of a run")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path folder;

    @Mixin
    private PagesOptions pages = new PagesOptions();

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(folder.resolve("estimates.csv"))) {
            throw new NoSuchFileException(folder.resolve("estimates.csv").toString());
        }
        Job job = pages.on(JobFile.read(folder.resolve("job.yaml")));
        pages.keepEarlier(folder);
        Reports.write(folder, job);
        pages.writeClinics(folder, job);
        System.out.println("report: " + folder.resolve("report.html"));
        return 0;
    }
}
