package axial.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contender in a process of its own, with the flags of {@code ./axial} and only the jars it needs. */
final class Child {
    private static final List<String> OPENS = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private Child() {}

    /** The folder of the measurements, as {@code ./bench/run} names it. */
    static Path home() {
        return Path.of(System.getProperty("axial.bench"));
    }

    /** Runs the program and gives the figures it printed; fails with its output where it failed. */
    static Map<String, Double> measure(String program, String jars, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + System.getProperty("memory", "2g"), "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Daxial.bench=" + home()));
        OPENS.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        String[] extra = System.getProperty("flags", "").split(",");
        List.of(extra).stream().filter(flag -> !flag.isEmpty()).forEach(command::add);
        command.addAll(List.of("-cp", classPath(jars), "axial.bench." + program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Stopwatch.MEASURED)) {
                    int end = line.lastIndexOf(' ');
                    figures.put(
                            line.substring(Stopwatch.MEASURED.length(), end),
                            Double.parseDouble(line.substring(end + 1)));
                } else {
                    said.add(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    program + " " + List.of(arguments) + " failed:\n" + String.join("\n", said));
        }
        return figures;
    }

    /** The contender's own jars stand first: Iceberg's Spark runtime brings classes that Axial's jars have too. */
    private static String classPath(String jars) {
        Path bench = home();
        String own = bench.resolve("target/axial-bench.jar") + ":" + bench.resolve("../target/axial.jar");
        return jars.isEmpty() ? own : bench.resolve("target/with/" + jars) + "/*:" + own;
    }
}
