package axial.cli;

import axial.question.Job;
import axial.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

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

    /** Which pages for single clinics are asked for. */
    static final class OfClinics {
        @Option(
                names = "--per-clinic",
                required = true,
                description = "also a page for each clinic that names no other, in owner/clinic-pages/")
        private boolean all;

        @Option(
                names = "--clinic",
                required = true,
                paramLabel = "ID",
                description = "also the page for this clinic, by its id or letter")
        private @Nullable String one;
    }

    @ArgGroup
    private @Nullable OfClinics ofClinics;

    /** Writes the pages for single clinics that are asked for, and says where they are. */
    void writeClinics(Path folder, Job job) throws IOException {
        if (ofClinics == null) {
            return;
        }
        List<Path> written = Reports.writeClinics(folder, job, Optional.ofNullable(ofClinics.one));
        if (written.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    ofClinics.one == null
                            ? "The run has no tables by clinic, so there are no pages for single clinics."
                            : "The run has no clinic \"" + ofClinics.one + "\". Its clinics stand in "
                                    + folder.resolve("owner").resolve("clinic-letters.csv") + ".");
        }
        System.out.println("clinics: "
                + (written.size() == 1
                        ? written.get(0)
                        : written.size() + " pages in " + written.get(0).getParent()));
    }

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
