package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the handbook of formats offers to copy is a source of visits. */
class FormatsHandbookTest {
    private static final String REST = """
            axial: 1
            title: Copied
            arms: { a: [manipulation:cervical], b: [mobilization:cervical] }
            outcomes: [pain_nprs]
            questions: [{ id: q, ask: q, arm: a, comparator: b }]
            """;

    @Test
    void everySourceToCopyIsOne() throws Exception {
        String handbook = Files.readString(Path.of("src/docs/formats.md"));
        List<String> formats = new ArrayList<>();
        for (String part : handbook.split("```yaml\n")) {
            if (part.startsWith("visits:")) {
                String sources = part.substring(0, part.indexOf("```"));
                formats.add(JobFile.parse("formats.md", REST + sources)
                        .sources()
                        .get(0)
                        .format());
            }
        }
        assertTrue(formats.containsAll(List.of("redcap", "omop")), formats.toString());
        assertEquals(2, formats.stream().filter("omop"::equals).count(), "tables as files and in a database");
    }
}
