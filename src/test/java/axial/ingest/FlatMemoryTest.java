package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much is read, the memory stays flat: the reading process has 64 MB of heap. */
class FlatMemoryTest {
    private static final String HEAP = "-Xmx64m";
    private static final int MEGABYTES = 200;

    @TempDir
    Path dir = Path.of("");

    private static List<String> readAlone(List<String> filesAndFormats) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReadAlone.class.getName()));
        command.addAll(filesAndFormats);
        Process reader = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reader.waitFor(), "the reader failed, most likely for want of memory: " + said);
        return said.lines().toList();
    }

    private static long writeRows(OutputStream to) throws IOException {
        String event = "sore and stiff, ".repeat(20);
        long written = 0;
        long rows = 0;
        for (; written < MEGABYTES * 1_000_000L; rows++) {
            byte[] row = ("V" + rows + ",P" + rows % 10_007 + ",C1,2024-03-04,massage,6,\"" + event + "\"\n")
                    .getBytes(StandardCharsets.UTF_8);
            to.write(row);
            written += row.length;
        }
        return rows;
    }

    @Test
    void twoHundredMegabytesOfRows() throws IOException, InterruptedException {
        Path file = dir.resolve("visits.csv");
        long rows;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            to.write((HostileFile.HEADER.strip() + ",adverse_event\n").getBytes(StandardCharsets.UTF_8));
            rows = writeRows(to);
        }
        assertEquals(List.of("read " + rows), readAlone(List.of(file.toString(), "csv")));
    }

    @Test
    void bombs() throws IOException, InterruptedException {
        List<String> bombs = new ArrayList<>();
        for (HostileFile bomb : PackedFiles.bombs()) {
            Path folder = Files.createDirectory(dir.resolve("bomb" + bombs.size()));
            bomb.writeTo(folder);
            bombs.addAll(List.of(
                    folder.resolve("visits.csv").toString(), bomb.source().format()));
        }
        List<String> said = readAlone(bombs);
        assertEquals(bombs.size() / 2, said.size());
        said.forEach(words -> assertTrue(words.startsWith("refused visits.csv"), words));
    }
}
