package axial.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import axial.question.Job;
import axial.tables.VisitCounts;
import axial.tables.VisitHash;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * The arrow from sources to accepted visits: reads every record once and says what became of it. Most visits come once
 * and are accepted as they were read; only those whose key comes again, or is stored, are brought together and compared.
 */
public final class Ingest implements AutoCloseable {
    /** Beyond so many keys that come again, all visits are brought together. */
    private static final int MOST_REPEATED = 1_000_000;

    /** Beyond so many arriving visits, they are not looked up among the stored ones by a list of keys. */
    private static final long MOST_LOOKED_UP = 4_000_000;

    private static final long KEYS_PER_PART = 2_000_000;
    private static final int LINE_BITS = 40;

    private final SparkSession spark;
    private final Job job;
    private final Map<Integer, String> names;
    private final Parcels parcels;
    private final @Nullable Stored stored;
    private final Parcels.Notes notes;
    private final boolean everything;
    private final @Nullable Dataset<Row> compared;
    private final EnumMap<Versions.Fate, Long> fates = new EnumMap<>(Versions.Fate.class);
    private final Books books;

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

    private Ingest(
            SparkSession spark,
            Job job,
            Map<Integer, String> names,
            Parcels parcels,
            @Nullable Stored stored,
            boolean few) {
        this.spark = spark;
        this.job = job;
        this.names = names;
        this.parcels = parcels;
        this.stored = stored;
        Parcels.Notes read = parcels.notes(key -> false, stored != null && few);
        if (stored != null && few) {
            long[] again = storedKeys(stored, read.keys().keys());
            read = again.length == 0 ? read : parcels.notes(key -> Arrays.binarySearch(again, key) >= 0, false);
        }
        this.notes = read;
        int repeated = read.keys().repeated().length;
        this.everything = repeated > MOST_REPEATED || (stored != null && !few);
        this.compared = everything || repeated > 0 ? compare() : null;
        this.books = count();
    }

    /**
     * Reads files; fails with {@link InputRefused} inside where one cannot be read to its end.
     *
     * @param stored visits that stay, or null where none do
     * @param parts into how many parts patients are spread, as {@link VisitHash#part} says
     */
    public static Ingest read(
            SparkSession spark,
            Job job,
            List<Arrival> files,
            @Nullable Stored stored,
            Withdrawal withdrawal,
            int parts) {
        Map<Integer, String> names = new TreeMap<>(stored == null ? Map.of() : stored.names());
        files.forEach(file -> names.put(file.number(), file.file()));
        long about = files.stream().mapToLong(Arrival::visitsAbout).sum();
        Parcels.Plan plan = new Parcels.Plan(parts, Math.toIntExact(1 + about / KEYS_PER_PART));
        Parcels parcels = Parcels.of(spark, job, files, withdrawal, plan);
        return new Ingest(spark, job, names, parcels, stored, about <= MOST_LOOKED_UP);
    }

    /** The keys, of some, that stored records have. */
    private long[] storedKeys(Stored there, long[] some) {
        Broadcast<KeyLookup> keys =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new KeyLookup(some));
        return there
                .current()
                .select(VisitHash.key())
                .union(there.held().select(VisitHash.key()))
                .as(Encoders.LONG())
                .filter((org.apache.spark.api.java.function.FilterFunction<Long>)
                        key -> keys.value().has(key))
                .collectAsList()
                .stream()
                .mapToLong(Long::longValue)
                .distinct()
                .sorted()
                .toArray();
    }

    private Broadcast<long[]> sent(long[] sorted) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sorted);
    }

    /** Whether a number is one of some. */
    private Column in(long[] sorted, Column number) {
        Broadcast<long[]> some = sent(sorted);
        UDF1<Long, Boolean> among = n -> Arrays.binarySearch(some.value(), n) >= 0;
        return functions.udf(among, DataTypes.BooleanType).apply(number);
    }

    private Dataset<Row> compare() {
        Dataset<Row> arrived = parcels.visits();
        Column again = everything ? lit(true) : in(notes.keys().repeated(), VisitHash.key());
        Dataset<Row> all = arrived.where(again);
        if (stored != null) {
            all = all.unionByName(same(stored.current(), ReadRow.CURRENT, again))
                    .unionByName(same(stored.held(), ReadRow.HELD, again));
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
        return spark.createDataFrame(decided, arrived.schema()).persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    /** The stored records of visits that arrive again. */
    private Dataset<Row> same(Dataset<Row> records, String was, Column again) {
        return (everything ? alsoArriving(records) : records.where(again))
                .withColumn(ReadRow.WAS, lit(was))
                .withColumn(ReadRow.REASONS, lit(""))
                .withColumn(ReadRow.STATUS, lit(was))
                .withColumn(VisitsTable.BUCKET, lit(null).cast(DataTypes.IntegerType))
                .withColumn(ReadRow.ACCOUNT, lit(null).cast(DataTypes.BinaryType));
    }

    private Dataset<Row> alsoArriving(Dataset<Row> records) {
        Dataset<Row> keys = parcels.visits()
                .select(
                        col(VisitsTable.SOURCE).as("key_source"),
                        col(VisitsTable.VISIT_ID).as("key_visit"))
                .distinct();
        Column same = col(VisitsTable.SOURCE)
                .equalTo(col("key_source"))
                .and(col(VisitsTable.VISIT_ID).equalTo(col("key_visit")));
        return records.join(keys, same, "left_semi");
    }

    private Books count() {
        long read = 0;
        for (Parcels.Account account : notes.accounts()) {
            read += account.read();
            for (String fate :
                    account.fates().isEmpty() ? new String[0] : account.fates().split(",")) {
                String[] part = fate.split("=");
                fates.merge(Versions.Fate.valueOf(part[0]), Long.parseLong(part[1]), Long::sum);
            }
        }
        Map<String, Long> was = new TreeMap<>();
        BigInteger fingerprint = everything ? BigInteger.ZERO : notes.keys().fingerprint();
        if (compared != null) {
            fates.put(Versions.Fate.ACCEPTED, everything ? 0 : notes.keys().visits());
            fingerprint = fingerprint.add(countCompared(compared, was));
        }
        VisitCounts change = new VisitCounts(
                read,
                of(Versions.Fate.ACCEPTED) - was.getOrDefault(ReadRow.CURRENT, 0L),
                of(Versions.Fate.DUPLICATE),
                of(Versions.Fate.SUPERSEDED),
                of(Versions.Fate.REJECTED),
                of(Versions.Fate.HELD) - was.getOrDefault(ReadRow.HELD, 0L),
                of(Versions.Fate.WITHDRAWN));
        return new Books(change, fingerprint);
    }

    private BigInteger countCompared(Dataset<Row> records, Map<String, Long> was) {
        BigDecimal fingerprint = BigDecimal.ZERO;
        for (Row row : records.groupBy(ReadRow.WAS, ReadRow.STATUS)
                .agg(functions.count(ReadRow.STATUS), VisitsTable.fingerprint(job, lit(true)))
                .collectAsList()) {
            BigDecimal hashes = row.isNullAt(3) ? BigDecimal.ZERO : row.getDecimal(3);
            Versions.Fate fate = Versions.Fate.valueOf(row.getString(1));
            fates.merge(fate, row.getLong(2), Long::sum);
            was.merge(row.getString(0), row.getLong(2), Long::sum);
            fingerprint = fingerprint
                    .add(fate == Versions.Fate.ACCEPTED ? hashes : BigDecimal.ZERO)
                    .subtract(row.getString(0).equals(ReadRow.CURRENT) ? hashes : BigDecimal.ZERO);
        }
        return fingerprint.toBigInteger();
    }

    private long of(Versions.Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** How many records met which fate, and what was accepted. */
    public Books books() {
        return books;
    }

    /** What was seen in each file that was read, by number of batch. */
    public Map<Integer, byte[]> accounts() {
        Map<Integer, FileAccount> files = new TreeMap<>();
        for (Parcels.Account account : notes.accounts()) {
            FileAccount stretch = FileAccount.of(account.bytes());
            files.merge(account.batch(), stretch, (first, later) -> first.with(later, job));
        }
        Map<Integer, byte[]> accounts = new TreeMap<>();
        files.forEach((batch, account) -> accounts.put(batch, account.bytes()));
        return accounts;
    }

    /** Whether the visits to be stored still lie in the parts of their patients. */
    public boolean isInParts() {
        return compared == null || (stored == null && !everything);
    }

    /** The visits to be stored; with their bucket where they lie in the parts of their patients. */
    public Dataset<Row> accepted() {
        if (compared == null) {
            return parcels.stored(VisitsTable.stored(job));
        }
        Dataset<Row> winners = compared.where(is(Versions.Fate.ACCEPTED)).select(columns());
        if (everything) {
            return winners;
        }
        return isInParts()
                ? parcels.stored(VisitsTable.stored(job)).where(not(in(losers(compared), place())))
                : parcels.visits()
                        .where(not(in(notes.keys().repeated(), VisitHash.key())))
                        .select(columns())
                        .unionByName(winners);
    }

    /** Where the records stood that were compared and not accepted. */
    private static long[] losers(Dataset<Row> compared) {
        return compared
                .where(not(is(Versions.Fate.ACCEPTED)))
                .select(place())
                .as(Encoders.LONG())
                .collectAsList()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** Batch and line in one number. */
    private static Column place() {
        return functions
                .shiftleft(col(VisitsTable.BATCH).cast(DataTypes.LongType), LINE_BITS)
                .plus(col(VisitsTable.LINE));
    }

    private static Column is(Versions.Fate fate) {
        return col(ReadRow.STATUS).equalTo(fate.name());
    }

    /** The records to be held back; null where there are none. */
    public @Nullable Dataset<Row> held() {
        return of(Versions.Fate.HELD) == 0
                ? null
                : Objects.requireNonNull(compared).where(is(Versions.Fate.HELD)).select(columns());
    }

    private Column[] columns() {
        return Arrays.stream(VisitsTable.stored(job).fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
    }

    /** The stored records that give way; null where none do. */
    public @Nullable Dataset<Row> outdated() {
        return stored == null || compared == null
                ? null
                : compared.where(col(ReadRow.WAS).notEqual("")).select(columns());
    }

    /**
     * Every reason of every refused record, and the records a later version replaced, as rows of the rejects table; null
     * where there are none.
     */
    public @Nullable Dataset<Row> refused() {
        if (of(Versions.Fate.REJECTED) + of(Versions.Fate.SUPERSEDED) == 0) {
            return null;
        }
        Dataset<Row> refused = parcels.refused();
        return Refusals.of(
                compared == null ? refused : refused.unionByName(compared.where(is(Versions.Fate.SUPERSEDED))), names);
    }

    @Override
    public void close() {
        if (compared != null) {
            compared.unpersist();
        }
    }
}
