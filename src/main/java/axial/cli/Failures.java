package axial.cli;

import axial.ingest.InputRefused;
import axial.job.ReviewJob;
import axial.job.RunFailed;
import axial.privacy.Finding;
import axial.privacy.IdentifiersFound;
import axial.question.InvalidJob;
import axial.question.Problem;
import axial.store.Damage;
import axial.store.StoreBusy;
import axial.store.StoreRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;

/** What a person is told when a command ends without its result, and the exit code for it. */
final class Failures {
    private Failures() {}

    static int tell(Throwable thrown, PrintStream err) {
        if (thrown instanceof InvalidJob invalid) {
            for (Problem problem : invalid.problems()) {
                err.println("error: " + invalid.file() + ", line " + problem.line() + ", column " + problem.column()
                        + (problem.path().isEmpty() ? "" : ", " + problem.path()) + ": " + problem.what());
            }
            err.println(invalid.getMessage() + "; nothing was computed");
            return 2;
        }
        InputRefused refused = ReviewJob.refusalIn(thrown);
        if (refused != null) {
            refused.problems().forEach(problem -> err.println("error: " + problem));
            err.println("the input is refused; nothing was computed");
            return 3;
        }
        if (thrown instanceof StoreBusy busy) {
            err.println("error: " + busy.getMessage());
            return 7;
        }
        StoreRefused store = Damage.in(thrown);
        if (store != null) {
            err.println("error: " + store.getMessage());
            return 3;
        }
        if (thrown instanceof IdentifiersFound found) {
            return stopped(found, err);
        }
        if (thrown instanceof RunFailed failed) {
            err.println("error: " + failed.getMessage());
            return failed.exitCode();
        }
        if (thrown instanceof NoSuchFileException missing) {
            err.println("error: " + missing.getFile() + ": no such file. Check the name and the folder.");
            return 2;
        }
        if (thrown instanceof AccessDeniedException denied) {
            err.println("error: " + denied.getFile() + ": no permission to read or write it.");
            return 6;
        }
        if (noSpace(thrown)) {
            err.println("error: the disk is full. Free some space, or name an output folder elsewhere with --out.");
            return 6;
        }
        if (thrown instanceof FileSystemException) {
            err.println("error: the disk could not be written: " + thrown.getMessage());
            return 6;
        }
        if (noMemory(thrown)) {
            err.println("error: the memory is full. Give more, such as  AXIAL_MEMORY=4g  before the command.");
            return 6;
        }
        err.println("error: this is a fault of ours, not of your data: "
                + thrown.getClass().getSimpleName() + at(thrown)
                + ". Please report it with the version and the job file.");
        return 1;
    }

    /** Every column with what was found in it, then the ways out. */
    private static int stopped(IdentifiersFound found, PrintStream err) {
        Set<String> codes = new TreeSet<>();
        for (IdentifiersFound.Column column : found.columns()) {
            for (Finding finding : column.findings()) {
                codes.add(finding.kind().code());
                err.println("error: " + column.where() + ", " + column.called() + ": " + finding.words());
            }
        }
        err.println("these columns may tell who somebody is; nothing was stored or written. For each of them:");
        err.println("  - take it out of the export, and send the export again;");
        err.println("  - or have it never looked at nor stored, in the job file under the source:"
                + "  options: { free_text_discard: [notes, email] }");
        err.println(
                "  - or, where every visit needs it (visit_id, patient_id, clinic_id, visit_date), let the export hold"
                        + " pseudonyms that do not come from the person, such as P0001.");
        err.println("why: "
                + String.join(
                        ", ",
                        codes.stream().map(code -> "axial explain " + code).toList()));
        return 4;
    }

    private static boolean noSpace(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    private static boolean noMemory(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** Where in our code, without any message, for messages may hold data. */
    private static String at(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().startsWith("axial.")) {
                return " in " + element.getClassName() + "." + element.getMethodName() + ", line "
                        + element.getLineNumber();
            }
        }
        return "";
    }
}
