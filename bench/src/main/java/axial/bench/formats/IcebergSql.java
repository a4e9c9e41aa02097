package axial.bench.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Iceberg by its Spark runtime: a Hadoop catalog, copy-on-write MERGE and DELETE, snapshots expired. */
final class IcebergSql implements StoreFormat {
    private static final String NAME = "lake.axial.visits";

    private final Path folder;
    private final boolean hardened;

    /**
     * @param hardened no column metrics in the manifests (columns that sort the table have some unless each is named),
     *     and as few old versions of the metadata as it keeps
     */
    IcebergSql(Path folder, boolean hardened) {
        this.folder = folder;
        this.hardened = hardened;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
                "spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog",
                "spark.sql.catalog.lake.type", "hadoop",
                "spark.sql.catalog.lake.warehouse", folder.toString());
    }

    @Override
    public void create(SparkSession spark, Dataset<Row> visits) {
        visits.createOrReplaceTempView("incoming");
        spark.sql("CREATE TABLE " + NAME + " (" + visits.schema().toDDL() + ") USING iceberg PARTITIONED BY (bucket("
                + BUCKETS + ", patient_id)) TBLPROPERTIES ('write.delete.mode'='copy-on-write',"
                + " 'write.merge.mode'='copy-on-write', 'write.update.mode'='copy-on-write'"
                + (hardened
                        ? ", 'write.metadata.metrics.default'='none',"
                                + " 'write.metadata.metrics.column.patient_id'='none',"
                                + " 'write.metadata.metrics.column.visit_id'='none',"
                                + " 'write.metadata.delete-after-commit.enabled'='true',"
                                + " 'write.metadata.previous-versions-max'='1'"
                        : "")
                + ")");
        spark.sql("ALTER TABLE " + NAME
                + " WRITE DISTRIBUTED BY PARTITION LOCALLY ORDERED BY patient_id, visit_day, visit_id, source");
        spark.sql("INSERT INTO " + NAME + " SELECT * FROM incoming");
    }

    @Override
    public void upsert(SparkSession spark, Dataset<Row> resent) {
        resent.createOrReplaceTempView("resent");
        spark.sql("MERGE INTO " + NAME + " t USING resent s ON t.source = s.source AND t.visit_id = s.visit_id"
                + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
        expire(spark);
    }

    @Override
    public List<Step> forgetting(SparkSession spark, String patient) {
        return List.of(
                new Step("DELETE", () -> spark.sql("DELETE FROM " + NAME + " WHERE patient_id = '" + patient + "'")),
                new Step("expire snapshots", () -> expire(spark)),
                new Step("remove orphan files", () -> removeOrphans(spark)));
    }

    private static void expire(SparkSession spark) {
        SparkActions.get(spark)
                .expireSnapshots(table(spark))
                .expireOlderThan(Long.MAX_VALUE)
                .retainLast(1)
                .execute();
    }

    private static void removeOrphans(SparkSession spark) {
        SparkActions.get(spark)
                .deleteOrphanFiles(table(spark))
                .olderThan(Long.MAX_VALUE)
                .execute();
    }

    private static org.apache.iceberg.Table table(SparkSession spark) {
        try {
            return Spark3Util.loadIcebergTable(spark, NAME);
        } catch (Exception missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        return spark.table(NAME);
    }
}
