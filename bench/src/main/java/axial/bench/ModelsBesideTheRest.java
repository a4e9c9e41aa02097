package axial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the propensity and follow-up models of {@code neck-review.yaml} cost beside the rest of the way from stored visits
 * to estimates, which is the walk, the evidence from its sums, the counts of strata, and the estimates.
 */
public final class ModelsBesideTheRest {
    private ModelsBesideTheRest() {}

    /** Arguments: a folder to work in, how many runs (5), how many patients (134300: one million visits). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path visits = StoredVisits.in(folder, arguments.length > 2 ? Long.parseLong(arguments[2]) : 134_300);
        String job = visits.resolve("job.yaml").toString();
        String store = visits.resolve("axial/store").toString();
        Figures figures = new Figures();
        for (int run = 0; run < runs; run++) {
            figures.add("Axial", Child.measure("AxialModels", "", job, store));
            System.err.println("run " + (run + 1) + " of " + runs + " done");
        }
        figures.write(folder.resolve("models-" + visits.getFileName() + ".json"));
        System.out.println(figures.table(List.of("walk.cpu", "evidence.cpu", "counts.cpu", "models.cpu", "estimates.cpu")));
        System.out.println(figures.table(List.of("engine.cpu", "process.cpu", "process.wall", "peak.mb", "asked")));
    }
}
