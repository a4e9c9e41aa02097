package axial.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code manifest.json} says of the run, its times left out; every entry may be absent. */
record Manifest(JsonNode root) {

    static Manifest read(Path file) throws IOException {
        return new Manifest(
                Files.exists(file) ? new ObjectMapper().readTree(file.toFile()) : MissingNode.getInstance());
    }

    Optional<String> runId() {
        return text("run_id");
    }

    Optional<String> version() {
        return text("version");
    }

    boolean synthetic() {
        return root.path("synthetic").asBoolean(false);
    }

    OptionalLong count(String name) {
        JsonNode count = root.path("counts").path(name);
        return count.isNumber() ? OptionalLong.of(count.longValue()) : OptionalLong.empty();
    }

    /** Every single entry by its path, sorted, without the times and the files, so that only the visits matter. */
    SortedMap<String, String> entries() {
        SortedMap<String, String> entries = new TreeMap<>();
        collect("", root, entries);
        entries.keySet().removeIf(path -> path.startsWith("inputs"));
        return entries;
    }

    private static void collect(String path, JsonNode node, Map<String, String> entries) {
        if (node.isObject()) {
            node.properties().forEach(e -> collect(join(path, e.getKey()), e.getValue(), entries));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(join(path, Integer.toString(i)), node.get(i), entries);
            }
        } else if (!node.isMissingNode() && !tellsTime(path)) {
            entries.put(path, node.asText());
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean tellsTime(String path) {
        return path.matches("(.*[._])?(time|times|started|finished|ended|created|seconds|duration|millis)([._].*)?")
                || path.matches(".*_(at|ms|s)");
    }

    private Optional<String> text(String name) {
        JsonNode text = root.path(name);
        return text.isValueNode() && !text.asText().isEmpty() ? Optional.of(text.asText()) : Optional.empty();
    }
}
