package axial.bench.formats;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Delta Lake by its SQL: MERGE, DELETE and VACUUM, partitioned by bucket. */
final class Delta implements StoreFormat {
    private final Path table;
    private final boolean hardened;

    /** @param hardened no statistics in the log, and patients named by a joined table, not by a predicate */
    Delta(Path folder, boolean hardened) {
        this.table = folder.resolve("visits");
        this.hardened = hardened;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                "spark.databricks.delta.retentionDurationCheck.enabled", "false",
                "spark.databricks.delta.snapshotPartitions", "2",
                // VACUUM lists files in as many tasks as this says: 10,000 unless told, 50 s on two cores.
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    }

    @Override
    public void create(SparkSession spark, Dataset<Row> visits) {
        var writer = Layout.sorted(visits).write().format("delta").partitionBy(Layout.BUCKET);
        if (hardened) {
            writer = writer.option("delta.dataSkippingNumIndexedCols", "0");
        }
        writer.option("delta.enableDeletionVectors", "false").save(table.toString());
    }

    @Override
    public void upsert(SparkSession spark, Dataset<Row> resent) {
        resent.withColumn(Layout.BUCKET, Layout.bucket(col("patient_id"))).createOrReplaceTempView("resent");
        spark.sql("MERGE INTO " + name() + " t USING resent s"
                + " ON t.bucket = s.bucket AND t.source = s.source AND t.visit_id = s.visit_id"
                + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
        vacuum(spark);
    }

    @Override
    public List<Step> forgetting(SparkSession spark, String patient) {
        return List.of(
                new Step("DELETE", () -> delete(spark, patient)),
                new Step("VACUUM RETAIN 0 HOURS", () -> vacuum(spark)));
    }

    private void delete(SparkSession spark, String patient) {
        if (!hardened) {
            spark.sql("DELETE FROM " + name() + " WHERE bucket = " + Layout.bucketOf(spark, patient)
                    + " AND patient_id = '" + patient + "'");
            return;
        }
        StructType schema = new StructType().add("patient_id", "string");
        spark.createDataFrame(List.of(RowFactory.create(patient)), schema)
                .withColumn(Layout.BUCKET, Layout.bucket(col("patient_id")))
                .createOrReplaceTempView("withdrawn");
        spark.sql("MERGE INTO " + name() + " t USING withdrawn s"
                + " ON t.bucket = s.bucket AND t.patient_id = s.patient_id WHEN MATCHED THEN DELETE");
    }

    private void vacuum(SparkSession spark) {
        spark.sql("VACUUM " + name() + " RETAIN 0 HOURS");
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        return spark.read().format("delta").load(table.toString()).drop(Layout.BUCKET);
    }

    private String name() {
        return "delta.`" + table + "`";
    }
}
