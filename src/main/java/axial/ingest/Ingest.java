package axial.ingest;

import static org.apache.spark.sql.functions.col;

import axial.question.Job;
import axial.tables.RejectRow;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** The arrow from sources to accepted visits: reads every record once and says what became of it. */
public final class Ingest implements AutoCloseable {
    /** What became of the records; {@code read} is counted where they are read, apart from the rest. */
    public record Counts(long read, long accepted, long duplicates, long superseded, long rejected) {
        /** Whether every record read has exactly one fate. */
        public boolean conserved() {
            return read == accepted + duplicates + superseded + rejected;
        }
    }

    /**
     * The books of an ingest.
     *
     * @param fingerprint of the accepted visits, whatever files and order they came in
     */
    public record Books(Counts counts, String fingerprint) {}

    private final Job job;
    private final Dataset<Row> records;

    private Ingest(Job job, Dataset<Row> records) {
        this.job = job;
        this.records = records;
    }

    /** Reads all sources; fails with {@link InputRefused} before any record where a file cannot be used. */
    public static Ingest read(SparkSession spark, Job job, java.nio.file.Path folder) throws IOException {
        List<Sources.Found> files = Sources.find(job, folder);
        StructType visit = VisitsTable.schema(job);
        StructType schema = ReadRow.schema(visit);
        int width = visit.size();
        JavaRDD<Row> parsed = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .flatMap(file -> new FileRows(job, file, width));
        JavaRDD<Row> decided = spark.createDataFrame(parsed, schema)
                .repartition(col(VisitsTable.SOURCE), col(VisitsTable.VISIT_ID))
                .sortWithinPartitions(VisitsTable.SOURCE, VisitsTable.VISIT_ID, ReadRow.FILE, ReadRow.LINE)
                .javaRDD()
                .mapPartitions(rows -> new Decided(rows, width));
        return new Ingest(job, spark.createDataFrame(decided, schema).persist(StorageLevel.MEMORY_AND_DISK_SER()));
    }

    private Column[] visitColumns() {
        return Arrays.stream(VisitsTable.schema(job).fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
    }

    /** How many records met which fate, and what was accepted. */
    public Books books() {
        long[] n = new long[Versions.Fate.values().length];
        long read = 0;
        String fingerprint = "";
        Column hash = functions.xxhash64(visitColumns()).cast(DataTypes.createDecimalType(38, 0));
        for (Row row : records.groupBy(ReadRow.STATUS)
                .agg(functions.count(ReadRow.STATUS), functions.sum(ReadRow.LINE), functions.sum(hash))
                .collectAsList()) {
            if (row.getString(0).equals(ReadRow.READ)) {
                read = row.getLong(2);
                continue;
            }
            Versions.Fate fate = Versions.Fate.valueOf(row.getString(0));
            n[fate.ordinal()] = row.getLong(1);
            fingerprint = fate == Versions.Fate.ACCEPTED ? row.getDecimal(3).toPlainString() : fingerprint;
        }
        return new Books(new Counts(read, n[0], n[1], n[2], n[3]), fingerprint);
    }

    /** The accepted visits, each patient's together and in order of day and visit id. */
    public Dataset<Row> accepted() {
        return records.where(col(ReadRow.STATUS).equalTo(Versions.Fate.ACCEPTED.name()))
                .select(visitColumns())
                .repartition(col(VisitsTable.PATIENT_ID))
                .sortWithinPartitions(
                        VisitsTable.PATIENT_ID, VisitsTable.VISIT_DAY, VisitsTable.VISIT_ID, VisitsTable.SOURCE);
    }

    /** Every reason of every refused record, and the records a later version replaced, by source, file and line. */
    public Iterator<RejectRow> refused() {
        Iterator<Row> rows = records.where(
                        col(ReadRow.STATUS).isin(Versions.Fate.REJECTED.name(), Versions.Fate.SUPERSEDED.name()))
                .select(VisitsTable.SOURCE, ReadRow.FILE, ReadRow.LINE, ReadRow.REASONS)
                .sort(VisitsTable.SOURCE, ReadRow.FILE, ReadRow.LINE, ReadRow.REASONS)
                .toLocalIterator();
        List<RejectRow> one = new ArrayList<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !one.isEmpty() || rows.hasNext();
            }

            @Override
            public RejectRow next() {
                if (one.isEmpty()) {
                    one.addAll(ReadRow.rejections(rows.next()));
                }
                return one.remove(0);
            }
        };
    }

    @Override
    public void close() {
        records.unpersist();
    }
}
