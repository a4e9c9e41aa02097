package axial.job;

import axial.ingest.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.util.Utils$;

/** The only place that starts Spark. */
final class Engine {
    /** No result may depend on where a worker stands; what Spark needs of Java's modules it adds by itself. */
    private static final String WORKER_JAVA =
            "-Duser.timezone=UTC -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8";

    private Engine() {}

    /**
     * A session: embedded on this machine's cores, or on the cluster that {@code master} names.
     *
     * @param spill where an embedded session puts, encrypted, what does not fit into memory
     * @throws RunFailed where the cluster does not answer
     */
    static SparkSession start(String master, Map<String, String> settings, Path spill) throws RunFailed {
        FileSystems.reachBy(settings);
        boolean local = master.startsWith("local");
        // By its own name: which kind of session is at hand is otherwise looked for by reflection, which takes half a
        // second.
        SparkSession.Builder builder = SparkSession.builder()
                .appName("axial")
                .master(master)
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.io.encryption.enabled", true)
                // Fewer bytes to be encrypted, which costs more than compressing them.
                .config("spark.io.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("parquet.page.verify-checksum.enabled", true)
                .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
                // Not through the disk's temporary folder, where it would lie in clear.
                .config("spark.hadoop.fs.s3a.fast.upload.buffer", "bytebuffer");
        if (local) {
            Utils$.MODULE$.clearLocalRootDirs();
            builder.config("spark.local.dir", spill.toString())
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    // A laptop that slept is no worker that was lost: this process has nobody else to hear from.
                    .config("spark.network.timeout", "7d")
                    .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors());
        } else {
            builder.config("spark.executor.defaultJavaOptions", WORKER_JAVA);
            String jars = ShippedJars.named();
            if (!jars.isEmpty()) {
                builder.config("spark.jars", jars);
            }
        }
        settings.forEach(builder::config);
        return local ? builder.getOrCreate() : onCluster(builder, master);
    }

    private static SparkSession onCluster(SparkSession.Builder builder, String master) throws RunFailed {
        try {
            return builder.getOrCreate();
        } catch (RuntimeException unreachable) {
            throw new RunFailed(
                    6,
                    "the cluster " + master + " does not answer, or does not take the job ("
                            + unreachable.getClass().getSimpleName()
                            + "). Check the address, that its Spark has this version, and that it reaches this machine"
                            + " (--spark spark.driver.host=ADDRESS).");
        }
    }
}
