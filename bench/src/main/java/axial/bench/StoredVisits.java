package axial.bench;

import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Made-up visits, taken into a store once. */
final class StoredVisits {
    private StoredVisits() {}

    /** The folder of so many patients' visits, with {@code job.yaml} and {@code axial/store}; made where it is not there. */
    static Path in(Path folder, long patients) throws IOException, InterruptedException {
        Path visits = folder.resolve("visits-" + patients);
        Path out = visits.resolve("axial");
        if (!Files.exists(out.resolve("done"))) {
            Synth.write(new SynthPlan(patients, 100, 7), visits);
            BenchJob.beside(visits);
            Child.measure("AxialRun", "", visits.resolve("job.yaml").toString(), out.toString(), "visits");
            Files.createFile(out.resolve("done"));
        }
        return visits;
    }
}
