package axial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.privacy.IdentifierKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred values that nobody may see, sent down every road that ends in a message, a table or a page. */
class CanaryTest {
    private static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs,sex,extra\n";
    private static final String JOB = """
            axial: 1
            title: Canaries
            visits: [{ path: visits.csv, options: { OPTIONS } }]
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 } }
            questions:
              - { id: one, ask: Which is better, arm: cervical_manipulation, comparator: cervical_mobilization }
            """;

    @TempDir
    private Path folder;

    private final List<String> canaries = new ArrayList<>();

    private record Said(int exitCode, String text) {}

    /** A value that stands nowhere else. */
    private String canary() {
        String canary = "kanari" + Long.toString(1_000_003L * (canaries.size() + 17), 36);
        canaries.add(canary);
        return canary;
    }

    private static String good(int i) {
        return String.format(
                Locale.ROOT, "V%d,P%d,C%d,2024-03-%02d,manipulation:cervical,6,female,x\n", i, i, i % 3, 1 + i % 28);
    }

    private static String goods(int n) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < n; i++) {
            rows.append(good(i));
        }
        return rows.toString();
    }

    private Said run(byte[] visits, String options) throws IOException {
        Files.write(folder.resolve("visits.csv"), visits);
        Path job = Files.writeString(folder.resolve("job.yaml"), JOB.replace("OPTIONS", options));
        return say("run", job.toString(), "--out", folder.resolve("out").toString(), "--master", "local[1]");
    }

    private static Said say(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exitCode = Main.answer(arguments);
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void silent(int exitCode, Said said) throws IOException {
        assertEquals(exitCode, said.exitCode(), said.text());
        assertFalse(said.text().contains("\tat "), "a stack trace: " + said.text());
        unseen(said.text(), "what is said");
        if (Files.exists(folder.resolve("out"))) {
            try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    unseen(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
                }
            }
        }
    }

    private void unseen(String text, String where) {
        for (String canary : canaries) {
            assertFalse(text.toLowerCase(Locale.ROOT).contains(canary), canary + " in " + where);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusedRecordsAndColumnsThatNobodyDeclaredLeaveNoTrace() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER).append(goods(30));
        for (int i = 0; i < 25; i++) {
            rows.append("W" + i + ",Q1,C1," + canary() + ",massage,6,female,x\n");
            rows.append("X" + i + ",Q1,C1,2024-03-04,massage," + canary() + ",female,x\n");
            rows.append("Y" + i + ",Q1,C1,2024-03-04,massage,6," + canary() + ",x\n");
            rows.append("Z" + i + ",Q1,C1,2024-03-04," + canary() + "!! ,6,female,x\n");
            rows.append("U" + i + ",Q1,C1,2024-03-04,massage,6,female," + canary() + "\n");
            rows.append("T" + i + ",Q1,C1,2024-03-04,massage,6,female,x," + canary() + "\n");
            rows.append("," + canary() + ",C1,2024-03-04,massage,6,female,x\n");
        }
        silent(0, run(utf8(rows.toString()), ""));
        assertTrue(Files.readString(folder.resolve("out/rejects.csv")).contains("broken_record"));
        assertTrue(canaries.size() >= 175);
    }

    @Test
    void aRunThatIsStoppedForIdentifiersLeavesNothing() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 200; i++) {
            rows.append(good(i).replace(",x\n", "," + canary() + "@example.org\n"));
        }
        Said said = run(utf8(rows.toString()), "");
        silent(4, said);
        assertTrue(said.text().contains("column extra: 200 of 200 values look like e-mail addresses"), said.text());
        assertTrue(
                said.text().contains("free_text_discard") && said.text().contains("axial explain email"), said.text());
        try (Stream<Path> left = Files.walk(folder.resolve("out"))) {
            assertEquals(
                    List.of(),
                    left.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("store/lock"))
                            .toList());
        }
    }

    @Test
    void whatIsThrownAwayIsInNoFile() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            rows.append(good(i).replace(",x\n", "," + canary() + "@example.org fell from a ladder\n"));
        }
        silent(0, run(utf8(rows.toString()), "free_text_discard: [extra]"));
    }

    @Test
    void filesThatCannotBeReadAreRefusedWithoutTheirContent() throws IOException {
        List<byte[]> broken = new ArrayList<>();
        broken.add(utf8(canary() + "," + canary() + ",x\n" + canary() + ",1,2\n"));
        broken.add(utf8(HEADER + goods(3) + canary() + ",\"" + canary() + "\n" + canary()));
        broken.add((HEADER + goods(3) + canary() + ",ä" + canary() + "\n").getBytes(Charset.forName("windows-1252")));
        broken.add(
                utf8(HEADER.replace("sex", canary()).replace("extra", canary()).replace("visit_id", canary())));
        broken.add(utf8("PK\u0003\u0004" + canary()));
        broken.add(utf8("{\"visit_id\":\"" + canary() + "\"}\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8(HEADER + canary() + "," + canary() + goods(20_000)));
        }
        broken.add(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        for (byte[] file : broken) {
            silent(3, run(file, ""));
        }
    }

    @Test
    void whateverBreaksInsideIsToldWithoutItsMessage() {
        List<Throwable> faults = List.of(
                new IllegalStateException(canary()),
                new RuntimeException(canary(), new java.io.IOException("No space left on device " + canary())),
                new java.io.UncheckedIOException(new java.io.IOException(canary())),
                new org.apache.spark.SparkException(canary(), new OutOfMemoryError(canary())),
                new org.apache.spark.SparkException(canary(), new NumberFormatException(canary())),
                new StackOverflowError(canary()),
                new AssertionError(canary()));
        for (Throwable fault : faults) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int exitCode = Failures.tell(fault, new PrintStream(said, true, StandardCharsets.UTF_8));
            assertTrue(exitCode == 1 || exitCode == 6);
            assertFalse(said.toString(StandardCharsets.UTF_8).isBlank());
            unseen(said.toString(StandardCharsets.UTF_8), fault.getClass().getName());
        }
    }

    @Test
    void everyKindThatIsLookedForIsExplained() {
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertEquals(0, say("explain", kind.code()).exitCode(), kind.code());
        }
        assertTrue(say("explain", "exit", "4").text().contains("privacy gate"));
    }
}
