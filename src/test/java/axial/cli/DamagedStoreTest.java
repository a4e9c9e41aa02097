package axial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.Folders;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the store that is gone, cut off or changed is told plainly, or what it held is made anew; no number changes. */
class DamagedStoreTest {
    private static final String JOB = """
            axial: 1
            title: From a damaged store
            visits: [{ path: visits.csv }]
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 } }
            disclosure: { profile: trusted, min_cell: 5 }
            questions:
              - { id: one, ask: "Which?", arm: cervical_manipulation, comparator: cervical_mobilization }
            """;

    @TempDir
    private static Path dir = Path.of("");

    private static Map<String, String> whole = Map.of();

    /** What happens to a file. Gone or flipped so, it takes with it the check sum that Hadoop put beside it. */
    private enum Fault {
        GONE,
        CUT,
        EMPTIED,
        FLIPPED,
        FLIPPED_WITHOUT_CHECK_SUM
    }

    @BeforeAll
    static void aStoreOfOneRunWithARefusedRecord() throws Exception {
        Synth.write(new SynthPlan(60, 3, 11, "default"), dir);
        Path visits = dir.resolve("visits.csv");
        Files.writeString(visits, Files.readString(visits).replaceFirst("2024-\\d\\d-\\d\\d", "2024-99-99"));
        Files.writeString(dir.resolve("job.yaml"), JOB);
        assertEquals(0, run().exitCode());
        Thread.sleep(2_500); // what was written within two seconds is not remembered yet
        assertEquals(0, run().exitCode());
        Folders.remove(dir.resolve("out/store/sums"));
        Folders.copy(dir.resolve("out"), dir.resolve("kept"));
        whole = tables();
        assertTrue(whole.get("rejects.csv").contains("visit_date"), whole.get("rejects.csv"));
    }

    private static Said run() {
        return Said.by(
                "run",
                dir.resolve("job.yaml").toString(),
                "--out",
                dir.resolve("out").toString(),
                "--master",
                "local[2]",
                "--spark",
                "spark.sql.shuffle.partitions=2");
    }

    private static Map<String, String> tables() throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (Path file : files(dir.resolve("out"), ".*/out/[a-z_]+\\.(csv|html)")) {
            tables.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        return tables;
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    /** Runs again from the first of the files of the store with such a name, after that has happened to it. */
    private static Said after(Fault fault, String name) throws IOException {
        Folders.remove(dir.resolve("out"));
        Folders.copy(dir.resolve("kept"), dir.resolve("out"));
        Path file = files(dir.resolve("out/store"), ".*/" + name).get(0);
        Path checkSum = file.resolveSibling("." + file.getFileName() + ".crc");
        byte[] bytes = Files.readAllBytes(file);
        if (fault == Fault.GONE || fault == Fault.FLIPPED_WITHOUT_CHECK_SUM) {
            Files.deleteIfExists(checkSum);
        }
        bytes[bytes.length / 2] ^= 16;
        switch (fault) {
            case GONE -> Files.delete(file);
            case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case EMPTIED -> Files.write(file, new byte[0]);
            case FLIPPED, FLIPPED_WITHOUT_CHECK_SUM -> Files.write(file, bytes);
        }
        return run();
    }

    private static void isTold(String name, Fault... faults) throws IOException {
        for (Fault fault : faults) {
            Said said = after(fault, name);
            assertEquals(3, said.exitCode(), name + " " + fault + ": " + said.err());
            assertTrue(
                    said.err().contains("the visit store is damaged: " + dir.resolve("out/store/visits")), said.err());
            assertTrue(said.err().contains("Put back a copy of the store"), said.err());
            assertFalse(said.err().contains("\tat "), said.err());
        }
    }

    private static void isMadeAnew(String name, Fault... faults) throws IOException {
        for (Fault fault : faults) {
            Said said = after(fault, name);
            assertEquals(0, said.exitCode(), name + " " + fault + ": " + said.err());
            assertEquals(whole, tables(), name + " " + fault);
        }
    }

    @Test
    void visitsThatAreGoneCutOffOrChangedAreTold() throws IOException {
        isTold("data/.*/bucket=0/part-.*parquet", Fault.GONE, Fault.FLIPPED, Fault.FLIPPED_WITHOUT_CHECK_SUM);
    }

    @Test
    void refusedRecordsThatAreGoneCutOffOrChangedAreTold() throws IOException {
        isTold("refused/.*/part-.*parquet", Fault.GONE, Fault.CUT, Fault.FLIPPED_WITHOUT_CHECK_SUM);
    }

    @Test
    void aLedgerThatIsGoneCutOffOrChangedIsTold() throws IOException {
        isTold("ledger/[^.].*json", Fault.GONE, Fault.CUT, Fault.FLIPPED_WITHOUT_CHECK_SUM);
    }

    @Test
    void metadataThatAreGoneOrCutOffAreTold() throws IOException {
        isTold("metadata/v\\d+.metadata.json", Fault.GONE, Fault.CUT);
        isTold("metadata/snap-.*avro", Fault.GONE, Fault.EMPTIED);
        isTold("metadata/[^.s].*-m0.avro", Fault.GONE, Fault.FLIPPED);
    }

    @Test
    void whatTheStoreCanDoWithoutIsMadeAnew() throws IOException {
        isMadeAnew("metadata/version-hint.text", Fault.FLIPPED, Fault.GONE);
        isMadeAnew("known-files.json", Fault.CUT, Fault.FLIPPED_WITHOUT_CHECK_SUM);
        Folders.remove(dir.resolve("out/store/visits"));
        assertEquals(0, run().exitCode(), "as the message says");
        assertEquals(whole, tables());
    }
}
