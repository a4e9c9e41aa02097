package axial.ingest;

import org.apache.spark.sql.SparkSession;

/** One small engine for all tests of this JVM. */
public final class LocalSpark {
    private static final SparkSession SESSION = SparkSession.builder()
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

    static {
        SESSION.sparkContext().setLogLevel("OFF");
    }

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
