package axial.job;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils$;

/** The only place that starts Spark. */
final class Engine {
    private Engine() {}

    /**
     * A session: embedded on this machine's cores, or on the cluster that {@code master} names.
     *
     * @param spill where an embedded session puts, encrypted, what does not fit into memory
     */
    static SparkSession start(String master, Map<String, String> settings, Path spill) {
        boolean local = master.startsWith("local");
        SparkSession.Builder builder = SparkSession.builder()
                .appName("axial")
                .master(master)
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.io.encryption.enabled", true)
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("parquet.page.verify-checksum.enabled", true)
                .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        if (local) {
            Utils$.MODULE$.clearLocalRootDirs();
            builder.config("spark.local.dir", spill.toString())
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors());
        }
        settings.forEach(builder::config);
        return builder.getOrCreate();
    }
}
