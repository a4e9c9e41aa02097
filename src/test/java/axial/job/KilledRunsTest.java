package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that sends batches, and at last withdraws a patient, is killed with {@code kill -9} at random moments and
 * started again until it is done: the store is that of a process nobody killed. Two kills by default; more with {@code
 * -Daxial.kills=50}.
 */
class KilledRunsTest {
    private static final int KILLS = Integer.getInteger("axial.kills", 2);
    private static final int BATCHES = Math.max(5, KILLS);

    @TempDir
    private Path dir = Path.of("");

    @Test
    void aProcessKilledAtRandomMomentsLosesDoublesAndTearsNothing() throws Exception {
        Random dice = new Random(9);
        Shelf killed = prepared("killed", new Random(1));
        Shelf undisturbed = prepared("undisturbed", new Random(1));
        int kills = 0;
        while (kills < KILLS && !runs(killed, dice.nextInt(2500))) {
            Shelf.Kept kept = killed.kept();
            assertTrue(kept.ledger().counts().isConserved());
            assertEquals(kept.ledger().counts().accepted(), kept.visits().size());
            kills++;
        }
        assertTrue(runs(killed, Long.MAX_VALUE), "the last start needs no hand");
        assertTrue(runs(undisturbed, Long.MAX_VALUE));
        assertEquals(undisturbed.kept().visits(), killed.kept().visits());
        assertEquals(undisturbed.kept().held(), killed.kept().held());
        assertEquals(
                undisturbed.kept().ledger().counts(), killed.kept().ledger().counts());
        assertEquals(undisturbed.files().size(), killed.files().size(), "no file is left behind");
        System.out.println("killed " + kills + " times; nothing lost, doubled or torn");
    }

    private Shelf prepared(String name, Random dice) throws Exception {
        Path folder = Files.createDirectories(dir.resolve(name));
        Files.createDirectories(folder.resolve("prepared"));
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                rows.add("V" + dice.nextInt(400) + ",P" + dice.nextInt(60) + ",C1,2024-03-04,manipulation:cervical,"
                        + dice.nextInt(11) + "," + dice.nextInt(4));
            }
            Files.writeString(
                    folder.resolve("prepared/batch" + (100 + batch) + ".csv"),
                    Shelf.HEADER + String.join("\n", rows) + "\n");
        }
        return Shelf.in(folder, Map.of("record_version", "version"));
    }

    /** Starts the process and kills it so many milliseconds after it has begun to work; whether it was done before. */
    private static boolean runs(Shelf shelf, long patience) throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", classes, "axial.job.SendingProcess", shelf.folder().toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean done = false;
        long end = Long.MAX_VALUE;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (System.currentTimeMillis() < end && (process.isAlive() || lines.ready())) {
                if (!lines.ready()) {
                    Thread.sleep(5);
                    continue;
                }
                String line = String.valueOf(lines.readLine());
                if (line.equals("started") && patience < Long.MAX_VALUE) {
                    end = System.currentTimeMillis() + patience;
                }
                done |= line.equals("done");
            }
        }
        process.destroyForcibly().waitFor();
        return done;
    }
}
