package axial.bench;

import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Ingest beside DuckDB: the same file of visits, in turn, several times. DuckDB writes it as typed Parquet, in the
 * order of the file and in that of patients; Axial checks every cell, gives every record its fate and writes its store.
 */
public final class IngestAgainstDuckDb {
    private IngestAgainstDuckDb() {}

    /** Arguments: a folder to work in, how many runs (5), how many patients (26850: 200,000 visits). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        long patients = arguments.length > 2 ? Long.parseLong(arguments[2]) : 26_850;
        Path visits = folder.resolve("visits-" + patients);
        Path csv = visits.resolve("visits.csv");
        if (!Files.exists(csv)) {
            Synth.write(new SynthPlan(patients, 100, 7), visits);
            BenchJob.beside(visits);
        }
        Figures figures = new Figures();
        for (int run = 0; run < runs; run++) {
            figures.add("DuckDB", duck("import", csv, folder));
            figures.add("DuckDB, sorted", duck("sorted", csv, folder));
            figures.add("Axial", axial(visits, folder));
            System.err.println("run " + (run + 1) + " of " + runs + " done");
        }
        figures.write(folder.resolve("ingest-" + patients + ".json"));
        System.out.printf("%,d visits, %,d MB%n%n", Csv.rows(csv), Files.size(csv) / 1_000_000);
        System.out.println(figures.table(List.of("engine.wall", "visits.wall", "visits.cpu", "process.wall")));
        System.out.println(figures.table(List.of("process.cpu", "peak.mb", "written.mb")));
    }

    private static Map<String, Double> duck(String what, Path csv, Path folder)
            throws IOException, InterruptedException {
        Path parquet = folder.resolve("duckdb.parquet");
        var figures = Child.measure("DuckDb", "duckdb", what, csv.toString(), parquet.toString());
        figures.put("written.mb", Files.size(parquet) / 1e6);
        Files.delete(parquet);
        return figures;
    }

    private static Map<String, Double> axial(Path visits, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("axial");
        Folders.remove(out);
        var figures = Child.measure("AxialRun", "", visits.resolve("job.yaml").toString(), out.toString(), "visits");
        figures.put("written.mb", Folders.bytes(out.resolve("store")) / 1e6);
        Folders.remove(out);
        return figures;
    }
}
