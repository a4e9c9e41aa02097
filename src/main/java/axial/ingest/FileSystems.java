package axial.ingest;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/**
 * How the file systems behind paths such as {@code hdfs://} and {@code s3a://} are reached: by Hadoop's own files of
 * settings, and by the settings of the run that begin with {@code spark.hadoop.}. They hold wherever a file is opened: in
 * the process that was started, and in those of a cluster.
 */
public final class FileSystems {
    private static final String OURS = "spark.hadoop.";
    private static volatile @Nullable Configuration ofThisProcess;
    private static volatile @Nullable Map<String, String> reachedBy;

    private FileSystems() {}

    /** Takes the settings of a run, in the place of those of an earlier one. */
    public static void reachBy(Map<String, String> settings) {
        if (ofThisProcess != null && settings.equals(reachedBy)) {
            return;
        }
        Configuration own = new Configuration();
        settings.forEach((name, value) -> {
            if (name.startsWith(OURS)) {
                own.set(name.substring(OURS.length()), value);
            }
        });
        ofThisProcess = own;
        reachedBy = Map.copyOf(settings);
    }

    static Configuration settings() {
        Configuration known = ofThisProcess;
        if (known == null) {
            SparkEnv executor = SparkEnv.get();
            known = executor == null
                    ? new Configuration()
                    : SparkHadoopUtil.get().newConfiguration(executor.conf());
            ofThisProcess = known;
        }
        return known;
    }
}
