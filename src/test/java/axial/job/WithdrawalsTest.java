package axial.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import axial.ingest.LocalSpark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty patients withdraw, one after another; then nothing of them is in any file, as bytes or decoded. */
class WithdrawalsTest {
    private static final int WITHDRAWALS = Integer.getInteger("axial.withdrawals", 3);
    private static final Pattern BASE_64 = Pattern.compile("H4sI[A-Za-z0-9+/]+=*");

    @TempDir
    private Path dir = Path.of("");

    private static String patient(int n) {
        return "withdrawn-" + Long.toString(700_001L + 7919L * n, 36) + "-q";
    }

    private static void put(Shelf shelf, int batch) throws IOException {
        Random dice = new Random(batch);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4 * WITHDRAWALS; i++) {
            rows.add("V" + i + "," + patient(i % (2 * WITHDRAWALS)) + ",C" + i % 3 + ",2024-03-0" + (1 + i % 9)
                    + ",manipulation:cervical," + dice.nextInt(11) + "," + dice.nextInt(3));
        }
        rows.add("," + patient(0) + ",C1,no date,massage,99,1");
        shelf.put("batch" + batch + ".csv", rows.toArray(String[]::new));
    }

    @Test
    void nothingOfFiftyWithdrawnPatientsIsLeftInAnyFile() throws Exception {
        Shelf shelf = Shelf.in(dir, Map.of("record_version", "version"));
        for (int batch = 0; batch < 3; batch++) {
            put(shelf, batch);
            shelf.send();
        }
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < WITHDRAWALS; i++) {
            all.add(patient(i));
        }
        assertFalse(shelf.kept().held().isEmpty(), "some records are held back");
        assertEquals(all, found(all), "the search finds what is there");
        Set<String> gone = new TreeSet<>();
        for (String patient : all) {
            assertEquals(1, shelf.forget(patient).patients());
            gone.add(patient);
            assertEquals(Set.of(), found(gone));
        }
        put(shelf, 7);
        shelf.send();
        assertEquals(Set.of(), found(gone), "a file sent again does not bring them back");
        Shelf.Kept kept = shelf.kept();
        assertEquals(
                WITHDRAWALS,
                Stream.concat(kept.visits().stream(), kept.held().stream())
                        .map(row -> row.replaceAll(".*(withdrawn-\\w+-q).*", "$1"))
                        .distinct()
                        .count(),
                "the others stay");
        try (Stream<Path> files = Files.walk(dir.resolve("store"))) {
            for (Path metadata :
                    files.filter(f -> f.toString().endsWith(".metadata.json")).toList()) {
                String json = Files.readString(metadata);
                assertEquals(1, json.split("\"sequence-number\"", -1).length - 1, "one snapshot: " + json);
            }
        }
    }

    /** Which of the texts stand in any file under the store or the tables, as bytes or decoded. */
    private Set<String> found(Set<String> texts) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(dir.resolve("in")))
                    .toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + decoded(file);
                texts.stream().filter(content::contains).forEach(found::add);
            }
        }
        return found;
    }

    private static String decoded(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".")) {
            return "";
        }
        if (name.endsWith(".parquet")) {
            return LocalSpark.session().read().parquet(file.toString()).collectAsList().stream()
                    .map(Row::toString)
                    .toList()
                    .toString();
        }
        if (name.endsWith(".avro")) {
            StringBuilder records = new StringBuilder();
            try (DataFileReader<GenericRecord> reader =
                    new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
                records.append(reader.getMetaKeys());
                reader.forEach(record -> records.append(record).append(bytes(record)));
            }
            return records.toString();
        }
        return name.endsWith(".json") ? packed(Files.readString(file)) : "";
    }

    /** Bounds of columns are bytes inside of records. */
    private static String bytes(GenericRecord record) {
        StringBuilder text = new StringBuilder();
        record.getSchema().getFields().forEach(field -> {
            Object value = record.get(field.name());
            if (value instanceof GenericRecord inner) {
                text.append(bytes(inner));
            } else if (value instanceof List<?> list) {
                list.forEach(
                        one -> text.append(one instanceof GenericRecord inner ? bytes(inner) : String.valueOf(one)));
            } else if (value instanceof java.nio.ByteBuffer buffer) {
                text.append(StandardCharsets.ISO_8859_1.decode(buffer.duplicate()));
            }
        });
        return text.toString();
    }

    /** What the ledger keeps of each file, unpacked. */
    private static String packed(String json) throws IOException {
        StringBuilder unpacked = new StringBuilder();
        Matcher accounts = BASE_64.matcher(json);
        while (accounts.find()) {
            byte[] bytes = Base64.getDecoder().decode(accounts.group());
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                unpacked.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return unpacked.toString();
    }
}
