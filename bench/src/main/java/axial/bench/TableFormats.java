package axial.bench;

import axial.bench.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which table format should keep the visits? Each format in turn, several times: the cost of having it, a first write, a
 * batch sent again, a patient forgotten, and what a search finds of that patient afterwards.
 */
public final class TableFormats {
    private static final String PATIENT = "P000000001";

    private final Path folder;
    private final int runs;

    private TableFormats(Path folder, int runs) {
        this.folder = folder;
        this.runs = runs;
    }

    /** Arguments: a folder to work in, how many runs (5), how many patients (134300: one million visits). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String patients = arguments.length > 2 ? arguments[2] : "134300";
        TableFormats all = new TableFormats(folder, runs);
        Path small = all.staged("small", "1343", "10");
        Path large = all.staged("large", patients, "100");
        String searched = all.searched(small);
        all.timed(List.of(large, small), all.jars() + searched);
        System.out.println(Files.readString(folder.resolve("formats.md")));
    }

    private Path staged(String name, String patients, String clinics) throws IOException, InterruptedException {
        Path visits = folder.resolve("visits-" + name);
        Child.measure("Staged", "", visits.toString(), patients, clinics, "7");
        return visits;
    }

    private String searched(Path visits) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("\n## Hits of a forgotten patient, step by step\n\n");
        for (String format : Formats.SEARCHED) {
            run("search", format, visits).forEach((name, hits) -> {
                if (name.contains(":")) {
                    text.append(String.format("- %s, after %s: %.0f%n", format, name, hits));
                }
            });
        }
        return text.toString();
    }

    private String jars() {
        StringBuilder text = new StringBuilder("## Jars added\n\n");
        for (String format : Formats.TIMED) {
            double mb = Folders.bytes(Child.home().resolve("target/with").resolve(Formats.jars(format))) / 1e6;
            text.append(String.format("- %s: %.1f MB%n", format, mb));
        }
        return text.toString();
    }

    /** Every format on every store, in turn; the tables are written anew after each round, so that none is lost. */
    private void timed(List<Path> stores, String before) throws IOException, InterruptedException {
        Map<Path, Figures> figures = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            StringBuilder text = new StringBuilder(before);
            for (Path visits : stores) {
                Figures of = figures.computeIfAbsent(visits, v -> new Figures());
                for (String format : Formats.TIMED) {
                    of.add(format, run("write", format, visits));
                    Map<String, Double> open = new LinkedHashMap<>();
                    run("open", format, visits).forEach((name, value) -> open.put("open: " + name, value));
                    of.add(format, open);
                }
                of.write(folder.resolve("formats-" + visits.getFileName() + ".json"));
                text.append("\n## ").append(visits.getFileName()).append("\n\n").append(tables(of));
            }
            Files.writeString(folder.resolve("formats.md"), text);
            System.err.println("run " + (run + 1) + " of " + runs + " done");
        }
    }

    private static String tables(Figures figures) {
        return String.join(
                "\n",
                figures.table(List.of(
                        "open: session.wall", "open: first read.wall", "open: first read.cpu", "open: process.cpu")),
                figures.table(List.of("create.wall", "create.cpu", "upsert.wall", "upsert.cpu")),
                figures.table(List.of("forget.wall", "forget.cpu", "read.wall", "process.cpu", "peak.mb")),
                figures.table(List.of("table.mb", "table.files", "after upsert.checksum", "after forget.checksum")));
    }

    private Map<String, Double> run(String what, String format, Path visits) throws IOException, InterruptedException {
        Path table = folder.resolve("table-" + format);
        if (!what.equals("open")) {
            Folders.remove(table);
            Files.createDirectories(table);
        }
        return Child.measure(
                "FormatRun", Formats.jars(format), what, format, table.toString(), visits.toString(), PATIENT);
    }
}
