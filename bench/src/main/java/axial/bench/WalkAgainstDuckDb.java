package axial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * From stored visits to sums, beside DuckDB on the same Parquet files, in turn, several times. DuckDB computes the cohort
 * of {@code neck-review.yaml} and plain sums by arm and clinic; Axial all cross-products, subgroups, counts of values and
 * harms that its report needs. Both must have analysed the same number of changes.
 */
public final class WalkAgainstDuckDb {
    private WalkAgainstDuckDb() {}

    /** Arguments: a folder to work in, how many runs (5), how many patients (134300: one million visits). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        long patients = arguments.length > 2 ? Long.parseLong(arguments[2]) : 134_300;
        Path visits = StoredVisits.in(folder, patients);
        String job = visits.resolve("job.yaml").toString();
        String store = visits.resolve("axial/store").toString();
        Figures figures = new Figures();
        for (int run = 0; run < runs; run++) {
            figures.add("DuckDB", Child.measure("DuckDbCohort", "duckdb", job, store));
            figures.add("Axial", Child.measure("AxialWalk", "", job, store));
            System.err.println("run " + (run + 1) + " of " + runs + " done");
        }
        figures.write(folder.resolve("walk-" + patients + ".json"));
        System.out.println(figures.table(List.of("scan, first.wall", "walk, first.wall", "walk, first.cpu")));
        System.out.println(figures.table(List.of("scan, second.wall", "walk, second.wall", "walk, second.cpu")));
        System.out.println(figures.table(List.of("engine.wall", "process.wall", "process.cpu", "peak.mb", "analysed")));
    }
}
