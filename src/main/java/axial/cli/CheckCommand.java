package axial.cli;

import axial.ingest.Sources;
import axial.question.Job;
import axial.question.JobFile;
import axial.question.JobInWords;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code axial check}: the job in words; spec and inputs validated, nothing written. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads and explains the job in words, validates it and its inputs, writes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB.yaml", description = "the job file")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path jobFile;

    @Override
    public Integer call() throws Exception {
        Job job = JobFile.read(jobFile);
        System.out.println(JobInWords.of(job));
        Path folder = folderOf(jobFile);
        List<String> files = Sources.check(job, folder);
        System.out.println("Inputs: " + files.size() + (files.size() == 1 ? " file" : " files")
                + " found, with every column that a visit needs.");
        Sources.notes(job, folder).forEach(note -> System.out.println("Note: " + note + "."));
        return 0;
    }

    /** Where the paths of a job file start. */
    static Path folderOf(Path jobFile) {
        Path folder = jobFile.toAbsolutePath().getParent();
        return folder == null ? Path.of(".") : folder;
    }
}
