package axial.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import axial.question.Job;
import axial.tables.VisitCounts;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** The arrow from sources to accepted visits: reads every record once and says what became of it. */
public final class Ingest implements AutoCloseable {
    private final Job job;
    private final Map<Integer, String> names;
    private final Dataset<Row> arrived;
    private final Dataset<Row> records;

    /**
     * The books of an ingest.
     *
     * @param change how many records more, or fewer, have each fate
     * @param fingerprint by how much the sum of the accepted visits' hashes changes
     */
    public record Books(VisitCounts change, BigInteger fingerprint) {}

    /**
     * What was already stored.
     *
     * @param current accepted visits, as stored
     * @param held records held back, as stored
     * @param names of the files they came from, by number of batch
     */
    public record Stored(Dataset<Row> current, Dataset<Row> held, Map<Integer, String> names) {}

    private Ingest(Job job, Map<Integer, String> names, Dataset<Row> arrived, Dataset<Row> records) {
        this.job = job;
        this.names = names;
        this.arrived = arrived;
        this.records = records;
    }

    /**
     * Reads files; where one cannot be read to its end, what is asked of the result fails with {@link InputRefused}.
     *
     * @param stored visits that stay, or null where none do
     */
    public static Ingest read(
            SparkSession spark, Job job, List<Arrival> files, @Nullable Stored stored, Withdrawal withdrawal) {
        JavaRDD<Row> parsed = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .flatMap(file -> new FileRows(job, file, withdrawal));
        Dataset<Row> arrived = spark.createDataFrame(parsed, ReadRow.schema(VisitsTable.stored(job)));
        Map<Integer, String> names = new TreeMap<>(stored == null ? Map.of() : stored.names());
        files.forEach(file -> names.put(file.number(), file.file()));
        Dataset<Row> all = arrived;
        if (stored != null) {
            arrived.persist(StorageLevel.MEMORY_AND_DISK_SER());
            all = arrived.unionByName(sameVisits(stored.current(), ReadRow.CURRENT, arrived))
                    .unionByName(sameVisits(stored.held(), ReadRow.HELD, arrived));
        }
        int width = VisitsTable.schema(job).size();
        JavaRDD<Row> decided = all.repartition(col(VisitsTable.SOURCE), col(VisitsTable.VISIT_ID))
                .sortWithinPartitions(
                        col(VisitsTable.SOURCE),
                        col(VisitsTable.VISIT_ID),
                        col(ReadRow.WAS).desc(),
                        col(VisitsTable.BATCH),
                        col(VisitsTable.LINE))
                .javaRDD()
                .mapPartitions(rows -> new Decided(rows, width));
        Dataset<Row> records =
                spark.createDataFrame(decided, arrived.schema()).persist(StorageLevel.MEMORY_AND_DISK_SER());
        return new Ingest(job, names, arrived, records);
    }

    /** The stored records of visits that arrive again. */
    private static Dataset<Row> sameVisits(Dataset<Row> stored, String was, Dataset<Row> arrived) {
        Dataset<Row> keys = arrived.where(col(VisitsTable.VISIT_ID).isNotNull())
                .select(
                        col(VisitsTable.SOURCE).as("key_source"),
                        col(VisitsTable.VISIT_ID).as("key_visit"))
                .distinct();
        Column same = col(VisitsTable.SOURCE)
                .equalTo(col("key_source"))
                .and(col(VisitsTable.VISIT_ID).equalTo(col("key_visit")));
        return stored.join(keys, same, "left_semi")
                .withColumn(ReadRow.WAS, lit(was))
                .withColumn(ReadRow.REASONS, lit(""))
                .withColumn(ReadRow.STATUS, lit(was))
                .withColumn(ReadRow.ACCOUNT, lit(null).cast("binary"));
    }

    /** How many records met which fate, and what was accepted. */
    public Books books() {
        long read = 0;
        EnumMap<Versions.Fate, Long> fates = new EnumMap<>(Versions.Fate.class);
        Map<String, Long> was = new TreeMap<>();
        BigDecimal fingerprint = BigDecimal.ZERO;
        for (Row row : records.groupBy(ReadRow.WAS, ReadRow.STATUS)
                .agg(
                        functions.count(ReadRow.STATUS),
                        functions.sum(VisitsTable.LINE),
                        VisitsTable.fingerprint(job, lit(true)))
                .collectAsList()) {
            BigDecimal hashes = row.isNullAt(4) ? BigDecimal.ZERO : row.getDecimal(4);
            if (row.getString(1).equals(ReadRow.READ)) {
                read = row.getLong(3);
                continue;
            }
            Versions.Fate fate = Versions.Fate.valueOf(row.getString(1));
            fates.merge(fate, row.getLong(2), Long::sum);
            was.merge(row.getString(0), row.getLong(2), Long::sum);
            fingerprint = fingerprint
                    .add(fate == Versions.Fate.ACCEPTED ? hashes : BigDecimal.ZERO)
                    .subtract(row.getString(0).equals(ReadRow.CURRENT) ? hashes : BigDecimal.ZERO);
        }
        return new Books(counts(read, fates, was), fingerprint.toBigInteger());
    }

    private static VisitCounts counts(long read, EnumMap<Versions.Fate, Long> fates, Map<String, Long> was) {
        return new VisitCounts(
                read,
                fates.getOrDefault(Versions.Fate.ACCEPTED, 0L) - was.getOrDefault(ReadRow.CURRENT, 0L),
                fates.getOrDefault(Versions.Fate.DUPLICATE, 0L),
                fates.getOrDefault(Versions.Fate.SUPERSEDED, 0L),
                fates.getOrDefault(Versions.Fate.REJECTED, 0L),
                fates.getOrDefault(Versions.Fate.HELD, 0L) - was.getOrDefault(ReadRow.HELD, 0L),
                fates.getOrDefault(Versions.Fate.WITHDRAWN, 0L));
    }

    /** What was seen in each file that was read, by number of batch. */
    public Map<Integer, byte[]> accounts() {
        Map<Integer, byte[]> accounts = new TreeMap<>();
        records.where(col(ReadRow.STATUS).equalTo(ReadRow.READ))
                .select(VisitsTable.BATCH, ReadRow.ACCOUNT)
                .collectAsList()
                .forEach(row -> accounts.put(row.getInt(0), (byte[]) row.get(1)));
        return accounts;
    }

    /** The visits to be stored. */
    public Dataset<Row> accepted() {
        return stored(Versions.Fate.ACCEPTED);
    }

    /** The records to be held back. */
    public Dataset<Row> held() {
        return stored(Versions.Fate.HELD);
    }

    private Dataset<Row> stored(Versions.Fate fate) {
        return records.where(col(ReadRow.STATUS).equalTo(fate.name())).select(columns());
    }

    private Column[] columns() {
        return Arrays.stream(VisitsTable.stored(job).fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
    }

    /** The stored records that give way. */
    public Dataset<Row> outdated() {
        return records.where(col(ReadRow.WAS).notEqual("")).select(columns());
    }

    /** Every reason of every refused record, and the records a later version replaced, as rows of the rejects table. */
    public Dataset<Row> refused() {
        return Refusals.of(
                records.where(col(ReadRow.STATUS).isin(Versions.Fate.REJECTED.name(), Versions.Fate.SUPERSEDED.name())),
                names);
    }

    @Override
    public void close() {
        records.unpersist();
        arrived.unpersist();
    }
}
