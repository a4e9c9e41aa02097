package axial.ingest;

import static axial.ingest.Intake.GOOD;
import static axial.ingest.Intake.HEADER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kinds of files are read, and what is said of those that are not. */
class FilesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String UMLAUT = "V1,P1,Köln,2024-03-04,manipulation:cervical,6\n";

    @TempDir
    Path dir = Path.of("");

    private static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), "'" + part + "' is missing in: " + message);
        }
    }

    @Test
    void aQuotedNewlineStaysInItsCellAndLinesAreStillCountedRight() throws IOException {
        List<Intake.Fate> fates = Intake.of(
                        dir,
                        "visit_id,patient_id,clinic_id,visit_date,treatments,adverse_event\n"
                                + "V1,P1,C1,2024-03-04,massage,\"sore,\nthen \"\"stiff\"\"\"\n"
                                + "V2,P1,C1,2024-03-05,massage,\n")
                .read();
        assertEquals("sore,\nthen \"stiff\"", fates.get(0).at("adverse_event"));
        assertEquals(List.of(2L, 4L), fates.stream().map(Intake.Fate::line).toList());
    }

    @Test
    void aFolderAndAPatternNameTheFilesInThem() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("export"));
        for (String name : List.of("b.csv", "a.csv", "_SUCCESS", ".hidden")) {
            Files.writeString(folder.resolve(name), HEADER + GOOD);
        }
        for (String path : List.of("export", "export/", "export/*.csv", "exp*")) {
            Job job = JobFixture.job().source(JobFixture.csv(path)).build();
            assertEquals(
                    List.of("a.csv", "b.csv"),
                    Sources.find(job, dir).stream()
                            .map(found -> found.file().shown().replaceFirst("^export/", ""))
                            .toList(),
                    path);
        }
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumnsName() throws IOException {
        assertEquals("V1", Intake.of(dir, "\ufeff" + HEADER + GOOD).only().at("visit_id"));
    }

    @Test
    void utf16WithAByteOrderMarkIsRead() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(
                    "Köln",
                    Intake.of(dir, "\ufeff" + HEADER + UMLAUT, charset).only().at("clinic_id"));
        }
    }

    @Test
    void aDeclaredEncodingIsUsed() throws IOException {
        Intake declared = Intake.of(dir, HEADER + UMLAUT, WINDOWS).option("encoding", "windows-1252");
        assertEquals("Köln", declared.only().at("clinic_id"));
    }

    @Test
    void anUndeclaredEncodingIsRefusedByNameWhereverTheByteStands() throws IOException {
        assertSays(Intake.of(dir, HEADER + UMLAUT, WINDOWS).refusal(), "visits.csv", "UTF-8", "encoding: windows-1252");
        String many = HEADER + manyRows(5000) + UMLAUT.replace("V1", "V0");
        assertSays(Intake.of(dir, many, WINDOWS).refusal(), "line 5002", "encoding: windows-1252");
    }

    private static String manyRows(int count) {
        StringBuilder rows = new StringBuilder();
        Random dice = new Random(1);
        for (int i = 0; i < count; i++) {
            rows.append("V").append(i).append(",P").append(dice.nextInt()).append(",C1,2024-03-04,massage,6\n");
        }
        return rows.toString();
    }

    @Test
    void gzipIsUnpackedWhateverTheNameSays() throws IOException {
        assertEquals("V1", Intake.of(dir, Intake.gzip(HEADER + GOOD)).only().at("visit_id"));
    }

    @Test
    void gzipCutInTheMiddleIsRefused() throws IOException {
        byte[] whole = Intake.gzip(HEADER + manyRows(5000));
        for (int length : new int[] {whole.length / 2, whole.length - 5, 12}) {
            assertSays(Intake.of(dir, Arrays.copyOf(whole, length)).refusal(), "compressed file ends too early");
        }
    }

    @Test
    void anUnterminatedQuoteIsRefusedWithItsLine() throws IOException {
        String before = HEADER + GOOD;
        assertSays(
                Intake.of(dir, before + "V2,P1,\"C1,2024-03-05,massage,5\nV3,P1,C1,2024-03-06,massage,4\n")
                        .refusal(),
                "visits.csv",
                "line 3, column 3",
                "quot");
        assertSays(
                Intake.of(dir, before + "V2,P1,\"C1,2024-03-05,massage,5\n" + manyRows(5000))
                        .refusal(),
                "line 3, column 3",
                "quot");
        assertSays(Intake.of(dir, before + "V2,P1,C1,2024-03-05,massage,\"5").refusal(), "line 3, column 6", "quot");
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreRefused() throws IOException {
        assertSays(Intake.of(dir, "").refusal(), "visits.csv", "empty");
        assertSays(Intake.of(dir, "\n\n").refusal(), "empty");
        assertSays(Intake.of(dir, HEADER).refusal(), "header", "no visit");
    }

    @Test
    void columnsThatStandTwiceOrAreMissingAreAllNamed() throws IOException {
        String refusal = Intake.of(
                        dir, "visit_id,patient_id,visit_date,treatments,pain_nprs,pain_nprs\nV,P,2024-03-04,,1,2\n")
                .refusal();
        assertSays(refusal, "pain_nprs", "twice", "clinic_id", "missing", "map: { clinic_id:");
    }

    @Test
    void whatIsNoTextIsRefusedAsWhatItIs() throws IOException {
        assertSays(Intake.of(dir, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}).refusal(), "zip", "Excel", "CSV UTF-8");
        assertSays(Intake.of(dir, "PAR1 and so on").refusal(), "Parquet", "format: parquet");
        assertSays(Intake.of(dir, HEADER + GOOD).format("parquet").refusal(), "not a Parquet file");
    }

    @Test
    void everyProblemOfAMissingFileIsSaid() throws IOException {
        Intake intake = Intake.of(dir, HEADER + GOOD);
        java.nio.file.Files.delete(dir.resolve("visits.csv"));
        assertSays(intake.refusal(), "visits.csv", "no such file");
    }

    @Test
    void aMappedColumnThatIsNotThereIsRefused() throws IOException {
        assertSays(Intake.of(dir, HEADER + GOOD).map("ndi_percent", "NDI").refusal(), "NDI", "ndi_percent", "missing");
    }

    @Test
    void aRaggedRowIsRefusedAsAWhole() throws IOException {
        List<Intake.Fate> fates = Intake.of(
                        dir, HEADER + "V1,P1,C1,2024-03-04,massage\n" + GOOD + "V3,P1,C1,2024-03-04,massage,6,7\n")
                .read();
        assertEquals(List.of(" broken_record"), fates.get(0).codes());
        assertEquals(List.of(), fates.get(1).codes());
        assertEquals(List.of(" broken_record"), fates.get(2).codes());
    }

    @Test
    void anotherDelimiterCanBeDeclared() throws IOException {
        Intake semicolons = Intake.of(dir, (HEADER + GOOD).replace(',', ';')).option("delimiter", ";");
        assertEquals(6_000_000, semicolons.only().at("pain_nprs"));
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        List<String> names = List.of("visit_id", "patient_id", "clinic_id", "visit_date", "treatments");
        List<String> cells = List.of("V1", "P1", "C1", "2024-03-04", "massage;heat");
        Intake.Fate expected = null;
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
        assertEquals(120, orders.size());
        for (List<Integer> order : orders) {
            String header = String.join(",", order.stream().map(names::get).toList());
            String row = String.join(",", order.stream().map(cells::get).toList());
            Intake.Fate fate = Intake.of(dir, header + "\n" + row + "\n").only();
            expected = expected == null ? fate : expected;
            assertEquals(expected, fate, header);
        }
    }

    private static List<List<Integer>> orders(List<Integer> places) {
        if (places.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new java.util.ArrayList<>();
        for (Integer first : places) {
            List<Integer> others = new java.util.ArrayList<>(places);
            others.remove(first);
            for (List<Integer> rest : orders(others)) {
                List<Integer> order = new java.util.ArrayList<>(Collections.singleton(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void noRefusalShowsAnythingOfTheData() throws IOException {
        String secret = "ZZSECRET";
        List<byte[]> broken = List.of(
                (secret + "," + secret + ",x\n").getBytes(StandardCharsets.UTF_8),
                (HEADER + secret + ",\"" + secret + "\n" + secret).getBytes(StandardCharsets.UTF_8),
                (HEADER + secret + ",\u00e4" + secret + "\n").getBytes(WINDOWS),
                Arrays.copyOf(Intake.gzip(HEADER + secret + manyRows(50)), 100),
                ("PAR1" + secret).getBytes(StandardCharsets.UTF_8),
                ("PK\u0003\u0004" + secret).getBytes(StandardCharsets.UTF_8));
        for (byte[] content : broken) {
            assertFalse(Intake.of(dir, content).refusal().contains(secret));
        }
        String json = "{\"visit_id\":\"" + secret + "\"}\n" + secret;
        assertFalse(Intake.of(dir, json).format("ndjson").refusal().contains(secret));
    }
}
