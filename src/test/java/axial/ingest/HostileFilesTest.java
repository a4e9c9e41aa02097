package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile file has its verdict: accepted with its values, rejected row by row, or refused in words. */
class HostileFilesTest {
    private static final double LONGEST_SECONDS = 5;

    @TempDir
    Path dir = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyFileHasItsVerdict() throws IOException {
        return HostileFiles.all().stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> check(file)));
    }

    @Test
    void thereAreAtLeastHundredAndFiftyAndNoTwoAreTheSame() throws IOException {
        Set<String> different = new HashSet<>();
        List<HostileFile> files = HostileFiles.all();
        files.forEach(file -> different.add(file.name() + file.source().options()));
        assertEquals(files.size(), different.size());
        assertTrue(files.size() >= 150, files.size() + " files");
    }

    private void check(HostileFile file) throws IOException {
        Path folder = Files.createTempDirectory(dir, "");
        file.writeTo(folder);
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Job job = JobFixture.job()
                .source(file.source())
                .field("migraine", false)
                .field("stress", true)
                .build();
        boolean found = false;
        try {
            Sources.find(job, folder);
            found = true;
            List<Intake.Fate> fates = Intake.read(job, folder);
            assertFalse(file.isRefused(), "not refused, but read: " + fates);
            checkRows(file, fates);
            checkNotes(file, Sources.notes(job, folder));
        } catch (InputRefused refused) {
            checkRefusal(file, String.join("\n", refused.problems()));
            assertEquals(file.isFoundLate(), found, "whether a look at its head tells");
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
        assertTrue(seconds <= LONGEST_SECONDS, "took " + seconds + " s");
    }

    private static void checkRefusal(HostileFile file, String message) {
        assertTrue(file.isRefused(), "refused: " + message);
        for (String words : file.refusedWith()) {
            assertTrue(message.contains(words), "'" + words + "' is missing in: " + message);
        }
        assertFalse(message.contains(HostileFile.SECRET), "a patient's value: " + message);
        assertTrue(message.length() < 1500, "too much: " + message.length());
    }

    private static void checkRows(HostileFile file, List<Intake.Fate> fates) {
        List<String> reasons = new ArrayList<>();
        for (Intake.Fate fate : fates) {
            fate.codes().stream().sorted().forEach(code -> reasons.add(fate.line() + " " + code));
            assertFalse(fate.reasons().toString().contains(HostileFile.SECRET), "a patient's value: " + fate.reasons());
        }
        assertEquals(file.rejections(), reasons);
        List<Intake.Fate> good =
                fates.stream().filter(fate -> fate.reasons().isEmpty()).toList();
        assertEquals(file.acceptedRecords(), good.size(), "accepted records");
        file.values().forEach((column, value) -> assertEquals(value, good.get(0).at(column), column));
    }

    private static void checkNotes(HostileFile file, List<String> notes) {
        String all = String.join("\n", notes);
        for (String words : file.notes()) {
            assertTrue(all.contains(words), "'" + words + "' is missing in: " + all);
        }
        assertFalse(all.contains(HostileFile.SECRET), all);
    }
}
