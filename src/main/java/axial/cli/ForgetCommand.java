package axial.cli;

import axial.job.Forgetting;
import axial.question.Job;
import axial.question.JobFile;
import axial.store.VisitStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code axial forget}: withdraws patients. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description =
                "Withdraws patients from the visit store, physically; a file sent again does not bring them back.")
final class ForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB.yaml", description = "the job file")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path jobFile;

    @Option(
            names = "--patients",
            paramLabel = "FILE",
            required = true,
            description = "one patient_id per line, as the sources write it")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path patients;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the job's output folder, where the store lies unless the job names it")
    private @org.jspecify.annotations.Nullable Path out;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws Exception {
        Job job = JobFile.read(jobFile);
        engine.take();
        Path folder = out == null ? RunCommand.defaultOut(jobFile) : out;
        VisitStore.Removed removed =
                Forgetting.forget(jobFile, job, patients, folder, engine.master(), engine.settings());
        System.out.printf(
                Locale.ROOT,
                "%,d patients and %,d visits removed from the store; every patient named is barred from now on%n",
                removed.patients(),
                removed.visits());
        System.out.println(
                "reports made before still count them: run the job again, and keep or withdraw the old ones");
        return 0;
    }
}
