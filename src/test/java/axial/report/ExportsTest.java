package axial.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.question.Pages;
import axial.question.SchemaCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the pages. */
class ExportsTest {
    @TempDir
    private Path dir;

    @BeforeEach
    void draw() throws IOException {
        Fixture.copyTo(dir);
        FurtherTables.write(dir);
        Reports.write(dir, Fixture.job());
    }

    @Test
    void thePrintCopyHasTheSameBytesLaterAndTheWordsOfThePage() throws Exception {
        byte[] first = Files.readAllBytes(dir.resolve("report.pdf"));
        Thread.sleep(1100);
        Reports.write(dir, Fixture.job());
        assertArrayEquals(first, Files.readAllBytes(dir.resolve("report.pdf")));
        try (PdfReader reader = new PdfReader(first)) {
            StringBuilder text = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append(' ');
            }
            String words = text.toString().replaceAll("\\s+", " ");
            assertTrue(words.contains("Print copy. The accessible version is report.html."), words);
            assertTrue(words.contains("Can we trust this comparison?"), words);
            assertTrue(words.contains("Nothing recorded does not mean nothing happened"), words);
        }
    }

    @Test
    void everyFigureIsAFileOfItsOwn() throws Exception {
        try (Stream<Path> files = Files.list(dir.resolve("figures"))) {
            List<Path> figures = files.toList();
            assertTrue(figures.size() >= 5, figures.toString());
            for (Path figure : figures) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(figure.toFile());
                assertFalse(Files.readString(figure).contains("NaN"), figure.toString());
            }
        }
    }

    @Test
    void resultsForProgramsHoldEveryShownRowAndNoneBehindTheGate() throws IOException {
        JsonNode results =
                new ObjectMapper().readTree(dir.resolve("results.json").toFile());
        assertEquals("axial-results-1", results.path("schema").asText());
        int open = 0;
        int closed = 0;
        for (JsonNode answer : results.path("answers")) {
            if (answer.path("gate").asText().equals("closed")) {
                assertEquals(0, answer.path("estimates").size());
                closed++;
            } else {
                open += answer.path("estimates").size();
            }
        }
        assertTrue(open > 20 && closed > 0, open + " rows, " + closed + " closed");
    }

    @Test
    void resultsForProgramsKeepToTheirSchema() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode schema = json.readTree(Reports.class.getResourceAsStream("results-1.schema.json"));
        for (Job job : List.of(Fixture.job(), Fixture.job().withPages(new Pages("de", "ein Test")))) {
            Reports.write(dir, job);
            JsonNode results = json.readTree(dir.resolve("results.json").toFile());
            assertEquals(List.of(), SchemaCheck.complaints(results, schema, ""));
            ((ObjectNode) results.path("answers").path(0)).put("certaintly", "low");
            ((ObjectNode) results.path("answers").path(1)).put("gate", "ajar");
            assertEquals(
                    List.of(".answers[0].certaintly is unknown", ".answers[1].gate is none of the words"),
                    SchemaCheck.complaints(results, schema, ""));
        }
    }

    @Test
    void checklistsTickNothingThatOnlyAnAuthorCanWrite() throws IOException {
        for (String name : List.of("record.md", "target.md")) {
            String text = Files.readString(dir.resolve(name));
            assertTrue(text.contains("| author must write |"), name);
            assertTrue(text.contains("| filled |"), name);
        }
        assertTrue(Files.readString(dir.resolve("methods.md")).contains("5,942 visits of 900 people"));
    }

    @Test
    void whatChangedIsToldFromAnEarlierReport() throws IOException {
        Reports.keepForComparison(dir, dir);
        Path estimates = dir.resolve("estimates.csv");
        Files.writeString(estimates, Files.readString(estimates).replaceAll("(?m)^.*,pain_nprs,short,.*\n", ""));
        Path flow = dir.resolve("flow.csv");
        Files.writeString(flow, Files.readString(flow).replace(",,,,patients,900,", ",,,,patients,942,"));
        Job open = Fixture.job().withPages(new Pages("en", "a test"));
        Reports.write(dir, open);
        String page = Files.readString(dir.resolve("report.html"));
        assertTrue(page.contains(">900</td>") && page.contains(">940</td>"), "rounded to five");
        assertTrue(page.contains("Pain intensity (0 to 10), 2 to 91 days: then"));
    }

    @Test
    void everythingIsDrawnInSecondsWithoutAnEngine() throws IOException {
        long start = System.nanoTime();
        Reports.write(dir, Fixture.job().withPages(new Pages("en", "a test")));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 20, seconds + " s");
        assertTrue(Files.size(dir.resolve("report.html")) < 1_000_000);
        assertTrue(Files.size(dir.resolve("research.html")) < 5_000_000);
    }
}
