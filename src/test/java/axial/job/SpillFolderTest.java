package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.JobFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine spills: closed to others, encrypted, and gone at the end or at the next start. */
class SpillFolderTest {
    private static final String CANARY = "kanari7z";
    private static final String JOB = """
            axial: 1
            title: Killed
            visits: [{ path: visits.csv }]
            arms: { a: [manipulation:cervical], b: [mobilization:cervical] }
            outcomes: [pain_nprs]
            questions: [{ id: one, ask: Which is better, arm: a, comparator: b }]
            """;

    @TempDir
    private Path folder;

    private static List<Path> spills(Path out) throws IOException {
        try (Stream<Path> found = Files.list(out)) {
            return found.filter(path -> path.getFileName().toString().contains("spill"))
                    .toList();
        }
    }

    @Test
    void aFolderIsTheOwnersAloneAndGoneWhenClosed() throws IOException {
        try (SpillFolder spill = SpillFolder.in(folder)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spill.path())));
            Files.writeString(
                    Files.createDirectories(spill.path().resolve("blocks")).resolve("one"), CANARY);
        }
        assertEquals(List.of(), spills(folder));
    }

    @Test
    void aLivingRunKeepsItsFolderAndADeadOneLosesIt() throws IOException {
        Path dead = Files.createDirectories(folder.resolve(".spill-dead"));
        Files.writeString(dead.resolve("one"), CANARY);
        Files.writeString(dead.resolve("lock"), "");
        Files.createDirectories(folder.resolve(".spill-unlocked/deep"));
        try (SpillFolder living = SpillFolder.in(folder);
                SpillFolder next = SpillFolder.in(folder)) {
            assertEquals(2, spills(folder).size());
            assertTrue(Files.exists(living.path()) && Files.exists(next.path()));
        }
    }

    @Test
    void afterAKillNothingCanBeReadAndTheNextStartRemovesIt() throws Exception {
        StringBuilder visits = new StringBuilder("visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n");
        for (int i = 0; i < 4000; i++) {
            String arm = i % 2 == 0 ? "manipulation:cervical" : "mobilization:cervical";
            visits.append("V" + i + "," + CANARY + i + ",C" + i % 5 + ",2024-03-04," + arm + ",6\n");
        }
        Files.writeString(folder.resolve("visits.csv"), visits);
        Path job = Files.writeString(folder.resolve("job.yaml"), JOB);
        Path out = folder.resolve("out");
        kill(job, out);
        long spilled = 0;
        for (Path place : List.of(spills(out).get(0), folder.resolve("tmp"))) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    spilled += Files.size(file);
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains(CANARY), "a patient in " + file);
                }
            }
        }
        assertTrue(spilled > 10_000, spilled + " bytes were spilled");
        new ReviewJob(job, JobFile.read(job), out, line -> {}).run("local[2]", Map.of());
        assertEquals(List.of(), spills(out));
    }

    /** Runs the job in a process of its own, and kills it when the visits are read and the comparing has begun. */
    private void kill(Path job, Path out) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(
                List.of("axial.cli.Main", "run", job.toString(), "--out", out.toString(), "--master", "local[2]"));
        // Without compression a patient would stand there letter by letter if nothing were encrypted.
        command.addAll(List.of("--spark", "spark.shuffle.compress=false"));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = run.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("2/5")) {
                said.append(line).append('\n');
                line = lines.readLine();
            }
            run.destroyForcibly();
            assertTrue(line != null, said.toString());
        }
        assertEquals(137, run.waitFor());
    }
}
