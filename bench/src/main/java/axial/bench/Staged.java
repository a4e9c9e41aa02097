package axial.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Makes what the formats are given: {@code visits/}, accepted visits of made-up patients in order of day, and {@code
 * resent/}, those of one patient in ten again with another pain score.
 */
public final class Staged {
    private Staged() {}

    /** Arguments: the folder, how many patients, how many clinics, the seed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (Files.exists(folder.resolve("resent"))) {
            return;
        }
        Folders.remove(folder);
        Path job =
                csv(folder, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        AxialRun.main(new String[] {job.toString(), folder.resolve("axial").toString(), "visits"});
        try (SparkSession spark = Session.start(Map.of())) {
            stage(spark, folder);
        }
    }

    /** The made-up visits as a file, and a job that reads it. */
    static Path csv(Path folder, long patients, int clinics, long seed) throws IOException {
        Synth.write(new SynthPlan(patients, clinics, seed), folder);
        return BenchJob.beside(folder);
    }

    private static void stage(SparkSession spark, Path folder) throws Exception {
        String visits = folder.resolve("visits").toString();
        Column[] columns = Arrays.stream(VisitsTable.schema(JobFile.read(folder.resolve("job.yaml")))
                        .fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
        spark.read()
                .option("recursiveFileLookup", true)
                .option("pathGlobFilter", "*.parquet")
                .parquet(folder.resolve("axial/store/visits/data").toString())
                .select(columns)
                .sort("visit_day", "visit_id")
                .write()
                .parquet(visits);
        Dataset<Row> resent = spark.read()
                .parquet(visits)
                .where(pmod(xxhash64(col("patient_id")), lit(10)).equalTo(0));
        resent.withColumn(
                        "pain_nprs",
                        when(col("pain_nprs").gt(0), lit(0)).otherwise(lit(1)).cast("int"))
                .write()
                .parquet(folder.resolve("resent").toString());
    }
}
