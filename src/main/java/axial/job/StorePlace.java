package axial.job;

import axial.question.Job;
import java.nio.file.Path;

/** Where a job's visit store lies. */
final class StorePlace {
    private StorePlace() {}

    /** As the job declares it, relative to its file; else inside the output folder. */
    static String of(Job job, Path jobFile, Path out) {
        String declared = job.store();
        if (declared != null && declared.contains("://")) {
            return declared;
        }
        Path place = declared == null ? out.resolve("store") : folder(jobFile).resolve(declared);
        return place.toAbsolutePath().normalize().toUri().toString();
    }

    /** The folder of the job file, to which its paths are relative. */
    static Path folder(Path jobFile) {
        Path parent = jobFile.toAbsolutePath().getParent();
        return parent == null ? Path.of(".").toAbsolutePath() : parent;
    }
}
