package axial.bench;

import axial.bench.formats.Formats;
import axial.bench.formats.StoreFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** One format in one process: {@code write} a store, correct it and forget a patient, or {@code open} one that is there. */
public final class FormatRun {
    private final StoreFormat format;
    private final Path folder;
    private final SparkSession spark;
    private final Stopwatch watch = new Stopwatch();

    private FormatRun(String name, Path folder) {
        this.folder = folder;
        this.format = Formats.of(name, folder);
        this.spark = Session.start(format.settings());
    }

    /** Arguments: write|search|open, the format, the folder of its table, the folder of the visits, a patient. */
    public static void main(String[] arguments) throws IOException {
        FormatRun run = new FormatRun(arguments[1], Path.of(arguments[2]));
        Stopwatch.sinceProcessStart("session");
        run.watch.restart();
        switch (arguments[0]) {
            case "open" -> run.open();
            case "write" -> run.write(Path.of(arguments[3]), arguments[4], false);
            case "search" -> run.write(Path.of(arguments[3]), arguments[4], true);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        Stopwatch.peakMemory();
        run.spark.stop();
        Stopwatch.sinceProcessStart("process");
    }

    private void open() {
        format.read(spark).agg(functions.sum("age_years")).collectAsList();
        watch.phase("first read");
    }

    private void write(Path visits, String patient, boolean search) {
        Dataset<Row> incoming = spark.read().parquet(visits.resolve("visits").toString());
        Dataset<Row> resent = spark.read().parquet(visits.resolve("resent").toString());
        watch.restart();
        format.create(spark, incoming);
        watch.phase("create");
        format.upsert(spark, resent);
        watch.phase("upsert");
        checksum("after upsert");
        watch.restart();
        for (StoreFormat.Step step : format.forgetting(spark, patient)) {
            step.action().run();
            if (search) {
                found(step.name(), patient);
            }
        }
        watch.phase("forget");
        checksum("after forget");
        if (!search) {
            watch.restart();
            format.read(spark).agg(functions.sum("age_years")).collectAsList();
            watch.phase("read");
            Stopwatch.say("table.mb", Folders.bytes(folder) / 1e6);
            Stopwatch.say("table.files", Folders.files(folder).size());
        }
    }

    /** Same visits, same sum: so every format is known to have done the same work. */
    private void checksum(String when) {
        Dataset<Row> now = format.read(spark);
        Column[] columns =
                Arrays.stream(now.columns()).sorted().map(functions::col).toArray(Column[]::new);
        Row sum = now.agg(
                        functions.count("*"),
                        functions.sum(functions.xxhash64(columns).mod(1_000_003)))
                .first();
        Stopwatch.say(when + ".visits", sum.getLong(0));
        Stopwatch.say(when + ".checksum", sum.getLong(1));
    }

    private void found(String step, String patient) {
        Map<String, Integer> hits = Residue.of(patient, folder);
        hits.forEach((kind, n) -> Stopwatch.say(step + ": " + kind, n));
        if (hits.isEmpty()) {
            Stopwatch.say(step + ": nothing", 0);
        }
    }
}
