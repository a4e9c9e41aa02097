package axial.bench;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark as Axial starts it on one machine. */
final class Session {
    private Session() {}

    static SparkSession start(Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("axial-bench")
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.io.encryption.enabled", true)
                .config("parquet.page.verify-checksum.enabled", true)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors());
        settings.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }
}
