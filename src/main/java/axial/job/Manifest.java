package axial.job;

import axial.ingest.Arrival;
import axial.store.Ledger;
import axial.tables.Sha256;
import axial.tables.VisitCounts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.package$;

/** Where a result comes from: {@code manifest.json}. The run id is a hash of job, accepted
 * visits and version, without time or file names. */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Manifest() {}

    static void write(Path out, Path jobFile, Ledger ledger, List<Arrival> present) throws IOException {
        List<Map<String, Object>> inputs = new ArrayList<>();
        String fingerprint = ledger.fingerprint().toString();
        String identity = String.join("/", version(), Sha256.of(Files.readAllBytes(jobFile)), fingerprint);
        for (Arrival file : present) {
            inputs.add(new TreeMap<>(
                    Map.of("file", file.name(), "sha256", file.sha256(), "completeness", file.completeness())));
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run_id", Sha256.of(identity));
        manifest.put("version", version());
        manifest.put(
                "job", new TreeMap<>(Map.of("file", name(jobFile), "sha256", Sha256.of(Files.readAllBytes(jobFile)))));
        manifest.put("inputs", inputs);
        manifest.put("counts", counted(ledger.counts()));
        manifest.put("versions", versions());
        manifest.put("written_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Files.writeString(out.resolve("manifest.json"), JSON.writeValueAsString(manifest) + "\n");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Map<String, Long> counted(VisitCounts counts) {
        Map<String, Long> counted = new LinkedHashMap<>();
        counted.put("read", counts.read());
        counted.put("accepted", counts.accepted());
        counted.put("duplicates", counts.duplicates());
        counted.put("superseded", counts.superseded());
        counted.put("rejected", counts.refused());
        counted.put("held", counts.held());
        counted.put("withdrawn", counts.withdrawn());
        return counted;
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("axial", version());
        versions.put("spark", package$.MODULE$.SPARK_VERSION());
        versions.put("java", System.getProperty("java.version", ""));
        return versions;
    }

    static String version() {
        String version = Manifest.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
