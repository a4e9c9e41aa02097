package axial.cli;

import axial.job.Forgetting;
import axial.question.Job;
import axial.question.JobFile;
import axial.store.VisitStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--master", paramLabel = "URL", defaultValue = "local[*]", description = "where Spark runs")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String master;

    @Option(names = "--spark", paramLabel = "k=v", description = "a setting of Spark's own; may be repeated")
    private Map<String, String> settings = new TreeMap<>();

    @Override
    public Integer call() throws Exception {
        Job job = JobFile.read(jobFile);
        Path folder = out == null ? RunCommand.defaultOut(jobFile) : out;
        VisitStore.Removed removed = Forgetting.forget(jobFile, job, patients, folder, master, settings);
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
