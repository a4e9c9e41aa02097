package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class JobSchemaTest {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    @Test
    void everyJobKeepsToTheSchema() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(JobSchema.json());
        assertEquals(DRAFT, schema.path("$schema").asText());
        try (Stream<Path> jobs = Files.list(Path.of("jobs"))) {
            for (Path job :
                    jobs.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                JsonNode read = tree(Files.readString(job));
                assertEquals(List.of(), SchemaCheck.complaints(read, schema, ""), job.toString());
            }
        }
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(JobSchema.json());
        JsonNode read = tree(Places.resource("ten-mistakes.yaml"));
        List<String> complaints = SchemaCheck.complaints(read, schema, "");
        assertTrue(complaints.contains(".visit is unknown"), complaints.toString());
        assertTrue(complaints.contains(".visits[0].format is none of the words"), complaints.toString());
        assertTrue(complaints.contains(".cohort.min_age is no number"), complaints.toString());
        assertTrue(complaints.contains(".cohort.washout_days is below the minimum"), complaints.toString());
    }

    @Test
    void everyKeyIsDescribedWithItsDefault() throws Exception {
        JsonNode properties = new ObjectMapper()
                .readTree(JobSchema.json())
                .path("properties")
                .path("cohort")
                .path("properties");
        assertEquals(90, properties.path("washout_days").path("default").asInt());
        assertEquals(
                "Whether each patient counts with the first episode only, or with all. Default: first.",
                properties.path("episodes").path("description").asText());
    }

    @Test
    void theHandbookNamesEveryKeyAndInstrument() throws Exception {
        String handbook = Files.readString(Path.of("jobs/README.md"));
        Set<String> missing = new TreeSet<>(InstrumentCatalogue.builtIn().keySet());
        SchemaCheck.keys(new ObjectMapper().readTree(JobSchema.json()), missing);
        missing.removeIf(key -> handbook.contains("`" + key + "`"));
        assertEquals(Set.of(), missing);
    }

    @Test
    void theShortestJobOfTheHandbookIsRead() throws Exception {
        String handbook = Files.readString(Path.of("jobs/README.md"));
        int begin = handbook.indexOf("```yaml\n") + "```yaml\n".length();
        Job job = JobFile.parse("README.md", handbook.substring(begin, handbook.indexOf("```", begin)));
        assertEquals("first", job.questions().get(0).id());
    }

    private static JsonNode tree(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }
}
