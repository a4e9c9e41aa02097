package axial.ingest;

import static org.apache.spark.sql.functions.col;

import axial.question.Job;
import axial.tables.RejectRow;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

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

    private static final String STATUS = "_status";
    private static final String FILE = "_file";
    private static final String LINE = "_line";
    private static final String VERSION = "_version";
    private static final String REASONS = "_reasons";
    private static final String READ = "READ";
    private static final String FIELD_END = "\u001f";
    private static final String REASON_END = "\u001e";

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
        StructType schema = visit.add(FILE, DataTypes.StringType)
                .add(LINE, DataTypes.LongType)
                .add(VERSION, DataTypes.StringType)
                .add(REASONS, DataTypes.StringType)
                .add(STATUS, DataTypes.StringType);
        int width = visit.size();
        JavaRDD<Row> parsed = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .flatMap(file -> new FileRows(job, file, width));
        JavaRDD<Row> decided = spark.createDataFrame(parsed, schema)
                .repartition(col(VisitsTable.SOURCE), col(VisitsTable.VISIT_ID))
                .sortWithinPartitions(VisitsTable.SOURCE, VisitsTable.VISIT_ID, FILE, LINE)
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
        for (Row row : records.groupBy(STATUS)
                .agg(functions.count(STATUS), functions.sum(LINE), functions.sum(hash))
                .collectAsList()) {
            if (row.getString(0).equals(READ)) {
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
        return records.where(col(STATUS).equalTo(Versions.Fate.ACCEPTED.name()))
                .select(visitColumns())
                .repartition(col(VisitsTable.PATIENT_ID))
                .sortWithinPartitions(
                        VisitsTable.PATIENT_ID, VisitsTable.VISIT_DAY, VisitsTable.VISIT_ID, VisitsTable.SOURCE);
    }

    /** Every reason of every refused record, and the records a later version replaced, by source, file and line. */
    public Iterator<RejectRow> refused() {
        Iterator<Row> rows = records.where(
                        col(STATUS).isin(Versions.Fate.REJECTED.name(), Versions.Fate.SUPERSEDED.name()))
                .select(VisitsTable.SOURCE, FILE, LINE, REASONS)
                .sort(VisitsTable.SOURCE, FILE, LINE)
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
                    one.addAll(rejections(rows.next()));
                }
                return one.remove(0);
            }
        };
    }

    private static List<RejectRow> rejections(Row row) {
        List<RejectRow> rejections = new ArrayList<>();
        for (String reason : row.getString(3).split(REASON_END)) {
            String[] part = reason.split(FIELD_END, -1);
            rejections.add(new RejectRow(
                    row.getString(0), row.getString(1), row.getLong(2), part[0], part[1], part[2], part[3]));
        }
        return rejections;
    }

    @Override
    public void close() {
        records.unpersist();
    }

    private static String written(List<Reason> reasons) {
        return String.join(
                REASON_END,
                reasons.stream()
                        .map(r -> String.join(FIELD_END, r.field(), r.code(), r.words(), r.shape()))
                        .toList());
    }

    /** The rows of one file; last one that says how many there were. */
    private static final class FileRows implements Iterator<Row> {
        private final VisitRules rules;
        private final SourceFile file;
        private final Format.Records records;
        private final String version;
        private final int width;
        private long read = 0;
        private boolean ended = false;

        FileRows(Job job, Sources.Found found, int width) throws IOException {
            this.rules = new VisitRules(job, found.source());
            this.file = found.file();
            this.width = width;
            this.version = found.source()
                    .options()
                    .getOrDefault("record_version", found.source().options().getOrDefault("extract_time", ""));
            this.records = Objects.requireNonNull(Format.ALL.get(found.source().format()))
                    .read(file, found.source());
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Row next() {
            if (ended) {
                throw new NoSuchElementException();
            }
            @Nullable Object[] row = new Object[width + 5];
            row[width] = file.shown();
            if (records.hasNext()) {
                fill(row, records.next());
                read++;
            } else {
                row[width + 1] = read;
                row[width + 4] = READ;
                ended = true;
                close();
            }
            return RowFactory.create(row);
        }

        private void fill(@Nullable Object[] row, RawRecord record) {
            List<Reason> reasons = new ArrayList<>();
            @Nullable Object[] visit = rules.read(record, reasons);
            row[0] = visit[0];
            if (reasons.isEmpty()) {
                System.arraycopy(visit, 0, row, 0, width);
            }
            row[width + 1] = record.line();
            row[width + 2] = version.isEmpty() ? null : record.cells().apply(version);
            row[width + 3] = written(reasons);
            row[width + 4] = reasons.isEmpty() ? Versions.Fate.ACCEPTED.name() : Versions.Fate.REJECTED.name();
        }

        private void close() {
            try {
                records.close();
            } catch (IOException broken) {
                throw file.unreadable(broken, read);
            }
        }
    }

    /** Rows sorted by source and visit id, with the fate of each decided among those that share the id. */
    private static final class Decided implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final int width;
        private final List<Row> ready = new ArrayList<>();
        private int given = 0;
        private @Nullable Row ahead;

        Decided(Iterator<Row> rows, int width) {
            this.rows = rows;
            this.width = width;
            this.ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return given < ready.size() || ahead != null;
        }

        @Override
        public Row next() {
            if (given == ready.size()) {
                ready.clear();
                given = 0;
                decideNextGroup();
            }
            return ready.get(given++);
        }

        private void decideNextGroup() {
            Row first = ahead;
            if (first == null) {
                throw new NoSuchElementException();
            }
            List<Row> group = new ArrayList<>();
            do {
                group.add(ahead);
                ahead = rows.hasNext() ? rows.next() : null;
            } while (ahead != null && sameVisit(first, ahead));
            boolean candidates = first.getString(width + 4).equals(Versions.Fate.ACCEPTED.name());
            if (!candidates || group.size() == 1) {
                ready.addAll(group);
                return;
            }
            List<Versions.Fate> fates = Versions.fates(group, width, width + 2);
            for (int i = 0; i < group.size(); i++) {
                ready.add(withFate(group.get(i), fates.get(i)));
            }
        }

        private static boolean sameVisit(Row a, Row b) {
            return a.get(1) != null && Objects.equals(a.get(0), b.get(0)) && Objects.equals(a.get(1), b.get(1));
        }

        private Row withFate(Row row, Versions.Fate fate) {
            @Nullable Object[] values = new Object[width + 5];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(i);
            }
            List<Reason> reasons = switch (fate) {
                case ACCEPTED, DUPLICATE -> Collections.emptyList();
                case SUPERSEDED ->
                    List.of(Reason.of(
                            VisitsTable.VISIT_ID, "superseded", "a later version of this visit replaces it", ""));
                case REJECTED ->
                    List.of(Reason.of(
                            VisitsTable.VISIT_ID,
                            "conflicting_versions",
                            "the same visit_id stands elsewhere with other values and nothing says which is newer;"
                                    + " declare record_version or extract_time, or correct the export",
                            ""));
            };
            values[width + 3] = written(reasons);
            values[width + 4] = fate.name();
            return RowFactory.create(values);
        }
    }
}
