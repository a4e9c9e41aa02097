package axial.job;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster of processes on the loopback interface: a master and two workers with one core each, who
 * have Spark's jars and nothing of Axial's, stand in Turkish and in another time zone.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(spark://127\\.0\\.0\\.1:\\d+)");
    private static final Set<String> NOT_OF_SPARK = Set.of(
            "hapi-", "org.hl7", "fastcsv", "iceberg-", "picocli", "jte-", "tablesaw", "postgresql", "commons-math3");

    private final Path folder;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final String address;

    StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        Path lib = Files.createDirectories(folder.resolve("axial/lib"));
        for (Path jar : classPath()) {
            if (jar.toString().endsWith(".jar")) {
                Path name = jar.getFileName();
                boolean ours = NOT_OF_SPARK.stream().anyMatch(String.valueOf(name)::startsWith);
                Files.createSymbolicLink((ours ? lib : jars).resolve(name), jar);
            }
        }
        pack(axialJar());
        master = started("org.apache.spark.deploy.master.Master", List.of("--webui-port", "0"));
        address = said(master, ADDRESS);
        for (int w = 0; w < 2; w++) {
            Path work = folder.resolve("work" + w);
            workers.add(started(
                    "org.apache.spark.deploy.worker.Worker",
                    List.of(
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            work.toString(),
                            address)));
        }
        for (Process worker : workers) {
            said(worker, Pattern.compile("(Successfully registered)"));
        }
    }

    /** Its address for {@code --master}. */
    String address() {
        return address;
    }

    /** The packaged jar, with what Spark does not have in {@code lib} beside it. */
    Path axialJar() {
        return folder.resolve("axial/axial.jar");
    }

    /** Where the workers put what does not fit into memory. */
    Path spills() {
        return folder.resolve("spills");
    }

    /** The worker that has started an executor, or -1. */
    int workerOf(String executor) throws IOException {
        for (int w = 0; w < workers.size(); w++) {
            try (Stream<Path> started = Files.walk(folder.resolve("work" + w), 2)) {
                if (started.anyMatch(path -> path.endsWith(executor))) {
                    return w;
                }
            }
        }
        return -1;
    }

    /** {@code kill -9} of a worker and of the executors it has started. */
    void kill(int worker) {
        Process process = workers.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    private Process started(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*", program));
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_DIRS", spills().toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu");
        return builder.start();
    }

    /** Waits until the process says it, and lets the rest of what it says go. */
    private static String said(Process process, Pattern wanted) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}));
                drain.setDaemon(true);
                drain.start();
                return found.group(1);
            }
        }
        throw new IOException("the process ended without saying " + wanted + ":\n" + all);
    }

    private static List<Path> classPath() {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classes.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static void pack(Path jar) throws IOException {
        Path classes = Path.of(ReviewJob.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    @Override
    public void close() {
        for (int w = 0; w < workers.size(); w++) {
            kill(w);
        }
        master.destroyForcibly();
    }
}
