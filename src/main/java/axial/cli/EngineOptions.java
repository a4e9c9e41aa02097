package axial.cli;

import axial.ingest.FileSystems;
import axial.ingest.SourceSize;
import axial.job.Sizing;
import axial.question.Job;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Where and how the engine runs: the same for every command that reads files or starts it. */
final class EngineOptions {
    private static final String JARS = "spark.jars";

    @Option(names = "--master", paramLabel = "URL", defaultValue = "local[*]", description = "where Spark runs")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String master;

    @Option(names = "--spark", paramLabel = "k=v", description = "a setting of Spark's own; may be repeated")
    private Map<String, String> settings = new TreeMap<>();

    String master() {
        return master;
    }

    Map<String, String> settings() {
        return settings;
    }

    /** Lets the settings hold before the engine is there: files are looked into first, with further jars where named. */
    void take() throws MalformedURLException {
        List<URL> jars = new ArrayList<>();
        for (String jar : settings.getOrDefault(JARS, "").split(",")) {
            if (!jar.isBlank() && !jar.contains("://")) {
                jars.add(Path.of(jar.strip()).toUri().toURL());
            }
        }
        if (!jars.isEmpty()) {
            ClassLoader ours = EngineOptions.class.getClassLoader();
            Thread.currentThread().setContextClassLoader(new URLClassLoader(jars.toArray(URL[]::new), ours));
        }
        FileSystems.reachBy(settings);
    }

    /** What the job will need where it is to run. */
    Sizing sizing(Job job, SourceSize size) {
        return Sizing.of(job, size, master, settings);
    }
}
