package axial.job;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3, as a process on the loopback interface; the build puts its jar into {@code target}. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "visits";
    private static final Path JAR = Path.of("target/s3-server/s3-server.jar");
    private static final Pattern PORT = Pattern.compile("started on ports.* (\\d+) \\(http\\)");

    private final Process process;
    private final int port;

    S3Server(Path folder) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(JAR + " is not there: run  ./mvnw generate-test-resources  once");
        }
        process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=0",
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                        "--com.adobe.testing.s3mock.store.root=" + Files.createDirectories(folder))
                .redirectErrorStream(true)
                .start();
        port = port();
    }

    /** How Spark's file systems reach it. */
    Map<String, String> settings() {
        return Map.of(
                "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port,
                "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.connection.ssl.enabled", "false",
                "spark.hadoop.fs.s3a.access.key", "anybody",
                "spark.hadoop.fs.s3a.secret.key", "nothing",
                "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    }

    private int port() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            Matcher found = PORT.matcher(line);
            if (found.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}));
                drain.setDaemon(true);
                drain.start();
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("the S3 server ended:\n" + all);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
