package axial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each measure of {@code ./axial} saves of the sample job: a second run of {@code jobs/neck-review.yaml} as the launcher
 * starts it, and the same with one measure taken away, in turn, several times.
 */
public final class StartUp {
    private static final List<String> AS_IS = List.of(
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=200m",
            "-XX:SharedArchiveFile=target/axial.jsa");
    private static final double TICKS_PER_SECOND = 100;

    /** A way to start: flags of Java, and arguments after the job. */
    private record Way(String name, List<String> flags, List<String> arguments) {}

    private StartUp() {}

    /** Arguments: a folder to work in, how many runs (5). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path out = folder.resolve("start-up");
        Path home = Child.home().resolve("..").normalize();
        if (!Files.exists(home.resolve("target/axial.jsa"))) {
            run(home, List.of(home.resolve("axial").toString()), out, List.of());
        }
        Figures figures = new Figures();
        for (int run = 0; run <= runs; run++) {
            for (Way way : ways()) {
                Map<String, Double> figure = run(home, java(way.flags()), out, way.arguments());
                if (run > 0) { // the first turn warms the disk and fills the store
                    figures.add(way.name(), figure);
                }
            }
            System.err.println("turn " + run + " of " + runs + " done");
        }
        figures.write(folder.resolve("start-up.json"));
        System.out.println(figures.table(List.of("wall", "cpu")));
    }

    private static List<Way> ways() {
        return List.of(
                new Way("as it is", AS_IS, List.of()),
                new Way("without the archive of classes", without("-XX:SharedArchiveFile"), List.of()),
                new Way("both compilers", without("-XX:TieredStopAtLevel"), List.of()),
                new Way("a collection for metadata", without("-XX:MetaspaceSize"), List.of()),
                new Way("parallel collector", and("-XX:-UseSerialGC", "-XX:+UseParallelGC"), List.of()),
                new Way("one core", and("-XX:ActiveProcessorCount=1"), List.of()),
                new Way("with Spark's pages", AS_IS, spark("spark.ui.enabled=true")),
                new Way("200 shuffle partitions", AS_IS, spark("spark.sql.shuffle.partitions=200")),
                new Way(
                        "no code generation in Spark",
                        AS_IS,
                        spark("spark.sql.codegen.wholeStage=false", "spark.sql.codegen.factoryMode=NO_CODEGEN")));
    }

    private static List<String> without(String flag) {
        return AS_IS.stream().filter(each -> !each.startsWith(flag)).toList();
    }

    private static List<String> and(String... more) {
        List<String> flags = new ArrayList<>(AS_IS);
        flags.addAll(List.of(more));
        return flags;
    }

    private static List<String> spark(String... settings) {
        List<String> arguments = new ArrayList<>();
        List.of(settings).forEach(setting -> arguments.addAll(List.of("--spark", setting)));
        return arguments;
    }

    private static List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xlog:disable", "-jar", "target/axial.jar"));
        return command;
    }

    private static Map<String, Double> run(Path home, List<String> program, Path out, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("run", "jobs/neck-review.yaml", "--out", out.toString()));
        command.addAll(arguments);
        double cpu = cpuOfChildren();
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return Map.of("wall", (System.nanoTime() - started) / 1e9, "cpu", cpuOfChildren() - cpu);
    }

    /** User and system seconds of every process that was waited for (proc(5): {@code cutime} and {@code cstime}). */
    private static double cpuOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
