package axial.ingest;

import org.apache.spark.sql.SparkSession;

/** One small engine for all tests of this JVM. */
public final class LocalSpark {
    private LocalSpark() {}

    /** The engine; a new one where a job of the same JVM has ended the last. */
    public static SparkSession session() {
        SparkSession session = SparkSession.builder()
                .appName("axial-test")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        session.sparkContext().setLogLevel("OFF");
        return session;
    }
}
