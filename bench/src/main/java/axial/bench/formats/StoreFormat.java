package axial.bench.formats;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A way to keep visits in a folder: 16 buckets of patients, in each the visits sorted by patient, day and visit id
 * where the format can keep an order.
 */
public interface StoreFormat {
    int BUCKETS = 16;

    /** One part of forgetting a patient, named for the report. */
    record Step(String name, Runnable action) {}

    /** What the session needs before it starts. */
    Map<String, String> settings();

    /** Writes the visits as a new table. */
    void create(SparkSession spark, Dataset<Row> visits);

    /** Puts visits in the place of those with the same source and visit id, and adds the rest. */
    void upsert(SparkSession spark, Dataset<Row> resent);

    /** The steps after which no visit of the patient should be left in any file. */
    List<Step> forgetting(SparkSession spark, String patient);

    /** The visits as they stand. */
    Dataset<Row> read(SparkSession spark);
}
