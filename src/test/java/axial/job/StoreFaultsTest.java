package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.Folders;
import axial.ingest.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every step on the file system fails in turn, while visits are taken in and while a patient is withdrawn: the store is
 * then as it was or as it was to be, and the next start finishes the work. The ways of failing take turns. A few steps by
 * default; every single one with {@code -Daxial.faults=1}, every second with 2.
 */
class StoreFaultsTest {
    private static final int EVERY = Integer.getInteger("axial.faults", 61);

    @TempDir
    private static Path dir = Path.of("");

    /** What is done to a store. */
    private interface Work {
        void on(Shelf shelf) throws Exception;
    }

    @BeforeAll
    static void theDiskMayFail() {
        LocalSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs.faulty.impl", FaultyFileSystem.class.getName());
    }

    private static String row(String visit, String patient, int pain, int version) {
        return visit + "," + patient + ",C1,2024-03-04,manipulation:cervical," + pain + "," + version;
    }

    private static Shelf shelf(String name) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name));
        return new Shelf(folder, "faulty:" + folder.resolve("store"), Map.of("record_version", "version"));
    }

    private static void firstBatch(Shelf shelf) throws IOException {
        shelf.put("a.csv", row("V1", "P1", 6, 1), row("V2", "PGONE", 5, 1), row("V3", "P3", 4, 1));
    }

    private static void secondBatch(Shelf shelf) throws IOException {
        shelf.put("b.csv", row("V1", "P1", 3, 2), row("V4", "P4", 5, 1), row("V3", "P3", 9, 1));
    }

    @Test
    void aFirstIngestIsThereAsAWholeOrNotAtAll() throws Exception {
        everyStepFails("first", shelf -> {}, shelf -> {
            firstBatch(shelf);
            shelf.send();
        });
    }

    @Test
    void aLaterBatchWithCorrectionsIsThereAsAWholeOrNotAtAll() throws Exception {
        everyStepFails(
                "later",
                shelf -> {
                    firstBatch(shelf);
                    shelf.send();
                },
                shelf -> {
                    secondBatch(shelf);
                    shelf.send();
                });
    }

    @Test
    void aWithdrawalIsDoneAsAWholeOrNotAtAll() throws Exception {
        everyStepFails(
                "withdrawal",
                shelf -> {
                    firstBatch(shelf);
                    shelf.send();
                    secondBatch(shelf);
                    shelf.send();
                },
                shelf -> shelf.forget("PGONE"));
    }

    private record Point(long step, FaultyFileSystem.Fault fault) {}

    /** Steps along the way, and those about the one that decides. */
    private static List<Point> points(long steps, long deciding) {
        FaultyFileSystem.Fault[] ways = FaultyFileSystem.Fault.values();
        List<Point> points = new ArrayList<>();
        for (int way = 0; way < ways.length; way++) {
            points.add(new Point(deciding, ways[way]));
            points.add(new Point(deciding + 1 + way, FaultyFileSystem.Fault.HALF_DEAD));
        }
        for (long step = 1; step <= steps; step += EVERY) {
            points.add(new Point(step, ways[points.size() % ways.length]));
        }
        return points;
    }

    private static void everyStepFails(String name, Work before, Work work) throws Exception {
        Shelf shelf = shelf(name);
        before.on(shelf);
        Shelf.Kept old = shelf.kept();
        Path start = dir.resolve(name + "-start");
        Folders.copy(shelf.folder(), start);
        FaultyFileSystem.heal();
        work.on(shelf);
        long deciding = FaultyFileSystem.deciding();
        long steps = FaultyFileSystem.heal();
        Shelf.Kept done = shelf.kept();
        int files = number(shelf);
        List<Point> points = points(steps, deciding);
        for (Point point : points) {
            long step = point.step();
            FaultyFileSystem.Fault fault = point.fault();
            Folders.remove(shelf.folder());
            Folders.copy(start, shelf.folder());
            failOnce(shelf, work, step, fault);
            String where = name + ": " + fault + " at step " + step + " of " + steps;
            Shelf.Kept left = shelf.kept();
            assertTrue(same(left, old) || same(left, done), where + ": torn, " + left.visits());
            work.on(shelf);
            Shelf.Kept finished = shelf.kept();
            assertTrue(same(finished, done), where + ": not finished, " + finished.visits());
            assertEquals(done.ledger().counts(), finished.ledger().counts(), where);
            assertEquals(files, number(shelf), where + ": files left behind");
        }
        System.out.println(name + ": failed at " + points.size() + " points of " + steps
                + " steps; nothing lost, doubled or torn");
    }

    private static boolean same(Shelf.Kept a, Shelf.Kept b) {
        return a.visits().equals(b.visits()) && a.held().equals(b.held());
    }

    private static void failOnce(Shelf shelf, Work work, long step, FaultyFileSystem.Fault fault) {
        FaultyFileSystem.failAt(step, fault);
        try {
            work.on(shelf);
        } catch (Exception planned) {
            // what counts is what is left
        } finally {
            FaultyFileSystem.heal();
        }
    }

    /** Files but for checksums, which a file may lack whose renaming was cut off before its checksum followed. */
    private static int number(Shelf shelf) throws IOException {
        try (Stream<Path> all = Files.walk(shelf.folder().resolve("store"))) {
            return (int) all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .count();
        }
    }
}
