package axial.store;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import axial.question.Job;
import axial.tables.VisitCounts;
import axial.tables.VisitHash;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The visits that are kept between runs. One run at a time holds it; what a run changes is there as a whole or not at
 * all. A patient's visits lie together in one file, in order, so that they are walked without being moved.
 */
public final class VisitStore implements AutoCloseable {
    /** How many visits a bucket of patients holds before the store is spread over more of them. */
    private static final long VISITS_PER_BUCKET = 500_000;

    private static final int FEWEST_BUCKETS = 4;
    private static final int MOST_BUCKETS = 4096;

    private final SparkSession spark;
    private final Job job;
    private final Path place;
    private final FileSystem files;
    private final StoreLock lock;
    private StoreTable table;
    private Ledger ledger;

    /**
     * What a run changes.
     *
     * @param visits rows of the store's columns to be added
     * @param parts how many partitions the visits are spread over by patient, as {@link #parts} asked; 0 where they lie
     *     otherwise
     * @param held rows of the store's columns to be held back; null where there are none
     * @param outdated {@code source, visit_id, patient_id} of stored rows that give way; null where none do
     * @param refused rows of the rejects table to be kept; null where there are none
     * @param ledger as it stands afterwards
     * @param afresh whether everything that was stored gives way
     */
    public record Change(
            Dataset<Row> visits,
            int parts,
            @Nullable Dataset<Row> held,
            @Nullable Dataset<Row> outdated,
            @Nullable Dataset<Row> refused,
            Ledger ledger,
            boolean afresh) {}

    private VisitStore(SparkSession spark, Job job, Path place, FileSystem files, StoreLock lock) throws IOException {
        this.spark = spark;
        this.job = job;
        this.place = place;
        this.files = files;
        this.lock = lock;
        this.table = StoreTable.at(place, spark.sparkContext().hadoopConfiguration());
        this.table.sweep();
        this.ledger = table.ledger();
    }

    /**
     * Opens the store in a folder, which is made where it is not there; cleans up after a run that was cut off.
     *
     * @throws StoreBusy where another run holds it
     */
    public static VisitStore open(SparkSession spark, Job job, String folder) throws IOException {
        Configuration settings = spark.sparkContext().hadoopConfiguration();
        Path root = new Path(folder);
        FileSystem files = root.getFileSystem(settings);
        Path parent = files.makeQualified(root);
        files.mkdirs(parent);
        StoreLock lock = StoreLock.take(files, parent);
        try {
            return new VisitStore(spark, job, new Path(parent, "visits"), files, lock);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The accepted visits of the job's sources, each patient's together and in order, one partition per bucket. */
    public Dataset<Row> visits() throws IOException {
        Dataset<Row> all = read(table.buckets().visits());
        Set<String> wanted =
                new TreeSet<>(job.sources().stream().map(Job.Source::name).toList());
        Set<String> there = new TreeSet<>(ledger.rules().keySet());
        there.removeAll(wanted);
        return there.isEmpty() ? all : all.where(col(VisitsTable.SOURCE).isin(wanted.toArray()));
    }

    /** The accepted visits as stored, with where each came from. */
    public Dataset<Row> current() throws IOException {
        return read(table.buckets().visits());
    }

    /** The records that are held back, as stored, with where each came from. */
    public Dataset<Row> held() throws IOException {
        return read(table.buckets().held());
    }

    /** The refused records of every run, as rows of the rejects table; null where there are none. */
    public @Nullable Dataset<Row> refused() {
        String[] folders = ledger.refused().stream()
                .map(f -> new Path(place, f).toString())
                .toArray(String[]::new);
        return folders.length == 0 ? null : spark.read().parquet(folders);
    }

    private Dataset<Row> read(List<DataFile> live) {
        if (live.isEmpty()) {
            return spark.createDataFrame(List.of(), VisitsTable.stored(job));
        }
        oneFileOnePartition();
        return spark.read()
                .schema(VisitsTable.stored(job))
                .parquet(live.stream().map(DataFile::location).toArray(String[]::new));
    }

    /** A file is never split, since a patient's visits must not be parted. */
    private void oneFileOnePartition() {
        spark.conf().set("spark.sql.files.maxPartitionBytes", Long.toString(1L << 40));
        spark.conf().set("spark.sql.files.openCostInBytes", Long.toString(1L << 40));
    }

    /** Makes a change, all or nothing. */
    public void commit(Change change) throws IOException {
        Buckets live = table.buckets();
        boolean empty = change.afresh() || live.files().isEmpty();
        boolean laid = empty && change.parts() > 0;
        int buckets = laid ? change.parts() : bucketsFor(change);
        Dataset<Row> coming = coming(change, buckets);
        Buckets old =
                empty || buckets != ledger.buckets() ? live : live.only(touched(coming, change.outdated(), buckets));
        Dataset<Row> next =
                empty ? coming : staying(old, change.outdated(), buckets).unionByName(coming);
        List<String> refused = new ArrayList<>(change.afresh() ? List.of() : ledger.refused());
        if (change.refused() != null) {
            refused.add(write(change.refused()));
        }
        replace(
                old.all(),
                laid ? next : next.repartition(col(StoreTable.BUCKET)),
                with(change.ledger(), buckets, refused));
    }

    private static Dataset<Row> coming(Change change, int buckets) {
        Dataset<Row> visits = change.visits().withColumn(StoreTable.BUCKET, VisitHash.part(buckets));
        return change.held() == null
                ? visits
                : visits.unionByName(change.held().coalesce(1).withColumn(StoreTable.BUCKET, lit(Buckets.HELD)));
    }

    private static Ledger with(Ledger l, int buckets, List<String> refused) {
        return new Ledger(
                l.runs(),
                l.columns(),
                buckets,
                l.rules(),
                l.batches(),
                refused,
                l.counts(),
                l.fingerprint(),
                l.withdrawn());
    }

    private void replace(List<DataFile> old, Dataset<Row> next, Ledger after) throws IOException {
        Path written = new Path(place, "data/" + UUID.randomUUID());
        next.sortWithinPartitions(
                        StoreTable.BUCKET,
                        VisitsTable.PATIENT_ID,
                        VisitsTable.VISIT_DAY,
                        VisitsTable.VISIT_ID,
                        VisitsTable.SOURCE,
                        VisitsTable.BATCH,
                        VisitsTable.LINE)
                .write()
                // Texts and numbers that never come again fill a dictionary for nothing.
                .option("parquet.enable.dictionary#" + VisitsTable.VISIT_ID, "false")
                .option("parquet.enable.dictionary#" + VisitsTable.LINE, "false")
                .partitionBy(StoreTable.BUCKET)
                .parquet(written.toString());
        lock.check();
        table = table.commit(VisitsTable.stored(job), old, written, after);
        ledger = after;
    }

    private String write(Dataset<Row> refused) {
        String folder = "refused/" + UUID.randomUUID();
        refused.coalesce(1).write().parquet(new Path(place, folder).toString());
        return folder;
    }

    /** The rows of the touched buckets that are not outdated. */
    private Dataset<Row> staying(Buckets touched, @Nullable Dataset<Row> outdated, int buckets) {
        Dataset<Row> current = read(touched.visits()).withColumn(StoreTable.BUCKET, VisitHash.part(buckets));
        Dataset<Row> held = read(touched.held()).withColumn(StoreTable.BUCKET, lit(Buckets.HELD));
        Dataset<Row> rows = current.unionByName(held);
        if (outdated == null) {
            return rows;
        }
        Dataset<Row> keys =
                outdated.select(VisitsTable.SOURCE, VisitsTable.VISIT_ID).distinct();
        return rows.join(
                keys,
                rows.col(VisitsTable.SOURCE)
                        .equalTo(keys.col(VisitsTable.SOURCE))
                        .and(rows.col(VisitsTable.VISIT_ID).equalTo(keys.col(VisitsTable.VISIT_ID))),
                "left_anti");
    }

    private Set<Integer> touched(Dataset<Row> coming, @Nullable Dataset<Row> outdated, int buckets) {
        Set<Integer> touched = distinct(coming.select(StoreTable.BUCKET));
        if (outdated != null) {
            touched.addAll(distinct(outdated.select(VisitHash.part(buckets).as(StoreTable.BUCKET))));
            touched.add(Buckets.HELD);
        }
        return touched;
    }

    private static Set<Integer> distinct(Dataset<Row> buckets) {
        return new TreeSet<>(buckets.distinct().as(Encoders.INT()).collectAsList());
    }

    /**
     * Into how many buckets patients should be spread for so many visits more.
     *
     * @param afresh whether everything that is stored gives way
     */
    public int parts(long visitsAbout, boolean afresh) {
        return afresh
                ? needed(FEWEST_BUCKETS, visitsAbout)
                : needed(ledger.buckets(), ledger.counts().accepted() + visitsAbout);
    }

    private int bucketsFor(Change change) {
        return needed(
                change.afresh() ? 0 : ledger.buckets(), change.ledger().counts().accepted());
    }

    /** Over how many buckets of patients a store of so many visits is spread. */
    public static int buckets(long visits) {
        return needed(0, visits);
    }

    /** As many buckets as the visits need, doubled at a time; never fewer than there are. */
    private static int needed(int there, long visits) {
        int buckets = Math.max(FEWEST_BUCKETS, there);
        while (visits > buckets * VISITS_PER_BUCKET && buckets < MOST_BUCKETS) {
            buckets *= 2;
        }
        return buckets;
    }

    /** What a withdrawal removed. */
    public record Removed(long patients, long visits) {}

    /**
     * Removes patients from every file of the store, and from its past, and lets no later file bring them back.
     *
     * @param patients as the sources name them
     */
    public Removed forget(Set<String> patients) throws IOException {
        Dataset<Row> ids = broadcast(
                spark.createDataset(List.copyOf(patients), Encoders.STRING()).toDF(VisitsTable.PATIENT_ID));
        int buckets = Math.max(1, ledger.buckets());
        Set<Integer> theirs = distinct(ids.select(VisitHash.part(buckets)));
        theirs.add(Buckets.HELD);
        Buckets old = table.buckets().only(theirs);
        Dataset<Row> rows = staying(old, null, buckets);
        Row gone = rows.join(ids, VisitsTable.PATIENT_ID)
                .agg(
                        org.apache.spark.sql.functions.countDistinct(col(VisitsTable.PATIENT_ID)),
                        count(org.apache.spark.sql.functions.when(
                                col(StoreTable.BUCKET).geq(0), 1)),
                        count(org.apache.spark.sql.functions.when(
                                col(StoreTable.BUCKET).lt(0), 1)),
                        VisitsTable.fingerprint(job, col(StoreTable.BUCKET).geq(0)))
                .head();
        long accepted = gone.getLong(1);
        long held = gone.getLong(2);
        BigInteger hashes =
                gone.isNullAt(3) ? BigInteger.ZERO : gone.getDecimal(3).toBigInteger();
        VisitCounts less = new VisitCounts(0, -accepted, 0, 0, 0, -held, accepted + held);
        Ledger after = new Ledger(
                ledger.runs() + 1,
                ledger.columns(),
                ledger.buckets(),
                ledger.rules(),
                ledger.batches(),
                ledger.refused(),
                ledger.counts().plus(less),
                ledger.fingerprint().subtract(hashes),
                ledger.withdrawn().with(patients));
        replace(
                old.all(),
                rows.join(ids, rows.col(VisitsTable.PATIENT_ID).equalTo(ids.col(VisitsTable.PATIENT_ID)), "left_anti")
                        .repartition(col(StoreTable.BUCKET)),
                after);
        return new Removed(gone.getLong(0), accepted + held);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
