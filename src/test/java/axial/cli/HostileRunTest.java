package axial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.HostileFile;
import axial.ingest.HostileFiles;
import axial.question.Job;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The hostile files as a user meets them, through the front door. */
class HostileRunTest {
    /** One of so many of the files that only show themselves once the engine reads them. */
    private static final int LATE_ONE_OF = 3;

    /** One of so many of the files that are read, for each is a source of its own. */
    private static final int ONE_OF = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path dir;

    /** A job over the sources, as JSON, which YAML holds. */
    private static String job(List<Job.Source> sources) throws IOException {
        List<Map<String, Object>> visits = new ArrayList<>();
        for (Job.Source source : sources) {
            Map<String, Object> options = new TreeMap<>(source.options());
            options.computeIfPresent("null_values", (key, words) -> List.of(((String) words).split("\u001f")));
            Map<String, Object> visit = new LinkedHashMap<>();
            visit.put("path", source.path());
            visit.put("name", source.name());
            visit.put("format", source.format());
            visit.put("map", source.map());
            visit.put("options", options);
            visits.add(visit);
        }
        return """
                axial: 1
                title: A job over hostile files
                arms:
                  massage: [massage]
                  heat: [heat]
                fields: { migraine: category, stress: number }
                outcomes: { pain_nprs: {}, ndi_percent: {} }
                questions:
                  - { id: one, ask: "Which is better?", arm: massage, comparator: heat }
                visits:\s""" + JSON.writeValueAsString(visits) + "\n";
    }

    private static Said answer(String command, Path folder, List<Job.Source> sources) throws IOException {
        Path file = Files.writeString(folder.resolve("job.yaml"), job(sources));
        return command.equals("run")
                ? Said.by("run", file.toString(), "--out", folder.resolve("out").toString(), "--master", "local[1]")
                : Said.by(command, file.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyRefusedFileEndsWithExitCodeThreeAndWords() throws IOException {
        List<HostileFile> late = new ArrayList<>();
        List<HostileFile> tried = new ArrayList<>();
        for (HostileFile file : HostileFiles.all()) {
            if (file.isRefused()) {
                (file.isFoundLate() ? late : tried).add(file);
            }
        }
        for (int i = 0; i < late.size(); i += LATE_ONE_OF) {
            tried.add(late.get(i));
        }
        return tried.stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> refused(file)));
    }

    private void refused(HostileFile file) throws IOException {
        Path folder = Files.createTempDirectory(dir, "");
        file.writeTo(folder);
        Said said = answer("run", folder, List.of(file.source()));
        assertEquals(3, said.exitCode(), said.err());
        for (String words : file.refusedWith()) {
            assertTrue(said.err().contains(words), "'" + words + "' is missing in: " + said.err());
        }
        assertTrue(file.isFoundLate() || !said.err().contains("1/5 engine"), "the engine was started in vain");
        assertPlain(said);
    }

    private static void assertPlain(Said said) {
        assertFalse(said.err().contains("\tat ") || said.err().contains("Exception"), "a stack trace: " + said.err());
        assertFalse((said.out() + said.err()).contains(HostileFile.SECRET), "a patient's value: " + said.err());
    }

    @Test
    void everyRecordOfManySourcesHasItsFateInOneRun() throws IOException {
        List<Job.Source> sources = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        long accepted = 0;
        int number = 0;
        for (HostileFile file : HostileFiles.all()) {
            boolean formula = file.name().startsWith("clinic_id =");
            if (!file.isRefused() && (formula || number++ % ONE_OF == 0)) {
                String name = String.format(java.util.Locale.ROOT, "%04d", sources.size());
                file.writeTo(Files.createDirectory(dir.resolve(name)));
                Job.Source s = file.source();
                sources.add(new Job.Source(name + "/" + s.path(), name, s.format(), s.map(), s.values(), s.options()));
                file.rejections().forEach(reason -> expected.add(name + " " + reason));
                accepted += file.acceptedRecords();
            }
        }
        Said said = answer("run", dir, sources);
        assertEquals(0, said.exitCode(), said.err());
        assertPlain(said);
        assertEquals(expected, rejected());
        JsonNode counts =
                JSON.readTree(dir.resolve("out/manifest.json").toFile()).get("counts");
        assertEquals(
                accepted,
                counts.get("accepted").asLong() + counts.get("duplicates").asLong());
        noFormulaIsWrittenAndNumbersStayNumbers();
    }

    private List<String> rejected() throws IOException {
        List<String> rejected = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(dir.resolve("out/rejects.csv"))) {
            rows.forEach(row -> rejected.add(String.join(
                    " ", row.getField("source"), row.getField("line"), row.getField("field"), row.getField("code"))));
        }
        return rejected.stream().sorted().toList();
    }

    private void noFormulaIsWrittenAndNumbersStayNumbers() throws IOException {
        boolean numbers = false;
        boolean texts = false;
        try (Stream<Path> tables = Files.list(dir.resolve("out"))) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
                try (CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(table, StandardCharsets.UTF_8)) {
                    for (NamedCsvRecord row : rows) {
                        for (String cell : row.getFields()) {
                            boolean number = cell.matches("-[0-9.]+(e[-+][0-9]+)?|-Inf");
                            assertTrue(number || !cell.matches("(?s)[=+\\-@\t\r\n\0].*"), table + ": " + cell);
                            numbers |= number;
                            texts |= cell.startsWith("'=");
                        }
                    }
                }
            }
        }
        assertTrue(numbers && texts, "nothing was there to be kept harmless");
    }
}
