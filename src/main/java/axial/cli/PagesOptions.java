package axial.cli;

import axial.question.Job;
import axial.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the pages are written, for the commands that write them. */
final class PagesOptions {
    /** The languages of the pages. */
    enum Language {
        EN,
        DE
    }

    /** Opening the gate takes a reason. */
    static final class Opening {
        @Option(
                names = "--show-withheld",
                required = true,
                description = "shows results of groups that are not comparable; every page then says so")
        private boolean shown;

        @Option(names = "--reason", paramLabel = "WHY", required = true, description = "why they are shown")
        private String reason = "";
    }

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "language of the pages: en or de; default that of the job file")
    private @Nullable Language language;

    @ArgGroup(exclusive = false)
    private @Nullable Opening opening;

    @Option(
            names = "--since",
            paramLabel = "DIR",
            description =
                    "the folder of an earlier run; the report says what changed since, and keeps its tables in since/")
    private @Nullable Path since;

    Job on(Job job) {
        return job.withPages(job.pages()
                .or(
                        language == null ? null : language.name().toLowerCase(Locale.ROOT),
                        opening == null ? null : opening.reason));
    }

    void keepEarlier(Path folder) throws IOException {
        if (since == null) {
            return;
        }
        if (!Files.exists(since.resolve("estimates.csv"))) {
            throw new NoSuchFileException(since.resolve("estimates.csv").toString());
        }
        Reports.keepForComparison(since, folder);
    }
}
