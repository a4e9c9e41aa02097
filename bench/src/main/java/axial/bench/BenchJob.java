package axial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The job of all measurements: {@code jobs/neck-review.yaml}, asked of other visits. */
final class BenchJob {
    private static final String SAMPLE = "../sample-data/visits.csv";

    private BenchJob() {}

    /** Writes the job into the folder of a {@code visits.csv}. */
    static Path beside(Path folder) throws IOException {
        String review = Files.readString(Child.home().resolve("../jobs/neck-review.yaml"));
        if (!review.contains(SAMPLE)) {
            throw new IllegalStateException("jobs/neck-review.yaml no longer reads " + SAMPLE);
        }
        return Files.writeString(folder.resolve("job.yaml"), review.replace(SAMPLE, "visits.csv"));
    }
}
