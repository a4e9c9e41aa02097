package axial.ingest;

import static org.apache.spark.sql.functions.col;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * What was read, once, and moved, once, to where it goes: visits to the part of their patient, in which they may be
 * stored; refused records, accounts and keys to parts of their own. Each can then be looked at without the others.
 */
final class Parcels {
    private final SparkSession spark;
    private final StructType schema;
    private final Plan plan;
    private final RDD<InternalRow> moved;

    /**
     * Where things go.
     *
     * @param visitParts into how many parts patients are spread
     * @param keyParts into how many parts the keys of visits are spread
     */
    record Plan(int visitParts, int keyParts) implements Serializable {
        int refused() {
            return visitParts;
        }

        int accounts() {
            return visitParts + 1;
        }

        int keys(int part) {
            return visitParts + 2 + part;
        }

        int all() {
            return visitParts + 2 + keyParts;
        }
    }

    /** A stretch of a file to be read in one task. */
    private record Task(Arrival file, Stretch stretch) implements Serializable {}

    private Parcels(SparkSession spark, StructType schema, Plan plan, RDD<InternalRow> moved) {
        this.spark = spark;
        this.schema = schema;
        this.plan = plan;
        this.moved = moved;
    }

    /** Reads the files; fails with {@link InputRefused} inside where one cannot be read to its end. */
    static Parcels of(SparkSession spark, Job job, List<Arrival> files, Withdrawal withdrawal, Plan plan) {
        List<Task> tasks = new ArrayList<>();
        files.forEach(file -> file.stretches().forEach(stretch -> tasks.add(new Task(file, stretch))));
        RDD<InternalRow> read = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, tasks.size())
                .flatMap(task -> new FileRows(job, task.file(), task.stretch(), withdrawal, plan))
                .rdd();
        StructType schema = ReadRow.schema(VisitsTable.stored(job));
        Dataset<Row> rows = frame(spark, read, schema).repartitionById(plan.all(), col(VisitsTable.BUCKET));
        return new Parcels(spark, schema, plan, classic(rows).queryExecution().toRdd());
    }

    private static Dataset<Row> frame(SparkSession spark, RDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows, schema, false);
    }

    private static org.apache.spark.sql.classic.Dataset<Row> classic(Dataset<Row> rows) {
        return (org.apache.spark.sql.classic.Dataset<Row>) rows;
    }

    Plan plan() {
        return plan;
    }

    /** The records that may be accepted, each patient's in one partition, in the order of {@link VisitHash#part}. */
    Dataset<Row> visits() {
        return frame(spark, parts(0, plan.visitParts()), schema);
    }

    /** The same as columns of the store and the bucket, which are the first of a row, so that nothing is moved in it. */
    Dataset<Row> stored(StructType stored) {
        return frame(spark, parts(0, plan.visitParts()), stored.add(VisitsTable.BUCKET, DataTypes.IntegerType));
    }

    /** The records that were refused, or superseded, as they were read. */
    Dataset<Row> refused() {
        return frame(spark, parts(plan.refused(), plan.refused() + 1), schema);
    }

    /**
     * What was seen in each stretch of the files, and the keys of their visits.
     *
     * @param further whether a key is to be looked into though it comes once
     * @param withKeys whether to give every key
     */
    Notes notes(KeyBook.Choice further, boolean withKeys) {
        int accountAt = schema.fieldIndex(ReadRow.ACCOUNT);
        int lineAt = schema.fieldIndex(VisitsTable.LINE);
        int batchAt = schema.fieldIndex(VisitsTable.BATCH);
        int fatesAt = schema.fieldIndex(ReadRow.REASONS);
        List<Object> found = parts(plan.accounts(), plan.all())
                .toJavaRDD()
                .mapPartitionsWithIndex(
                        (index, rows) -> {
                            List<Object> notes = new ArrayList<>();
                            if (index > 0) {
                                notes.add(KeyBook.of(rows, accountAt, further, withKeys));
                            }
                            while (rows.hasNext()) {
                                InternalRow row = rows.next();
                                notes.add(new Account(
                                        row.getInt(batchAt),
                                        row.getLong(lineAt),
                                        row.getUTF8String(fatesAt).toString(),
                                        row.getBinary(accountAt)));
                            }
                            return notes.iterator();
                        },
                        true)
                .collect();
        return new Notes(only(Account.class, found), KeyBook.of(only(KeyBook.class, found)));
    }

    private static <T> List<T> only(Class<T> type, List<Object> found) {
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * What was seen in a stretch of a file.
     *
     * @param batch of the file
     * @param read how many records
     * @param fates how many had which, as {@code ACCEPTED=3,REJECTED=1}
     * @param bytes of its {@link FileAccount}
     */
    record Account(int batch, long read, String fates, byte[] bytes) implements Serializable {}

    /** Everything but the records themselves. */
    record Notes(List<Account> accounts, KeyBook keys) {}

    private RDD<InternalRow> parts(int from, int to) {
        return PartitionPruningRDD.create(moved, (Function1<Object, Object> & Serializable)
                part -> (Integer) part >= from && (Integer) part < to);
    }
}
