package axial.cli;

import axial.ingest.Sources;
import axial.job.Sizing;
import axial.question.Job;
import axial.question.JobFile;
import axial.question.JobInWords;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws Exception {
        Job job = JobFile.read(jobFile);
        engine.take();
        System.out.println(JobInWords.of(job));
        Sources.Looked looked = Sources.look(job, folderOf(jobFile));
        int files = looked.addresses().size();
        System.out.println("Inputs: " + files + (files == 1 ? " file" : " files")
                + " found, with every column that a visit needs.");
        looked.notes().forEach(note -> System.out.println("Note: " + note + "."));
        Sizing sizing = engine.sizing(job, looked.size());
        System.out.println(sizing.words());
        sizing.refuseIfTooSmall();
        return 0;
    }

    /** Where the paths of a job file start. */
    static Path folderOf(Path jobFile) {
        Path folder = jobFile.toAbsolutePath().getParent();
        return folder == null ? Path.of(".") : folder;
    }
}
