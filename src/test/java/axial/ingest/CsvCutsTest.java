package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV file that is read in stretches gives the records, and their lines, of the file read as one. */
class CsvCutsTest {
    private static final int FILES = 2_000;
    private static final List<String> PIECES =
            List.of("a", "7", " ", "\"\"", "\u00e9", "\u20ac", ",", "\n", "\r\n", "\r", ";", "x\"y", "\"\"\"\"", "'");

    @TempDir
    private Path dir = Path.of("");

    private static String cell(Random dice, char delimiter) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(dice.nextInt(PIECES.size())));
        }
        String inside = text.toString();
        boolean bare = dice.nextBoolean();
        if (!bare) {
            return "\"" + inside.replace("\"", "\"\"") + "\"";
        }
        String plain = inside.replaceAll("[\\n\\r" + delimiter + "]", "");
        return plain.startsWith("\"") ? "b" + plain : plain;
    }

    private static String file(Random dice, char delimiter) {
        StringBuilder text = new StringBuilder(dice.nextBoolean() ? "\ufeff" : "");
        text.append("one").append(delimiter).append("\"two\"").append(delimiter).append("three\n");
        List<String> ends = List.of("\n", "\r\n", "\r", "\n\n");
        for (int row = dice.nextInt(40); row >= 0; row--) {
            for (int i = 0; i < 3; i++) {
                text.append(i == 0 ? "" : delimiter).append(cell(dice, delimiter));
            }
            text.append(row == 0 && dice.nextBoolean() ? "" : ends.get(dice.nextInt(ends.size())));
        }
        return text.toString();
    }

    private static List<String> records(SourceFile file, Job.Source source) throws IOException {
        List<String> records = new ArrayList<>();
        try (CsvRecords read = new CsvRecords(file, source)) {
            while (read.hasNext()) {
                RawRecord record = read.next();
                StringBuilder cells = new StringBuilder(record.line() + record.fault());
                record.names()
                        .forEach(name -> cells.append('|').append(record.cells().apply(name)));
                records.add(cells.toString());
            }
        }
        return records;
    }

    private static List<Stretch> stretches(byte[] bytes, char delimiter, int apart, int buffer) {
        CsvCuts cuts = new CsvCuts(delimiter, apart);
        for (int from = 0; from < bytes.length; from += buffer) {
            byte[] piece = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + buffer));
            cuts.look(piece, piece.length);
        }
        return cuts.stretches();
    }

    @Test
    void stretchesTogetherAreTheFile() throws IOException {
        Random dice = new Random(4);
        int cut = 0;
        for (int n = 0; n < FILES; n++) {
            char delimiter = n % 3 == 0 ? ';' : ',';
            byte[] bytes = file(dice, delimiter).getBytes(StandardCharsets.UTF_8);
            Path path = Files.write(dir.resolve("visits.csv"), bytes);
            SourceFile file = new SourceFile(path.toUri().toString(), "visits.csv");
            Job.Source source = new Job.Source(
                    "visits.csv", "visits", "csv", Map.of(), Map.of(), Map.of("delimiter", String.valueOf(delimiter)));
            List<Stretch> stretches = stretches(bytes, delimiter, 1 + dice.nextInt(200), 1 + dice.nextInt(64));
            List<String> together = new ArrayList<>();
            for (Stretch stretch : stretches) {
                together.addAll(records(file.only(stretch), source));
            }
            assertEquals(records(file, source), together, () -> new String(bytes, StandardCharsets.UTF_8));
            cut += stretches.size() - 1;
        }
        assertTrue(cut > FILES, cut + " cuts");
    }

    @Test
    void accountsOfStretchesAddUpToTheAccountOfTheFile() throws IOException {
        StringBuilder text = new StringBuilder(Intake.HEADER.replace("\n", ",note\n"));
        for (int i = 0; i < 4_000; i++) {
            text.append("V" + i + ",P" + i / 3 + ",C" + i % 7 + ",2024-0" + (1 + i % 9) + "-04,massage," + i % 12 + ","
                    + (i % 5 == 0 ? "\"a,\nb" + i + "\"" : "n" + i % 9) + "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(dir.resolve("visits.csv"), bytes);
        Job job = JobFixture.job().source(JobFixture.csv("visits.csv")).build();
        Arrival whole = Arrival.find(job, dir).get(0).numbered(1);
        Arrival parted = new Arrival(whole.found(), whole.sha256(), 1, stretches(bytes, ',', 10_000, 8192));
        assertTrue(parted.stretches().size() > 5);
        List<List<?>> seen = new ArrayList<>();
        for (Arrival arrival : List.of(whole, parted)) {
            try (Ingest ingest = Ingest.read(LocalSpark.session(), job, List.of(arrival), null, patient -> false, 4)) {
                FileAccount account = FileAccount.of(ingest.accounts().get(1));
                List<String> places = new ArrayList<>();
                account.quality()
                        .records()
                        .places()
                        .forEach((place, counts) -> places.add(place + " " + counts.records + counts.failing));
                account.quality()
                        .units()
                        .clinics()
                        .forEach((clinic, tally) ->
                                places.add(clinic + " " + tally.field(0).all()));
                seen.add(List.of(
                        ingest.books(),
                        account.read(),
                        account.quality().records().columns(),
                        account.quality().records().undeclared(),
                        account.columns().keySet(),
                        places,
                        ingest.accepted().collectAsList().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList()));
            }
        }
        assertEquals(seen.get(0), seen.get(1));
    }
}
