package axial.bench.formats;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Buckets of patients, sorted, as plain Spark writes them: one file a bucket in {@code bucket=K/}. */
final class Layout {
    static final String BUCKET = "bucket";

    private Layout() {}

    static Column bucket(Column patient) {
        return pmod(hash(patient), lit(StoreFormat.BUCKETS));
    }

    static int bucketOf(SparkSession spark, String patient) {
        return spark.range(1).select(bucket(lit(patient))).first().getInt(0);
    }

    static Dataset<Row> sorted(Dataset<Row> visits) {
        return visits.withColumn(BUCKET, bucket(col("patient_id")))
                .repartition(col(BUCKET))
                .sortWithinPartitions(BUCKET, "patient_id", "visit_day", "visit_id", "source");
    }

    static void write(Dataset<Row> visits, String folder) {
        sorted(visits).write().partitionBy(BUCKET).parquet(folder);
    }

    /** The old visits that were not sent again, and the new. */
    static Dataset<Row> merged(Dataset<Row> old, Dataset<Row> resent) {
        Dataset<Row> ids = resent.select(col("source").as("s"), col("visit_id").as("v"));
        return old.join(
                        ids,
                        old.col("source")
                                .equalTo(ids.col("s"))
                                .and(old.col("visit_id").equalTo(ids.col("v"))),
                        "left_anti")
                .unionByName(resent);
    }
}
