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
import java.util.zip.GZIPOutputStream;
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

    /** Rows that pack about 10 to 1, as real ones do. */
    private static long writeRows(OutputStream to) throws IOException {
        long written = 0;
        long rows = 0;
        while (written < MEGABYTES * 1_000_000L) {
            String row = "V" + rows + ",P" + rows * 7919 % 1_000_003 + ",C" + rows % 97 + ",2024-03-04,massage;heat,"
                    + rows * 31 % 11 + "\n";
            byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
            to.write(bytes);
            written += bytes.length;
            rows++;
        }
        return rows;
    }

    @Test
    void twoHundredMegabytesOfRows() throws IOException, InterruptedException {
        Path file = dir.resolve("visits.csv");
        long rows;
        try (OutputStream to = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16))) {
            to.write(HostileFile.HEADER.getBytes(StandardCharsets.UTF_8));
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
