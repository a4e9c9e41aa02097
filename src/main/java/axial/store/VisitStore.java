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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

    /** Of so many batches the files lie side by side; then those of the smaller ones are written as one. */
    private static final int MOST_GROUPS = 12;

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
     * @param parts how many partitions the visits are spread over by patient, as {@link VisitsTable#BUCKET} beside them
     *     says; 0 where they lie otherwise and have no such column
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
        this.ledger = table.ledger();
        this.table.refuseUnlessAsSummed(ledger);
        this.table.sweep();
        if (table.buckets().visitCount() != ledger.counts().accepted()) {
            throw Damage.told(StoreTable.path(place.toString()), "ledger");
        }
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
        } catch (IOException failed) {
            lock.close();
            throw failed;
        } catch (RuntimeException failed) {
            lock.close();
            throw Damage.whenOpened(StoreTable.path(parent + "/visits"), failed);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * The files of the accepted visits, each under a name that no other file ever has. Each patient's visits are in one
     * file, together and in order.
     */
    public Set<String> files() throws IOException {
        return new TreeSet<>(named(table.buckets()).keySet());
    }

    /** The accepted visits in some of the files, one partition per file. */
    public Dataset<Row> visits(Set<String> files) throws IOException {
        Map<String, DataFile> named = named(table.buckets());
        return read(files.stream().map(named::get).map(Objects::requireNonNull).toList());
    }

    /** A file's place in the store, how long it is and how many visits it holds. */
    private Map<String, DataFile> named(Buckets live) {
        String store = StoreTable.path(place.toString()) + "/";
        Map<String, DataFile> named = new TreeMap<>();
        for (DataFile file : live.visits()) {
            String path = StoreTable.path(file.location()).substring(store.length());
            named.put(path + " " + file.fileSizeInBytes() + " " + file.recordCount(), file);
        }
        return named;
    }

    /** The sources of the job, where others are stored too; empty where all that is stored is of the job's. */
    public Set<String> sourcesChosen() {
        Set<String> wanted =
                new TreeSet<>(job.sources().stream().map(Job.Source::name).toList());
        return wanted.containsAll(ledger.rules().keySet()) ? Set.of() : wanted;
    }

    /** A folder beside the visits for what is made of them and can be made again; emptied where patients are withdrawn. */
    public Path sums() {
        return new Path(place.getParent(), "sums");
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
    public @Nullable Dataset<Row> refused() throws IOException {
        List<String> folders = new ArrayList<>();
        for (String folder : ledger.refused()) {
            Path of = new Path(place, folder);
            boolean whole = files.exists(of)
                    && Arrays.stream(files.listStatus(of))
                            .anyMatch(file -> file.getPath().getName().startsWith("part-") && file.getLen() > 0);
            if (!whole) {
                throw Damage.told(StoreTable.path(place.toString()), folder);
            }
            folders.add(of.toString());
        }
        return folders.isEmpty() ? null : spark.read().parquet(folders.toArray(String[]::new));
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

    /** Makes a change, all or nothing. Files in which none of its patients lie stay as they are. */
    public void commit(Change change) throws IOException {
        Buckets live = table.buckets();
        boolean empty = change.afresh() || live.files().isEmpty();
        Buckets old = empty ? live : givingWay(live, change);
        boolean laid = change.parts() > 0 && (empty || old.visits().isEmpty());
        int buckets = laid ? change.parts() : needed(arriving(change) + (empty ? 0 : old.visitCount()));
        Dataset<Row> coming = coming(change, buckets);
        Dataset<Row> next =
                empty ? coming : staying(old, change.outdated(), buckets).unionByName(coming);
        List<String> refused = new ArrayList<>(change.afresh() ? List.of() : ledger.refused());
        if (change.refused() != null) {
            refused.add(write(change.refused()));
        }
        replace(
                old.all(),
                laid ? next : next.repartition(col(VisitsTable.BUCKET)),
                change.ledger().with(buckets, refused));
    }

    private long arriving(Change change) {
        long before = change.afresh() ? 0 : ledger.counts().accepted();
        return Math.max(0, change.ledger().counts().accepted() - before);
    }

    /** The files that have to be written again. */
    private Buckets givingWay(Buckets live, Change change) throws IOException {
        Dataset<Row> patients = change.visits().select(VisitsTable.PATIENT_ID);
        if (change.outdated() != null) {
            patients = patients.union(change.outdated().select(VisitsTable.PATIENT_ID));
        }
        Buckets theirs = new PatientFiles(spark, live).of(patients, read(live.visits()));
        Buckets small = PatientFiles.manySmall(live, MOST_GROUPS);
        boolean held = change.held() != null || change.outdated() != null;
        return live.only(file -> Buckets.isHeld(file) ? held : theirs.has(file) || small.has(file));
    }

    private static Dataset<Row> coming(Change change, int buckets) {
        Dataset<Row> visits = change.parts() == buckets
                ? change.visits()
                : change.visits().withColumn(VisitsTable.BUCKET, VisitHash.part(buckets));
        return change.held() == null
                ? visits
                : visits.unionByName(change.held().coalesce(1).withColumn(VisitsTable.BUCKET, lit(Buckets.HELD)));
    }

    private void replace(List<DataFile> old, Dataset<Row> next, Ledger after) throws IOException {
        Path written = new Path(place, "data/" + UUID.randomUUID());
        next.sortWithinPartitions(
                        VisitsTable.BUCKET,
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
                // Nobody looks for visits by the least and largest values of a page, and files tell the less of
                // patients.
                .option("parquet.column.statistics.enabled", "false")
                .option("parquet.size.statistics.enabled", "false")
                .partitionBy(VisitsTable.BUCKET)
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
        Dataset<Row> current = read(touched.visits()).withColumn(VisitsTable.BUCKET, VisitHash.part(buckets));
        Dataset<Row> held = read(touched.held()).withColumn(VisitsTable.BUCKET, lit(Buckets.HELD));
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

    /** Over how many buckets so many visits are spread by patient. */
    public static int buckets(long visits) {
        return needed(visits);
    }

    private static int needed(long visits) {
        int buckets = FEWEST_BUCKETS;
        while (visits > buckets * VISITS_PER_BUCKET && buckets < MOST_BUCKETS) {
            buckets *= 2;
        }
        return buckets;
    }

    /** What a withdrawal removed. */
    public record Removed(long patients, long visits) {}

    /**
     * Removes patients from every file of the store, and from its past, and lets no later file bring them back. What was
     * kept of sums goes first, with everybody in it.
     *
     * @param patients as the sources name them
     */
    public Removed forget(Set<String> patients) throws IOException {
        Dataset<Row> ids = broadcast(
                spark.createDataset(List.copyOf(patients), Encoders.STRING()).toDF(VisitsTable.PATIENT_ID));
        files.delete(sums(), true);
        Buckets live = table.buckets();
        Buckets theirs = new PatientFiles(spark, live).of(ids, read(live.visits()));
        Buckets old = live.only(file -> Buckets.isHeld(file) || theirs.has(file));
        int buckets = needed(old.visitCount());
        Dataset<Row> rows = staying(old, null, buckets);
        Row gone = rows.join(ids, VisitsTable.PATIENT_ID)
                .agg(
                        org.apache.spark.sql.functions.countDistinct(col(VisitsTable.PATIENT_ID)),
                        count(org.apache.spark.sql.functions.when(
                                col(VisitsTable.BUCKET).geq(0), 1)),
                        count(org.apache.spark.sql.functions.when(
                                col(VisitsTable.BUCKET).lt(0), 1)),
                        VisitsTable.fingerprint(job, col(VisitsTable.BUCKET).geq(0)))
                .head();
        long accepted = gone.getLong(1);
        long held = gone.getLong(2);
        BigInteger hashes =
                gone.isNullAt(3) ? BigInteger.ZERO : gone.getDecimal(3).toBigInteger();
        VisitCounts less = new VisitCounts(0, -accepted, 0, 0, 0, -held, accepted + held);
        Ledger after = new Ledger(
                ledger.runs() + 1,
                ledger.columns(),
                buckets,
                ledger.rules(),
                ledger.batches(),
                ledger.refused(),
                ledger.counts().plus(less),
                ledger.fingerprint().subtract(hashes),
                ledger.withdrawn().with(patients),
                ledger.sums());
        replace(
                old.all(),
                rows.join(ids, rows.col(VisitsTable.PATIENT_ID).equalTo(ids.col(VisitsTable.PATIENT_ID)), "left_anti")
                        .repartition(col(VisitsTable.BUCKET)),
                after);
        return new Removed(gone.getLong(0), accepted + held);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
