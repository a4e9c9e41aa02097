package axial.bench.formats;

import static org.apache.spark.sql.functions.col;

import axial.bench.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** No table format: a folder of Parquet files that a rename puts in the place of the older. The floor. */
final class PlainParquet implements StoreFormat {
    private final Path folder;
    private final Path table;

    PlainParquet(Path folder) {
        this.folder = folder;
        this.table = folder.resolve("visits");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public void create(SparkSession spark, Dataset<Row> visits) {
        Path next = folder.resolve("visits.next");
        Layout.write(visits, next.toString());
        Folders.replace(next, table);
    }

    @Override
    public void upsert(SparkSession spark, Dataset<Row> resent) {
        create(spark, Layout.merged(read(spark), resent));
    }

    @Override
    public List<Step> forgetting(SparkSession spark, String patient) {
        return List.of(new Step("bucket rewritten and renamed", () -> {
            String bucket = Layout.BUCKET + "=" + Layout.bucketOf(spark, patient);
            Path next = folder.resolve("bucket.next");
            Dataset<Row> left = spark.read()
                    .parquet(table.resolve(bucket).toString())
                    .where(col("patient_id").notEqual(patient));
            Layout.write(left, next.toString());
            Folders.replace(next.resolve(bucket), table.resolve(bucket));
            Folders.remove(next);
        }));
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        return spark.read().parquet(table.toString()).drop(Layout.BUCKET);
    }
}
