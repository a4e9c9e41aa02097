package axial.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.Coding;
import axial.question.QualityCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door, as a user meets it: exit codes and what is said. */
class MainTest {
    private static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs\n";
    private static final String ROW = "V1,P1,C1,2024-03-04,manipulation:cervical,6\n";
    private static final String JOB = """
            axial: 1
            title: A small job
            visits:
              - path: visits.csv
            arms:
              cervical_manipulation: [manipulation:cervical]
              cervical_mobilization: [mobilization:cervical]
            outcomes: { pain_nprs: { mcid: 2 } }
            questions:
              - id: one
                ask: Which is better?
                arm: cervical_manipulation
                comparator: cervical_mobilization
            """;

    @TempDir
    private Path folder;

    private static Said say(String... arguments) {
        return Said.by(arguments);
    }

    private Said run(String job, byte[] visits) throws IOException {
        Files.write(folder.resolve("visits.csv"), visits);
        Path file = Files.writeString(folder.resolve("job.yaml"), job);
        return say("run", file.toString(), "--out", folder.resolve("out").toString(), "--master", "local[1]");
    }

    private static void refused(Said said, String words) {
        assertEquals(3, said.exitCode(), said.err());
        assertTrue(said.err().contains(words), said.err());
        assertFalse(said.err().contains("\tat "), "a stack trace: " + said.err());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void withoutACommandItShowsHowToUseIt() {
        Said said = say();
        assertEquals(2, said.exitCode());
        assertTrue(said.err().contains("run") && said.err().contains("check"), said.err());
    }

    @Test
    void helpNamesTheExitCodes() {
        Said said = say("--help");
        assertEquals(0, said.exitCode());
        assertTrue(said.out().contains("the input is refused"), said.out());
    }

    @Test
    void theLanguageOfThePagesIsWrittenSmallOrLarge() {
        for (String language : new String[] {"de", "DE"}) {
            Said said = say("report", folder.resolve("nowhere").toString(), "--language", language);
            assertTrue(said.err().contains("nowhere") && !said.err().contains("--language"), said.err());
        }
    }

    @Test
    void aMissingJobFileIsAMistakeOfUsage() {
        Said said = say("check", folder.resolve("nowhere.yaml").toString());
        assertEquals(2, said.exitCode());
        assertTrue(said.err().contains("nowhere.yaml"), said.err());
    }

    @Test
    void everyMistakeInAJobFileIsToldAtOnceWithItsLine() throws IOException {
        Said said = run(JOB.replace("pain_nprs", "pain_nprz").replace("title:", "titel:"), bytes(HEADER + ROW));
        assertEquals(2, said.exitCode(), said.err());
        assertTrue(said.err().contains("line 2") && said.err().contains("title"), said.err());
        assertTrue(said.err().contains("pain_nprs"), said.err());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused(run(JOB, new byte[0]), "empty");
    }

    @Test
    void aFileOfOnlyAHeaderIsRefused() throws IOException {
        refused(run(JOB, bytes(HEADER)), "no visit");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        refused(run(JOB.replace("visits.csv", "other.csv"), bytes(HEADER + ROW)), "no such file");
    }

    @Test
    void everyMissingColumnIsNamed() throws IOException {
        Said said = run(JOB, bytes("visit,patient_id,visit_date,treatments\nV1,P1,2024-03-04,\n"));
        refused(said, "column visit_id is missing");
        assertTrue(said.err().contains("column clinic_id is missing"), said.err());
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(HEADER));
            for (int i = 0; i < 50_000; i++) {
                gzip.write(bytes("V" + i + ",P" + i * 7919L % 10_007 + ",C1,2024-03-04,manipulation:cervical,6\n"));
            }
        }
        byte[] whole = packed.toByteArray();
        refused(run(JOB, java.util.Arrays.copyOf(whole, whole.length / 2)), "ends too early");
    }

    @Test
    void aFileInWhichEveryRecordIsBadIsRefusedAndItsReasonsWritten() throws IOException {
        Said said = run(JOB, bytes(HEADER + "V1,P1,C1,2024-02-30,manipulation:cervical,77\n"));
        refused(said, "every record was refused");
        String rejects = Files.readString(folder.resolve("out/rejects.csv"));
        assertTrue(rejects.contains("date_not_understood") && rejects.contains("outside_range"), rejects);
        assertFalse(rejects.contains("77"), "a patient's value: " + rejects);
    }

    @Test
    void aRunPrintsItsReportAndAReportIsRedrawnWithTheSameBytes() throws IOException {
        Said said = run(JOB, bytes(HEADER + ROW + "V2,P1,C1,2024-04-01,,3\n"));
        assertEquals(0, said.exitCode(), said.err());
        assertTrue(said.out().contains("report.html"), said.out());
        Path page = folder.resolve("out/report.html");
        byte[] first = Files.readAllBytes(page);
        Files.delete(page);
        assertEquals(0, say("report", folder.resolve("out").toString()).exitCode());
        assertEquals(new String(first, StandardCharsets.UTF_8), Files.readString(page));
    }

    @Test
    void theSameJobTwiceInOneFolderIsNoChange() throws IOException {
        byte[] visits = bytes(HEADER + ROW + "V2,P1,C1,2024-04-01,,3\n");
        run(JOB, visits);
        String first = Files.readString(folder.resolve("out/flow.csv"));
        assertEquals(0, run(JOB, visits).exitCode());
        assertEquals(first, Files.readString(folder.resolve("out/flow.csv")));
    }

    @Test
    void everyExitCodeReasonAndMetricIsExplained() {
        for (String what : new String[] {"3", "outside_range", "conflicting_versions", "hedges_g", "noninferiority"}) {
            Said said = say("explain", what);
            assertEquals(0, said.exitCode(), what);
            assertTrue(said.out().length() > 40, what + ": " + said.out());
        }
        assertEquals(2, say("explain", "nothing-like-it").exitCode());
    }

    @Test
    void everyFaultAndCheckIsExplained() {
        for (Coding coding : Coding.values()) {
            assertTrue(say("explain", coding.word()).out().startsWith(coding.word() + ": "), coding.word());
        }
        for (QualityCheck check : QualityCheck.values()) {
            assertTrue(say("explain", check.name()).out().startsWith(check.name() + ": "), check.name());
        }
        assertTrue(say("explain", "undeclared_missing").out().contains("null_values"));
    }

    @Test
    void aClinicInAnotherUnitIsRefusedWithTheLineToAdd() throws IOException {
        StringBuilder visits = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            visits.append("V" + i + ",P" + i + ",C" + i % 2 + ",2024-03-04,manipulation:cervical,"
                    + (i % 2 == 0 ? i % 10 : 10 * (i % 10)) + "\n");
        }
        refused(
                run(JOB, bytes(visits.toString())),
                "visits.csv, clinic C1: pain_nprs is mostly above the end of its scale.");
        String declared = JOB.replace(
                "  - path: visits.csv",
                "  - path: visits.csv\n    convert: [{ fields: pain_nprs, from: vas_mm, clinics: C1 }]");
        assertEquals(0, run(declared, bytes(visits.toString())).exitCode());
    }

    @Test
    void theSchemaIsJson() throws IOException {
        Said said = say("schema");
        assertEquals(0, said.exitCode());
        assertTrue(new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(said.out())
                .isObject());
    }

    @Test
    void whatWasPublishedIsKeptAndTheSameVisitsSayTheSameAgain() throws IOException {
        StringBuilder visits = new StringBuilder(HEADER);
        for (int p = 0; p < 80; p++) {
            String who = "P" + p + ",C" + p % 2;
            String treatment = p % 3 == 0 ? "manipulation:cervical" : "mobilization:cervical";
            visits.append("A%d,%s,2024-03-04,%s,%d%n".formatted(p, who, treatment, 5 + p % 4));
            visits.append("B%d,%s,2024-03-25,%s,%d%n".formatted(p, who, treatment, 2 + p % 5));
        }
        Path list = folder.resolve("published/list.csv");
        Said first = publish(list, visits.toString());
        assertEquals(0, first.exitCode(), first.err());
        byte[] flow = Files.readAllBytes(folder.resolve("out/flow.csv"));
        byte[] published = Files.readAllBytes(list);
        Said again = publish(list, visits.toString());
        assertEquals(0, again.exitCode(), again.err());
        assertFalse(again.err().contains("repeat the last release"), again.err());
        assertArrayEquals(flow, Files.readAllBytes(folder.resolve("out/flow.csv")));
        assertArrayEquals(published, Files.readAllBytes(list));
        visits.append("A99,P99,C0,2024-03-04,manipulation:cervical,6\n");
        visits.append("B99,P99,C0,2024-03-25,manipulation:cervical,4\n");
        Said oneMore = publish(list, visits.toString());
        assertTrue(oneMore.err().contains("repeat the last release"), oneMore.err());
        assertArrayEquals(flow, Files.readAllBytes(folder.resolve("out/flow.csv")));
        Files.delete(folder.resolve("published/list.csv.tables/flow.csv"));
        Said damaged = publish(list, visits.toString());
        refused(damaged, "put back a copy of both");
        assertFalse(damaged.err().contains("1/5"), damaged.err());
    }

    private Said publish(Path list, String visits) throws IOException {
        Files.writeString(folder.resolve("visits.csv"), visits);
        Path job = Files.writeString(folder.resolve("job.yaml"), JOB);
        return say(
                "run",
                job.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--master",
                "local[1]",
                "--published",
                list.toString());
    }
}
