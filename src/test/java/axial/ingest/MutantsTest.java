package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good files, mutated at random: whatever comes out is read or refused in words, the same way every time. How many is
 * set by {@code -Daxial.mutants=1000000}.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("axial.mutants", 20_000);

    /** A mutant that takes longer hangs. */
    private static final double LONGEST_SECONDS = 5;

    /** The last of the good files; its reader is slow to set up. */
    private static final int PARQUET = 5;

    private static final int PARQUET_EVERY = 40;

    /** Every so often the files are found and looked into as in a run. */
    private static final int FOUND_EVERY = 37;

    private static final List<byte[]> TOKENS = List.of(
            raw("\""),
            raw("\"\""),
            raw(","),
            raw("\n"),
            raw("\r"),
            raw("\r\n"),
            raw("\u0000"),
            raw("\u00ff\u00fe"),
            raw("\u00ef\u00bb\u00bf"),
            raw("{"),
            raw("["),
            raw("}"),
            raw("\\"),
            raw(":"),
            raw("NaN"),
            raw("1e999"),
            raw("-"),
            raw("9999999999"),
            raw("PK\u0003\u0004"),
            raw("\u001f\u008b\u0008"),
            raw("PAR1"),
            raw("\u00ff\u00ff\u00ff\u007f"),
            raw("<html"),
            raw("\u00c3"));

    @TempDir
    Path dir = Path.of("");

    private record Good(String format, byte[] bytes) {}

    private static byte[] raw(String latin1) {
        return Packed.raw(latin1);
    }

    private static List<Good> good() throws IOException {
        StringBuilder csv = new StringBuilder(HostileFile.HEADER);
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            csv.append("V")
                    .append(i)
                    .append(",P1,\"Köln, ")
                    .append(i)
                    .append("\",2024-03-04,massage;heat,")
                    .append(i % 10)
                    .append(".5\n");
            json.append("{\"visit_id\":\"V")
                    .append(i)
                    .append(
                            "\",\"patient_id\":\"P1\",\"clinic_id\":\"Köln\",\"visit_date\":\"2024-03-04\",\"treatments\":[\"massage\"],\"pain_nprs\":")
                    .append(i)
                    .append("}\n");
        }
        return List.of(
                new Good("csv", Packed.bytes(csv.toString())),
                new Good("csv", Packed.gzip(csv.toString())),
                new Good("csv", ("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE)),
                new Good("ndjson", Packed.bytes(json.toString())),
                new Good("ndjson", Packed.joined(Packed.gzip(json.toString()), Packed.gzip(json.toString()))),
                new Good(
                        "parquet",
                        OddParquet.visits(12, "optional double pain_nprs;", g -> g.append("pain_nprs", 6.0))));
    }

    @Test
    void everyMutantIsReadOrRefusedInWords() throws IOException {
        List<Good> files = good();
        Random dice = new Random(20251124);
        int refused = 0;
        int records = 0;
        Path visits = Files.createFile(dir.resolve("visits.csv"));
        for (int i = 0; i < MUTANTS; i++) {
            Good file = files.get(i % PARQUET_EVERY == 0 ? PARQUET : i % PARQUET);
            byte[] mutant = mutated(file.bytes(), files, dice);
            overwrite(visits, mutant);
            long started = System.nanoTime();
            try {
                records += read(file.format(), visits, i % FOUND_EVERY == 0);
            } catch (InputRefused inWords) {
                refused++;
                inWords.problems().forEach(words -> assertTrue(words.startsWith("visits.csv"), words));
            } catch (IOException | RuntimeException | Error uncaught) {
                Path kept = Files.createTempFile("mutant", "." + file.format());
                Files.write(kept, mutant);
                throw new AssertionError("mutant " + i + ", kept as " + kept, uncaught);
            }
            assertTrue(System.nanoTime() - started < LONGEST_SECONDS * 1e9, "mutant " + i + " took too long");
        }
        assertTrue(refused > MUTANTS / 10 && records > MUTANTS, refused + " refused, " + records + " records");
    }

    /** In its place: to empty a file first costs more than all the rest. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.truncate(bytes.length);
        }
    }

    /** How many records there are; fails where one has no fate, or where lines do not ascend. */
    private int read(String format, Path visits, boolean find) throws IOException {
        Job.Source source = new Job.Source("visits.csv", "s", format, Map.of(), Map.of(), Map.of());
        Job job = JobFixture.job().source(source).build();
        if (find) {
            Sources.find(job, dir);
        }
        SourceFile file = new SourceFile(visits.toUri().toString(), "visits.csv");
        Format reader = Format.ALL.get(format);
        VisitRules rules = new VisitRules(job, source);
        int read = 0;
        int accepted = 0;
        int rejected = 0;
        long line = 0;
        try (Format.Records records = reader.read(file, source)) {
            while (records.hasNext()) {
                RawRecord record = records.next();
                List<Reason> reasons = new ArrayList<>();
                Object[] visit = rules.read(record, reasons);
                read++;
                accepted += reasons.isEmpty() && visit[1] != null ? 1 : 0;
                rejected += reasons.isEmpty() ? 0 : 1;
                assertTrue(record.line() > line, "line " + record.line() + " after " + line);
                line = record.line();
            }
        }
        assertEquals(read, accepted + rejected);
        return read;
    }

    private static byte[] mutated(byte[] good, List<Good> all, Random dice) {
        byte[] mutant = good;
        int times = 1 + dice.nextInt(4);
        for (int i = 0; i < times && mutant.length > 0; i++) {
            mutant = once(mutant, all, dice);
        }
        return mutant;
    }

    private static byte[] once(byte[] from, List<Good> all, Random dice) {
        int a = dice.nextInt(from.length);
        int b = a + dice.nextInt(Math.min(64, from.length - a) + 1);
        byte[] part = Arrays.copyOfRange(from, a, b);
        return switch (dice.nextInt(8)) {
            case 0 -> flipped(from, a, dice);
            case 1 -> flipped(flipped(from, a, dice), dice.nextInt(from.length), dice);
            case 2 -> Arrays.copyOf(from, a);
            case 3 -> spliced(from, a, b, new byte[0]);
            case 4 -> spliced(from, a, a, TOKENS.get(dice.nextInt(TOKENS.size())));
            case 5 -> spliced(from, a, b, TOKENS.get(dice.nextInt(TOKENS.size())));
            case 6 -> spliced(from, b, b, part);
            default -> {
                byte[] other = all.get(dice.nextInt(all.size())).bytes();
                yield spliced(from, a, b, Arrays.copyOfRange(other, 0, dice.nextInt(Math.min(200, other.length))));
            }
        };
    }

    private static byte[] flipped(byte[] from, int at, Random dice) {
        byte[] copy = from.clone();
        copy[at] ^= (byte) (1 << dice.nextInt(8));
        return copy;
    }

    private static byte[] spliced(byte[] from, int start, int end, byte[] instead) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(from, 0, start);
        spliced.writeBytes(instead);
        spliced.write(from, end, from.length - end);
        return spliced.toByteArray();
    }
}
