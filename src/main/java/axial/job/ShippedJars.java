package axial.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars that a cluster's workers get from this process: Axial's own, and beside it in {@code lib} whatever a Spark
 * installation may not have. A worker asks its own Spark first, so that a jar sent in vain costs its transport only.
 */
final class ShippedJars {
    private static final List<String> OF_SPARK = List.of(
            "spark-", "scala-", "hadoop-client-", "netty-", "parquet-", "orc-", "arrow-", "zstd-", "snappy-", "lz4-");

    private ShippedJars() {}

    /** As {@code spark.jars} wants them; empty where this process was not started from the packaged jar. */
    static String named() {
        return beside(ownPlace());
    }

    static String beside(Path jar) {
        Path lib = jar.resolveSibling("lib");
        if (!jar.toString().endsWith(".jar") || !Files.isDirectory(lib)) {
            return "";
        }
        try (Stream<Path> beside = Files.list(lib)) {
            return Stream.concat(
                            Stream.of(jar), beside.filter(ShippedJars::isOurs).sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(","));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOurs(Path jar) {
        String name = String.valueOf(jar.getFileName());
        return name.endsWith(".jar") && OF_SPARK.stream().noneMatch(name::startsWith);
    }

    private static Path ownPlace() {
        try {
            return Path.of(ShippedJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
