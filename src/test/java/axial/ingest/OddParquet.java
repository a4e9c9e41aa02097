package axial.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files that are damaged, or whose columns are of odd types. */
final class OddParquet {
    private static final String SCORE = "optional double pain_nprs;";

    private OddParquet() {}

    /** A file with the columns of a visit as text, and further ones. */
    static byte[] visits(int rows, String columns, Consumer<Group> cells) throws IOException {
        return written(
                rows,
                "required binary visit_id (STRING); required binary patient_id (STRING); required binary clinic_id (STRING);"
                        + " required binary visit_date (STRING); required binary treatments (STRING); " + columns,
                (group, i) -> {
                    group.append("visit_id", "V" + i).append("patient_id", "PSECRET" + i);
                    group.append("clinic_id", "C1")
                            .append("visit_date", "2024-03-04")
                            .append("treatments", "massage");
                    cells.accept(group);
                });
    }

    private interface Filling {
        void fill(Group group, int row);
    }

    private static byte[] written(int rows, String columns, Filling filling) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message visits {" + columns + "}");
        Path file = Files.createTempFile("visits", ".parquet");
        Files.delete(file);
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withDictionaryEncoding(false)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group group = groups.newGroup();
                filling.fill(group, i);
                writer.write(group);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        return bytes;
    }

    private static byte[] dated(String column, Consumer<Group> date) throws IOException {
        return written(
                1,
                "required binary visit_id (STRING); required binary patient_id (STRING); required binary clinic_id (STRING);"
                        + " required binary treatments (STRING); " + column,
                (group, i) -> {
                    group.append("visit_id", "V" + i).append("patient_id", "PSECRET");
                    group.append("clinic_id", "C1").append("treatments", "massage");
                    date.accept(group);
                });
    }

    private static HostileFile parquet(String name, byte[] bytes) {
        return HostileFile.of("Parquet: " + name, bytes).format("parquet");
    }

    static List<HostileFile> damaged() throws IOException {
        byte[] whole = visits(500, SCORE, group -> group.append("pain_nprs", 6.0));
        int id = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PSECRET7");
        return List.of(
                parquet("plain", whole).accepted(500).with("pain_nprs", 6_000_000),
                parquet("cut in its middle", Packed.cut(whole, whole.length / 2))
                        .refused("visits.csv", "cut off"),
                parquet("cut in its foot", Packed.cut(whole, whole.length - 20)).refused("cut off"),
                parquet("without its last byte", Packed.cut(whole, whole.length - 1))
                        .refused("cut off"),
                parquet("without its first bytes", java.util.Arrays.copyOfRange(whole, 4, whole.length))
                        .refused("visits.csv"),
                parquet("a bit of an id flipped", Packed.flipped(whole, id + 3)).refused("visits.csv", "damaged"),
                parquet("no row", visits(0, SCORE, group -> {})).refused("no visit"),
                parquet("nothing", new byte[0]).refused("not a Parquet file"),
                parquet("a table", Packed.bytes(HostileFile.HEADER + HostileFile.ROW))
                        .refused("not a Parquet file", "format"));
    }

    static List<HostileFile> types() throws IOException {
        return List.of(
                parquet("whole numbers", visits(1, "optional int32 pain_nprs;", g -> g.append("pain_nprs", 6)))
                        .with("pain_nprs", 6_000_000),
                parquet(
                                "numbers as text",
                                visits(1, "optional binary pain_nprs (STRING);", g -> g.append("pain_nprs", "6.5")))
                        .with("pain_nprs", 6_500_000),
                parquet(
                                "decimals",
                                visits(
                                        1,
                                        "optional int64 pain_nprs (DECIMAL(18,2));",
                                        g -> g.append("pain_nprs", 650L)))
                        .with("pain_nprs", 6_500_000),
                parquet("floats", visits(1, "optional float pain_nprs;", g -> g.append("pain_nprs", 6.1f)))
                        .with("pain_nprs", 6_100_000),
                parquet("missing", visits(1, SCORE, g -> {})).accepted(1),
                parquet("NaN", visits(1, SCORE, g -> g.append("pain_nprs", Double.NaN)))
                        .rejected("1 pain_nprs number_not_understood"),
                parquet("infinity", visits(1, SCORE, g -> g.append("pain_nprs", Double.POSITIVE_INFINITY)))
                        .rejected("1 pain_nprs number_not_understood"),
                parquet("1e300", visits(1, SCORE, g -> g.append("pain_nprs", 1e300)))
                        .rejected("1 pain_nprs number_not_understood"),
                parquet("truth for a score", visits(1, "optional boolean pain_nprs;", g -> g.append("pain_nprs", true)))
                        .rejected("1 pain_nprs number_not_understood"),
                parquet(
                                "a list for a score",
                                visits(
                                        1,
                                        "optional group pain_nprs { repeated double value; }",
                                        g -> g.addGroup("pain_nprs").append("value", 6.0)))
                        .rejected("1 pain_nprs number_not_understood"),
                parquet(
                                "a structure for an event",
                                visits(
                                        1,
                                        "optional group adverse_event { optional double a; }",
                                        g -> g.addGroup("adverse_event").append("a", 6.0)))
                        .rejected("1 adverse_event not_plain_text"),
                parquet(
                                "a structure that nobody reads",
                                visits(
                                        1,
                                        "optional group notes { optional double a; }",
                                        g -> g.addGroup("notes").append("a", 6.0)))
                        .accepted(1),
                parquet(
                                "bytes that are no text",
                                visits(
                                        1,
                                        "optional binary adverse_event;",
                                        g -> g.append(
                                                "adverse_event",
                                                Binary.fromConstantByteArray(new byte[] {(byte) 0xff, 1}))))
                        .rejected("1 adverse_event not_plain_text"),
                parquet(
                                "another name",
                                visits(1, "optional double \"NRS\";".replace("\"", ""), g -> g.append("NRS", 6.0)))
                        .map("pain_nprs", "NRS")
                        .with("pain_nprs", 6_000_000),
                parquet(
                                "a column missing",
                                written(1, "required binary visit_id (STRING);", (g, i) -> g.append("visit_id", "V1")))
                        .refused("visits.csv, schema", "patient_id is missing"));
    }

    static List<HostileFile> times() throws IOException {
        int day = 20151;
        long evening = (day * 86_400L + 23 * 3600 + 1800) * 1_000_000;
        long gap = 1_743_301_800_000L;
        ByteBuffer old = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putInt(2_440_588 + day);
        return List.of(
                parquet("days", dated("required int32 visit_date (DATE);", g -> g.append("visit_date", day)))
                        .with("visit_day", day),
                parquet(
                                "instants",
                                dated(
                                        "required int64 visit_date (TIMESTAMP(MICROS,true));",
                                        g -> g.append("visit_date", evening)))
                        .with("visit_day", day),
                parquet(
                                "instants in a zone",
                                dated(
                                        "required int64 visit_date (TIMESTAMP(MICROS,true));",
                                        g -> g.append("visit_date", evening)))
                        .option("zone", "Europe/Berlin")
                        .with("visit_day", day + 1),
                parquet(
                                "local times in a zone",
                                dated(
                                        "required int64 visit_date (TIMESTAMP(MICROS,false));",
                                        g -> g.append("visit_date", evening)))
                        .option("zone", "Europe/Berlin")
                        .with("visit_day", day),
                parquet(
                                "local times that a zone leaves out",
                                dated(
                                        "required int64 visit_date (TIMESTAMP(MILLIS,false));",
                                        g -> g.append("visit_date", gap)))
                        .option("zone", "Europe/Berlin")
                        .rejected("1 visit_date date_not_understood"),
                parquet(
                                "nanoseconds",
                                dated(
                                        "required int64 visit_date (TIMESTAMP(NANOS,true));",
                                        g -> g.append("visit_date", evening * 1000)))
                        .with("visit_day", day),
                parquet(
                                "the retired INT96",
                                dated(
                                        "required int96 visit_date;",
                                        g -> g.append("visit_date", Binary.fromConstantByteArray(old.array()))))
                        .rejected("1 visit_date date_not_understood"),
                parquet("days as numbers", dated("required int32 visit_date;", g -> g.append("visit_date", day)))
                        .rejected("1 visit_date date_not_understood"));
    }
}
