package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.Folders;
import axial.ingest.LocalSpark;
import axial.store.Damage;
import axial.store.Ledger;
import axial.store.StoreRefused;
import axial.store.VisitStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of file that a store reads is lost, cut off, or has one bit turned, with the check sum that Hadoop put beside
 * it and without: what is read is what was stored, or the store is told to be damaged. One bit of each file by default;
 * more with {@code -Daxial.bits=100}.
 */
class DamagedFilesTest {
    private static final int BITS = Integer.getInteger("axial.bits", 1);

    @TempDir
    private static Path dir = Path.of("");

    /** What is read of a store: accepted visits and those held back, refused records, and the counts of the ledger. */
    private record Read(List<String> visits, List<String> held, List<String> refused, Ledger ledger) {}

    /** What happens to the bytes of a file; null where it is lost. */
    private record Fault(String name, @Nullable byte[] left) {}

    private static Shelf shelf = Shelf.in(dir, Map.of());
    private static List<Path> kinds = List.of();
    private static Read whole = new Read(List.of(), List.of(), List.of(), Ledger.empty());

    @BeforeAll
    static void aStoreWithAcceptedHeldAndRefusedRecords() throws Exception {
        shelf = Shelf.in(dir.resolve("shelf"), Map.of("record_version", "version"));
        shelf.put("a.csv", row("V1", "P1", 6), row("V2", "P2", 5), row("V3", "P3", 4), row("V9", "P3", 99));
        shelf.send();
        shelf.put("b.csv", row("V3", "P3", 9), row("V4", "P4", 5), row("V5", "P5", 77));
        shelf.send();
        whole = read();
        assertTrue(whole.held().size() > 0 && whole.refused().size() == 2, whole.toString());
        Folders.copy(shelf.folder(), dir.resolve("kept"));
        Map<String, Path> firstOf = new LinkedHashMap<>();
        for (Path file : shelf.files()) {
            firstOf.putIfAbsent(kind(file), file);
        }
        kinds = List.copyOf(firstOf.values());
    }

    private static String row(String visit, String patient, int pain) {
        return visit + "," + patient + ",C1,2024-03-04,manipulation:cervical," + pain + ",1";
    }

    private static boolean isCheckSum(Path file) {
        return file.toString().endsWith(".crc");
    }

    private static String kind(Path file) {
        String name = String.valueOf(file.getFileName());
        String path = file.toString();
        if (isCheckSum(file)) {
            return "check sum of " + kind(file.resolveSibling(name.substring(1, name.length() - ".crc".length())));
        }
        if (name.startsWith("_")) {
            return "mark of success";
        }
        if (path.contains("/data/")) {
            return path.contains("bucket=-1") ? "held back" : "visits";
        }
        if (path.contains("/ledger/")) {
            return "ledger";
        }
        if (path.contains("/refused/")) {
            return "refused";
        }
        if (name.endsWith(".avro")) {
            return name.startsWith("snap-") ? "manifest list" : "manifest";
        }
        return name.endsWith(".json") ? "metadata" : "hint";
    }

    private static Read read() throws IOException {
        try (VisitStore store = VisitStore.open(LocalSpark.session(), shelf.job(), shelf.store())) {
            return new Read(texts(store.current()), texts(store.held()), texts(store.refused()), store.ledger());
        }
    }

    private static List<String> texts(@Nullable Dataset<Row> rows) {
        return rows == null
                ? List.of()
                : rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static List<Fault> faults(Path file, Random dice) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("gone", null));
        if (bytes.length == 0) {
            return faults;
        }
        for (int i = 0; i < BITS; i++) {
            int at = i % 2 == 0 ? dice.nextInt(bytes.length) : bytes.length - 1 - dice.nextInt(bytes.length / 2 + 1);
            int bit = dice.nextInt(8);
            byte[] turned = bytes.clone();
            turned[Math.max(0, at)] ^= (byte) (1 << bit);
            faults.add(new Fault("bit " + bit + " of byte " + at + " of " + bytes.length + " turned", turned));
        }
        if (isCheckSum(file)) {
            byte[] ofNoBytes = bytes.clone();
            Arrays.fill(ofNoBytes, 4, 8, (byte) 0);
            faults.add(new Fault("sums pieces of no bytes", ofNoBytes));
            return faults;
        }
        if (kind(file).equals("hint")) {
            faults.add(new Fault("is nought", "0".getBytes(StandardCharsets.US_ASCII)));
        }
        faults.add(new Fault("emptied", new byte[0]));
        faults.add(new Fault("cut", Arrays.copyOf(bytes, bytes.length / 2)));
        faults.add(new Fault("lacks the last byte", Arrays.copyOf(bytes, Math.max(0, bytes.length - 1))));
        return faults;
    }

    @Test
    void whateverFileIsDamagedEitherNothingChangesOrItIsTold() throws Exception {
        Random dice = new Random(Integer.getInteger("axial.seed", 5));
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (Path file : kinds) {
            for (Fault fault : faults(file, dice)) {
                for (boolean withSum : isCheckSum(file) ? List.of(true) : List.of(true, false)) {
                    String what = kind(file) + " " + fault.name() + (withSum ? "" : ", without its check sum");
                    String end = end(file, fault, withSum);
                    ends.merge(kind(file) + ": " + end.replaceAll(" .*", ""), 1, Integer::sum);
                    if (!end.equals("same") && !end.equals("told")) {
                        wrong.add(what + ": " + end);
                    }
                }
            }
        }
        System.out.println(ends);
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    private static String end(Path file, Fault fault, boolean withSum) throws IOException {
        Folders.remove(shelf.folder());
        Folders.copy(dir.resolve("kept"), shelf.folder());
        if (!withSum) {
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
        byte[] left = fault.left();
        if (left == null) {
            Files.delete(file);
        } else {
            Files.write(file, left);
        }
        try {
            Read read = read();
            return read.equals(whole) ? "same" : "other: " + read;
        } catch (Exception thrown) { // Spark throws checked exceptions that it does not declare
            StoreRefused told = Damage.in(thrown);
            return told == null
                    ? "fault: " + thrown + " by " + thrown.getCause()
                    : Objects.requireNonNull(told.getMessage()).contains("/visits/") ? "told" : "unnamed: " + told;
        }
    }
}
