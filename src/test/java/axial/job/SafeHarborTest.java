package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Job;
import axial.question.JobFile;
import axial.store.StoreRefused;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run without dates: the same answers, and no date in what it leaves. */
class SafeHarborTest {
    private static final Pattern DATE = Pattern.compile("20[12]\\d-[01]\\d-[0-3]\\d");
    private static final String JOB = """
            axial: 1
            title: Without dates
            visits: [{ path: made/visits.csv, name: made }]
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 } }
            disclosure: { profile: PROFILE, min_cell: 11 }
            questions:
              - { id: one, ask: Which is better, arm: cervical_mobilization, comparator: cervical_manipulation }
            """;

    @TempDir
    private Path folder;

    private Path key(String name, String mode) throws Exception {
        Path key = Files.writeString(folder.resolve(name), "0123456789abcdef0123456789abcdef");
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
    }

    private Path jobFile(String profile) throws Exception {
        return Files.writeString(folder.resolve(profile + ".yaml"), JOB.replace("PROFILE", profile));
    }

    @Test
    void theAnswersAreThoseWithDatesAndNoDateIsLeft() throws Exception {
        Synth.write(new SynthPlan(400, 5, 3, "default"), folder.resolve("made"));
        Path open = jobFile("public");
        Path closed = jobFile("safe-harbor");
        Path out = folder.resolve("closed");
        new ReviewJob(open, JobFile.read(open), folder.resolve("open"), line -> {}).run("local[2]", Map.of());
        Job job = KeyFile.unlock(JobFile.read(closed), key("key", "rw-------"), closed, out);
        new ReviewJob(closed, job, out, line -> {}).run("local[2]", Map.of());
        for (String table : List.of("estimates.csv", "clinics.csv", "flow.csv", "safety.csv")) {
            assertEquals(
                    Files.readString(folder.resolve("open").resolve(table)),
                    Files.readString(out.resolve(table)),
                    table);
        }
        assertTrue(Files.readString(out.resolve("estimates.csv")).contains("estimated"));
        assertEquals(quality(folder.resolve("open"), false), quality(out, false));
        assertTrue(quality(folder.resolve("open"), true).size() > 100);
        assertEquals(List.of(), quality(out, true));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                boolean ofTheRun = file.endsWith("manifest.json") || file.endsWith("lock");
                assertFalse(!ofTheRun && DATE.matcher(bytes).find(), file.toString());
                assertFalse(bytes.contains("0123456789abcdef"), "the key in " + file);
            }
        }
    }

    /** The data quality by month, or of the whole; without the check for empty months, which needs a calendar. */
    private static List<String> quality(Path out, boolean byMonth) throws Exception {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(out.resolve("quality.csv"));
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.filter(row -> row.getField("month").isEmpty() != byMonth)
                    .filter(row -> !row.getField("check").equals("T4"))
                    .map(NamedCsvRecord::getFields)
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void visitsThatComeInALaterRunLieAtTheirTrueDistanceFromEarlierOnes() throws Exception {
        Synth.write(new SynthPlan(160, 4, 5, "default"), folder.resolve("all"));
        List<String> lines = Files.readAllLines(folder.resolve("all/visits.csv"));
        Path open = jobFile("public");
        Path closed = jobFile("safe-harbor");
        Path out = Files.createDirectories(folder.resolve("closed"));
        Job job = KeyFile.unlock(JobFile.read(closed), key("key", "rw-------"), closed, out);
        Path visits = Files.createDirectories(folder.resolve("made")).resolve("visits.csv");
        for (int batch = 0; batch < 2; batch++) {
            int half = batch;
            Stream<String> rows =
                    IntStream.range(1, lines.size()).filter(i -> i % 2 == half).mapToObj(lines::get);
            Files.write(visits, Stream.concat(Stream.of(lines.get(0)), rows).toList());
            new ReviewJob(open, JobFile.read(open), folder.resolve("open"), line -> {}).run("local[2]", Map.of());
            new ReviewJob(closed, job, out, line -> {}).run("local[2]", Map.of());
        }
        assertEquals(Files.readString(folder.resolve("open/flow.csv")), Files.readString(out.resolve("flow.csv")));
        assertEquals(
                Files.readString(folder.resolve("open/estimates.csv")), Files.readString(out.resolve("estimates.csv")));
        Files.writeString(folder.resolve("key"), "another secret, as long as it must be");
        Job otherwise = KeyFile.unlock(JobFile.read(closed), folder.resolve("key"), closed, out);
        StoreRefused refused = assertThrows(
                StoreRefused.class, () -> new ReviewJob(closed, otherwise, out, line -> {}).run("local[2]", Map.of()));
        assertTrue(refused.getMessage().contains("the key of dates"), refused.getMessage());
    }

    @Test
    void aKeyThatIsOpenOrShortOrBesideTheResultsOrOfNoUseIsRefused() throws Exception {
        Path file = jobFile("safe-harbor");
        Path out = Files.createDirectories(folder.resolve("out"));
        Job job = JobFile.read(file);
        refused("chmod 600", job, key("open", "rw-r--r--"), file, out);
        refused("beside what it protects", job, key("out/key", "rw-------"), file, out);
        Path brief = Files.writeString(key("brief", "rw-------"), "0123");
        refused("head -c 32", job, brief, file, out);
        Path other = jobFile("trusted");
        refused("Leave --key out", JobFile.read(other), key("key", "rw-------"), other, out);
    }

    private static void refused(String words, Job job, Path key, Path file, Path out) {
        RunFailed failed = assertThrows(RunFailed.class, () -> KeyFile.unlock(job, key, file, out));
        assertEquals(2, failed.exitCode());
        assertTrue(failed.getMessage().contains(words), failed.getMessage());
    }
}
