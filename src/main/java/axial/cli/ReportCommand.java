package axial.cli;

import axial.question.JobFile;
import axial.report.Reports;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(folder.resolve("estimates.csv"))) {
            throw new NoSuchFileException(folder.resolve("estimates.csv").toString());
        }
        Reports.write(folder, JobFile.read(folder.resolve("job.yaml")));
        System.out.println("report: " + folder.resolve("report.html"));
        return 0;
    }
}
