package axial.store;

import axial.tables.Sha256;
import axial.tables.VisitsTable;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Types;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store as an Apache Iceberg table without a catalogue: one partition per bucket of patients, one
 * snapshot, no statistics of values in its metadata. Every change of files and of the ledger is one commit.
 */
final class StoreTable {
    private static final String LEDGER = "axial.ledger";

    /** The name of a ledger tells its check sum; that of a store of an earlier version does not. */
    private static final Pattern CHECKED = Pattern.compile(".*\\.([0-9a-f]{64})\\.json");

    private final Configuration settings;
    private final FileSystem files;
    private final Path place;
    private final @Nullable Table table;

    private StoreTable(Configuration settings, FileSystem files, Path place, @Nullable Table table) {
        this.settings = settings;
        this.files = files;
        this.place = place;
        this.table = table;
    }

    static StoreTable at(Path place, Configuration settings) throws IOException {
        FileSystem files = place.getFileSystem(settings);
        new Hint(files, place).mend();
        HadoopTables tables = new HadoopTables(settings);
        boolean there = tables.exists(place.toString());
        if (!there && files.exists(place)) {
            refuseStrangers(files, place);
            refuseRemains(files, place);
        }
        Table table = there ? once(tables.load(place.toString())) : null;
        if (table != null && !path(table.location()).equals(path(place.toString()))) {
            throw new StoreRefused(
                    "the visit store at " + place + " was made at " + table.location()
                            + " and knows its files by that place. Move it back, or remove it and run the job again on all files.");
        }
        return new StoreTable(settings, files, place, table);
    }

    private static Table once(Table table) {
        return new BaseTable(new OneAttempt(((HasTableOperations) table).operations()), table.name());
    }

    private static void refuseStrangers(FileSystem files, Path place) throws IOException {
        for (FileStatus found : files.listStatus(place)) {
            if (!Set.of("metadata", "data", "ledger", "refused")
                    .contains(found.getPath().getName())) {
                throw new StoreRefused(place + " holds files that are no visit store of this version (for example "
                        + found.getPath().getName() + "). Name another folder under  store:  in the job file.");
            }
        }
    }

    /** A ledger is only written where there is a table: its files are not those of a first run that was cut off. */
    private static void refuseRemains(FileSystem files, Path place) throws IOException {
        Path ledgers = new Path(place, "ledger");
        if (files.exists(ledgers) && files.listStatus(ledgers).length > 0) {
            throw Damage.told(path(place.toString()), "metadata");
        }
    }

    Ledger ledger() throws IOException {
        String name = table == null ? null : table.properties().get(LEDGER);
        if (name == null) {
            return Ledger.empty();
        }
        try (var in = files.open(new Path(place, name))) {
            byte[] json = in.readAllBytes();
            Matcher checked = CHECKED.matcher(name);
            if (checked.matches() && !checked.group(1).equals(Sha256.of(json))) {
                throw damaged(name);
            }
            return Ledger.of(json);
        } catch (JacksonException unreadable) {
            throw damaged(name);
        }
    }

    /**
     * @throws StoreRefused where a file is gone, or has lost Hadoop's check sum and is not as it was
     */
    void refuseUnlessAsSummed(Ledger ledger) throws IOException {
        String file = new FileSums(files, place).damaged(ledger.sums());
        if (file != null) {
            throw damaged(file);
        }
    }

    /** The live data files of each bucket. */
    Buckets buckets() throws IOException {
        Buckets buckets = Buckets.none();
        if (table == null || table.currentSnapshot() == null) {
            return buckets;
        }
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            for (FileScanTask task : tasks) {
                int bucket = task.file().partition().get(0, Integer.class);
                buckets.add(bucket, task.file());
            }
        }
        return buckets;
    }

    /**
     * Puts new files in the place of old ones, with the ledger that goes with them: all or nothing.
     *
     * @param written folder that holds {@code bucket=N} folders
     */
    StoreTable commit(StructType columns, List<DataFile> old, @Nullable Path written, Ledger ledger)
            throws IOException {
        Table current = table == null ? create(columns) : table;
        Transaction change = current.newTransaction();
        widen(change, current.schema(), columns);
        OverwriteFiles overwrite = change.newOverwrite();
        old.forEach(overwrite::deleteFile);
        List<DataFile> added = found(current, written);
        added.forEach(overwrite::addFile);
        refuseUnlessWhole(old, added, ledger);
        overwrite.commit();
        forgetPast(change, current);
        String entry = written(ledger.with(sums(ledger, old, added, change.table())));
        change.updateProperties()
                .set(LEDGER, "ledger/" + entry)
                .set(TableProperties.DEFAULT_NAME_MAPPING, names(schema(columns)))
                .commit();
        change.commitTransaction();
        StoreTable next = at(place, settings);
        next.sweep();
        return next;
    }

    /** The check sums of all files of the next state but its metadata: those of files that stay are known. */
    private Map<String, String> sums(Ledger ledger, List<DataFile> old, List<DataFile> added, Table next)
            throws IOException {
        List<Path> state = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        old.forEach(file -> gone.add(file.location()));
        buckets().all().stream()
                .map(DataFile::location)
                .filter(file -> !gone.contains(file))
                .forEach(file -> state.add(new Path(file)));
        added.forEach(file -> state.add(new Path(file.location())));
        Snapshot snapshot = Objects.requireNonNull(next.currentSnapshot());
        state.add(new Path(snapshot.manifestListLocation()));
        snapshot.allManifests(next.io()).forEach(manifest -> state.add(new Path(manifest.path())));
        for (String folder : ledger.refused()) {
            for (FileStatus part : files.globStatus(new Path(place, folder + "/part-*"))) {
                state.add(part.getPath());
            }
        }
        return new FileSums(files, place).of(state, ledger.sums());
    }

    /** Takes the earlier states out of the table's metadata; their files are swept once the new state stands. */
    private static void forgetPast(Transaction change, Table before) {
        ExpireSnapshots past = change.expireSnapshots().cleanExpiredFiles(false);
        before.snapshots().forEach(snapshot -> past.expireSnapshotId(snapshot.snapshotId()));
        past.commit();
    }

    /**
     * A folder that a failing worker or a renaming by copies left incomplete is never committed: the visits in the files
     * must be as many as the ledger says.
     */
    private void refuseUnlessWhole(List<DataFile> old, List<DataFile> added, Ledger ledger) throws IOException {
        long stored = visits(buckets().all()) - visits(old) + visits(added);
        if (stored != ledger.counts().accepted()) {
            throw new IOException("the files of the store hold " + stored + " visits where there should be "
                    + ledger.counts().accepted() + "; nothing was changed");
        }
    }

    private static long visits(List<DataFile> files) {
        return files.stream()
                .filter(file ->
                        !Integer.valueOf(Buckets.HELD).equals(file.partition().get(0, Integer.class)))
                .mapToLong(DataFile::recordCount)
                .sum();
    }

    private String written(Ledger ledger) throws IOException {
        byte[] json = ledger.json();
        String name = java.util.UUID.randomUUID() + "." + Sha256.of(json) + ".json";
        try (var out = files.create(new Path(place, "ledger/" + name), false)) {
            out.write(json);
        }
        return name;
    }

    private Table create(StructType columns) {
        Schema schema = schema(columns);
        Map<String, String> properties = new HashMap<>();
        properties.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "none");
        properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
        properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "1");
        properties.put(TableProperties.DEFAULT_NAME_MAPPING, names(schema));
        PartitionSpec byBucket =
                PartitionSpec.builderFor(schema).identity(VisitsTable.BUCKET).build();
        return once(new HadoopTables(settings).create(schema, byBucket, properties, place.toString()));
    }

    private static String names(Schema schema) {
        return NameMappingParser.toJson(MappingUtil.create(schema));
    }

    /** Adds columns that the table lacks; a column whose type has changed is a new one. */
    private static void widen(Transaction change, Schema before, StructType columns) {
        Schema after = schema(columns);
        List<String> retyped = after.columns().stream()
                .filter(c -> before.findField(c.name()) != null
                        && !before.findType(c.name()).equals(c.type()))
                .map(Types.NestedField::name)
                .toList();
        if (!retyped.isEmpty()) {
            var drop = change.updateSchema();
            retyped.forEach(drop::deleteColumn);
            drop.commit();
        }
        change.updateSchema().unionByNameWith(after).commit();
    }

    private static Schema schema(StructType columns) {
        List<Types.NestedField> fields = new ArrayList<>();
        fields.add(Types.NestedField.required(1, VisitsTable.BUCKET, Types.IntegerType.get()));
        for (StructField column : columns.fields()) {
            fields.add(Types.NestedField.optional(fields.size() + 1, column.name(), type(column.dataType())));
        }
        return new Schema(fields);
    }

    private static org.apache.iceberg.types.Type type(DataType type) {
        if (type.equals(DataTypes.IntegerType)) {
            return Types.IntegerType.get();
        }
        if (type.equals(DataTypes.LongType)) {
            return Types.LongType.get();
        }
        return type.equals(DataTypes.BooleanType) ? Types.BooleanType.get() : Types.StringType.get();
    }

    private List<DataFile> found(Table current, @Nullable Path written) throws IOException {
        List<DataFile> found = new ArrayList<>();
        if (written == null) {
            return found;
        }
        for (FileStatus bucket : files.listStatus(written)) {
            if (!bucket.isDirectory()) {
                continue;
            }
            for (FileStatus file : files.listStatus(bucket.getPath())) {
                found.add(DataFiles.builder(current.spec())
                        .withPath(file.getPath().toString())
                        .withFileSizeInBytes(file.getLen())
                        .withRecordCount(records(file.getPath()))
                        .withFormat(FileFormat.PARQUET)
                        .withPartitionPath(bucket.getPath().getName())
                        .build());
            }
        }
        return found;
    }

    private long records(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, settings))) {
            return reader.getRecordCount();
        }
    }

    /**
     * Removes every file that the current state does not need: of earlier states, and of runs that were cut off.
     *
     * @throws StoreRefused where a file that it needs is gone or of another length
     */
    void sweep() throws IOException {
        if (!files.exists(place)) {
            return;
        }
        Map<String, Long> lengths = Sweep.of(files, place).keepOnly(needed());
        for (DataFile file : buckets().all()) {
            String path = path(file.location());
            if (!Objects.equals(lengths.get(path), file.fileSizeInBytes())) {
                throw damaged(path.substring(path(place.toString()).length() + 1));
            }
        }
    }

    private StoreRefused damaged(String file) {
        return Damage.told(path(place.toString()), file);
    }

    private Set<String> needed() throws IOException {
        Set<String> needed = new HashSet<>();
        if (table == null) {
            return needed;
        }
        needed.add(path(((HasTableOperations) table).operations().current().metadataFileLocation()));
        needed.add(path(new Hint(files, place).path().toString()));
        Snapshot snapshot = table.currentSnapshot();
        if (snapshot != null) {
            needed.add(path(snapshot.manifestListLocation()));
            for (ManifestFile manifest : snapshot.allManifests(((BaseTable) table).io())) {
                needed.add(path(manifest.path()));
            }
            buckets().all().forEach(file -> needed.add(path(file.location())));
        }
        Ledger ledger = ledger();
        ledger.refused().forEach(folder -> needed.add(path(place + "/" + folder)));
        String entry = table.properties().get(LEDGER);
        if (entry != null) {
            needed.add(path(place + "/" + entry));
        }
        return needed;
    }

    private Table table() {
        return Objects.requireNonNull(table);
    }

    static String path(String location) {
        return new Path(location).toUri().getPath();
    }
}
