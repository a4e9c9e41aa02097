package axial.cli;

import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code axial synth}: made-up visits with a known truth. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = "Makes a synthetic data set with a known truth. Nobody in it is real.")
final class SynthCommand implements Callable<Integer> {
    @Option(names = "--patients", paramLabel = "N", required = true, description = "how many patients")
    private long patients;

    @Option(names = "--clinics", paramLabel = "K", required = true, description = "how many clinics")
    private int clinics;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "the same seed gives the same bytes")
    private long seed;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "default", description = "which truth to plant")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String scenario;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the files go")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path out;

    @Override
    public Integer call() throws Exception {
        Synth.write(new SynthPlan(patients, clinics, seed, scenario), out);
        System.out.println("visits: " + out.resolve("visits.csv"));
        System.out.println("truth:  " + out.resolve("truth.csv"));
        return 0;
    }
}
