package axial.bench.formats;

import static org.apache.spark.sql.functions.col;

import axial.bench.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Types;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Iceberg's table format without its engine: Spark writes plain sorted Parquet files, one a bucket, and the driver
 * commits them by the core API. One snapshot is kept, no column metrics, and a property names a ledger file, all in the
 * same transaction.
 */
final class IcebergCore implements StoreFormat {
    private static final Map<String, String> PROPERTIES = Map.of(
            "write.metadata.metrics.default", "none",
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "1");

    private final Path place;
    private final HadoopTables tables = new HadoopTables(new Configuration());

    IcebergCore(Path folder) {
        this.place = folder.resolve("visits");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public void create(SparkSession spark, Dataset<Row> visits) {
        Schema schema = schema(visits.schema());
        Table table = tables.create(
                schema, PartitionSpec.builderFor(schema).identity(Layout.BUCKET).build(), PROPERTIES, place.toString());
        table.updateProperties()
                .set("schema.name-mapping.default", NameMappingParser.toJson(MappingUtil.create(schema)))
                .commit();
        commit(table, List.of(), written(table, visits));
    }

    @Override
    public void upsert(SparkSession spark, Dataset<Row> resent) {
        Table table = tables.load(place.toString());
        List<DataFile> old = files(table, file -> true);
        commit(table, old, written(table, Layout.merged(rows(spark, old), resent)));
        expire(table);
    }

    @Override
    public List<Step> forgetting(SparkSession spark, String patient) {
        return List.of(
                new Step("bucket rewritten and committed", () -> rewrite(spark, patient)),
                new Step("expire snapshots", () -> expire(tables.load(place.toString()))));
    }

    private void rewrite(SparkSession spark, String patient) {
        Table table = tables.load(place.toString());
        int bucket = Layout.bucketOf(spark, patient);
        List<DataFile> old = files(table, file -> file.partition().get(0, Integer.class) == bucket);
        Dataset<Row> left = rows(spark, old).where(col("patient_id").notEqual(patient));
        commit(table, old, written(table, left));
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
        return rows(spark, files(tables.load(place.toString()), file -> true));
    }

    /** One atomic step: files out, files in, and the ledger's name. */
    private static void commit(Table table, List<DataFile> out, List<DataFile> in) {
        Transaction transaction = table.newTransaction();
        OverwriteFiles overwrite = transaction.newOverwrite();
        out.forEach(overwrite::deleteFile);
        in.forEach(overwrite::addFile);
        overwrite.commit();
        transaction
                .updateProperties()
                .set("axial.ledger", "ledger-" + UUID.randomUUID() + ".json")
                .commit();
        transaction.commitTransaction();
    }

    /**
     * Older snapshots gone with their files. They are named one by one: of snapshots expired by age the core API keeps
     * the files that the last commit replaced, until that commit is expired itself.
     */
    private static void expire(Table table) {
        long current = table.currentSnapshot().snapshotId();
        ExpireSnapshots expire = table.expireSnapshots().cleanExpiredFiles(true);
        for (Snapshot snapshot : table.snapshots()) {
            if (snapshot.snapshotId() != current) {
                expire.expireSnapshotId(snapshot.snapshotId());
            }
        }
        expire.commit();
    }

    private List<DataFile> written(Table table, Dataset<Row> visits) {
        Path folder = place.resolve("data").resolve(UUID.randomUUID().toString());
        Layout.write(visits, folder.toString());
        List<DataFile> files = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            if (file.getFileName().toString().endsWith(".parquet")) {
                files.add(DataFiles.builder(table.spec())
                        .withPath(file.toString())
                        .withFormat("parquet")
                        .withFileSizeInBytes(file.toFile().length())
                        .withRecordCount(rowsIn(file))
                        .withPartitionPath(file.getParent().getFileName().toString())
                        .build());
            }
        }
        return files;
    }

    private static long rowsIn(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getRecordCount();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<DataFile> files(Table table, Predicate<DataFile> wanted) {
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            tasks.forEach(task -> {
                if (wanted.test(task.file())) {
                    files.add(task.file());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static Dataset<Row> rows(SparkSession spark, List<DataFile> files) {
        return spark.read()
                .parquet(files.stream().map(DataFile::location).toArray(String[]::new))
                .drop(Layout.BUCKET);
    }

    private static Schema schema(StructType visits) {
        List<Types.NestedField> fields = new ArrayList<>();
        for (StructField field : visits.fields()) {
            fields.add(Types.NestedField.optional(
                    fields.size() + 1,
                    field.name(),
                    switch (field.dataType().typeName()) {
                        case "string" -> Types.StringType.get();
                        case "integer" -> Types.IntegerType.get();
                        case "boolean" -> Types.BooleanType.get();
                        default -> throw new IllegalArgumentException(field.toString());
                    }));
        }
        fields.add(Types.NestedField.required(fields.size() + 1, Layout.BUCKET, Types.IntegerType.get()));
        return new Schema(fields);
    }
}
