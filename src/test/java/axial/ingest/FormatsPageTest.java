package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import axial.question.Job;
import axial.question.JobFile;
import axial.tables.RejectRow;
import axial.tables.VisitCounts;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code src/docs/formats.md}, copied and run. */
class FormatsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("<!-- fhir: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path dir = Path.of("");

    @BeforeEach
    void copyTheExamples() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs/formats.md")));
        Files.createDirectories(dir.resolve("fhir"));
        while (examples.find()) {
            Files.writeString(dir.resolve(examples.group(1)), examples.group(2));
        }
    }

    private Ingest read(String job) throws Exception {
        Job read = JobFile.read(dir.resolve(job));
        return Reading.of(read, dir);
    }

    @Test
    void theVisitOfTheFhirServerIsRead() throws Exception {
        try (Ingest ingest = read("job.yaml")) {
            assertEquals(new VisitCounts(1, 1, 0, 0, 0, 0, 0), ingest.books().change());
            Row visit = ingest.accepted().collectAsList().get(0);
            assertEquals("manipulation:cervical", visit.getAs(VisitsTable.TREATMENTS));
            assertEquals(430_000, (int) visit.getAs(VisitsTable.AGE));
            assertEquals(300_000, (int) visit.getAs(VisitsTable.DURATION));
            assertEquals(6_000_000, (int) visit.getAs("pain_nprs"));
            assertEquals(4_500_000, (int) visit.getAs("psfs_after"));
        }
    }

    @Test
    void theRulesResolveWhatTheySay() throws Exception {
        try (Ingest ingest = read("rules.yaml")) {
            assertEquals(new VisitCounts(3, 2, 0, 0, 1, 0, 0), ingest.books().change());
            assertEquals(
                    List.of("V1 manipulation:cervical;manipulation:thoracic", "V2 mobilization:cervical"),
                    ingest.accepted().collectAsList().stream()
                            .map(row -> row.getAs(VisitsTable.VISIT_ID) + " " + row.getAs(VisitsTable.TREATMENTS))
                            .sorted()
                            .toList());
            List<RejectRow> refused = new ArrayList<>();
            Refusals.sorted(null, ingest.refused()).forEachRemaining(refused::add);
            assertEquals(
                    List.of("4 code_says_no_region", "4 code_says_no_technique"),
                    refused.stream().map(row -> row.line() + " " + row.code()).toList());
        }
    }
}
