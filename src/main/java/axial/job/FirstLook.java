package axial.job;

import axial.ingest.Arrival;
import axial.ingest.KnownFiles;
import axial.question.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/** The files of a job, which are found and summed while the engine starts; afterwards where there is one core. */
final class FirstLook {
    private final FutureTask<List<Arrival>> look;

    private FirstLook(FutureTask<List<Arrival>> look) {
        this.look = look;
    }

    static FirstLook begin(Job job, Path folder, KnownFiles known) {
        FutureTask<List<Arrival>> look = new FutureTask<>(() -> Arrival.find(job, folder, known));
        if (ForkJoinPool.getCommonPoolParallelism() > 0) {
            Thread beside = new Thread(look, "files");
            beside.setDaemon(true);
            beside.start();
        }
        return new FirstLook(look);
    }

    /** Every file, as {@link Arrival#find} gives them; fails as it does. */
    List<Arrival> files() throws IOException {
        look.run();
        try {
            return look.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the files were looked into", stopped);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof IOException unreadable) {
                throw unreadable;
            }
            if (cause instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(cause);
        }
    }
}
