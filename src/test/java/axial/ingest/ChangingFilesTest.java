package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change while they are read, or may not be read. */
class ChangingFilesTest {
    private static final int ROWS = 20_000;

    @TempDir
    Path dir = Path.of("");

    private interface Change {
        void of(Path file) throws IOException;
    }

    private static String rows(String row) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> row.replace("V1", "V" + i))
                .collect(Collectors.joining());
    }

    /** What is said where the file changes after its first record. */
    private static String changed(Intake intake, Path folder, Change change) throws IOException {
        Sources.Found found = Sources.find(intake.job(), folder).get(0);
        try (Format.Records records = Format.ALL.get(found.source().format()).read(found.file(), found.source())) {
            assertEquals(
                    2 - (found.source().format().equals("csv") ? 0 : 1),
                    records.next().line());
            change.of(folder.resolve("visits.csv"));
            return assertThrows(InputRefused.class, () -> {
                        while (records.hasNext()) {
                            records.next();
                        }
                    })
                    .getMessage();
        }
    }

    private static void grow(Path file) throws IOException {
        Files.write(
                file,
                "V,P,C,2024-03-04,,1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    }

    @Test
    void aFileStillBeingWrittenIsRefused() throws IOException {
        String table = HostileFile.HEADER + rows(HostileFile.ROW);
        String json = rows(
                "{\"visit_id\":\"V1\",\"patient_id\":\"P\",\"clinic_id\":\"C\",\"visit_date\":\"2024-03-04\",\"treatments\":[]}\n");
        for (Change change : List.<Change>of(ChangingFilesTest::grow, ChangingFilesTest::touch)) {
            for (Intake intake :
                    List.of(Intake.of(dir, table), Intake.of(dir, json).format("ndjson"))) {
                Files.writeString(
                        dir.resolve("visits.csv"), intake.source().format().equals("csv") ? table : json);
                String said = changed(intake, dir, change);
                assertTrue(said.contains("changed while it was read"), said);
                assertTrue(said.startsWith("visits.csv"), said);
            }
        }
    }

    @Test
    void aFileThatChangesBetweenTheLookAndTheReadingIsRefused() throws IOException {
        Intake intake = Intake.of(dir, HostileFile.HEADER + HostileFile.ROW);
        Sources.Found found = Sources.find(intake.job(), dir).get(0);
        grow(dir.resolve("visits.csv"));
        InputRefused refused = assertThrows(InputRefused.class, () -> {
            try (Format.Records records = Format.ALL.get("csv").read(found.file(), found.source())) {
                while (records.hasNext()) {
                    records.next();
                }
            }
        });
        assertTrue(refused.getMessage().contains("changed while it was read"), refused.getMessage());
    }

    @Test
    void aFileThatMayNotBeReadIsRefusedInWords() throws IOException {
        SourceFile file = new SourceFile("file:/visits.csv", "visits.csv");
        String said = file.unreadable(new IOException(new AccessDeniedException("visits.csv")), 0)
                .getMessage();
        assertTrue(said.startsWith("visits.csv: no permission to read it"), said);
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Intake intake = Intake.of(dir, HostileFile.HEADER + HostileFile.ROW);
        Path file = dir.resolve("visits.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "whoever may read everything, as root may, cannot see this");
        assertTrue(intake.refusal().contains("no permission to read it"));
    }
}
