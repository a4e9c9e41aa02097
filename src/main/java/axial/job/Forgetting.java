package axial.job;

import axial.question.Job;
import axial.store.VisitStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Withdraws patients from a job's visit store. */
public final class Forgetting {
    private Forgetting() {}

    /**
     * Removes patients from every file of the store in one go.
     *
     * @param patients file with one patient id per line, as the sources write it; empty lines do not count
     * @param out the job's output folder, which holds the store where the job names none
     */
    public static VisitStore.Removed forget(
            Path jobFile, Job job, Path patients, Path out, String master, Map<String, String> settings)
            throws IOException, RunFailed {
        Set<String> ids = new TreeSet<>();
        for (String line : Files.readAllLines(patients)) {
            String id = line.strip();
            if (!id.isEmpty() && !id.equals("patient_id")) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            throw new RunFailed(2, patients + " names no patient. One patient_id per line is needed.");
        }
        Files.createDirectories(out);
        try (SpillFolder spill = SpillFolder.in(out);
                SparkSession spark = Engine.start(master, settings, spill.path())) {
            spark.sparkContext().setLogLevel("ERROR");
            try (VisitStore store = VisitStore.open(spark, job, StorePlace.of(job, jobFile, out))) {
                return store.forget(ids);
            }
        }
    }
}
