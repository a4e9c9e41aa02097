package axial.ingest;

import static axial.ingest.Packed.bytes;
import static axial.ingest.Packed.cut;
import static axial.ingest.Packed.gzip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON that is not one object per line, or holds what no cell can hold. */
final class OddJson {
    private static final String START =
            "{\"visit_id\":\"V1\",\"patient_id\":\"PSECRET\",\"clinic_id\":\"C1\",\"visit_date\":\"2024-03-04\",";
    private static final String GOOD = START + "\"treatments\":[\"massage\"],\"pain_nprs\":6}";
    private static final String BROKEN = "2  broken_record";

    private OddJson() {}

    private static HostileFile lines(String name, String... lines) {
        return text(name, String.join("\n", lines) + "\n");
    }

    private static HostileFile text(String name, String text) {
        return HostileFile.of("NDJSON: " + name, text).format("ndjson");
    }

    private static HostileFile score(String json) {
        return lines("score " + json, START + "\"treatments\":[],\"pain_nprs\":" + json + "}");
    }

    static List<HostileFile> lines() throws IOException {
        String second = GOOD.replace("V1", "V2");
        return List.of(
                lines("plain", GOOD, second).accepted(2),
                text("no line end at the end", GOOD + "\n" + second).accepted(2),
                text("line ends of Windows", GOOD + "\r\n" + second + "\r\n").accepted(2),
                text("returns alone", GOOD + "\r" + second).accepted(2),
                text("blank lines", "\n\n" + GOOD + "\n  \n").accepted(1),
                text("a mark", "\ufeff" + GOOD).accepted(1),
                HostileFile.of("NDJSON: UTF-16", "\ufeff" + GOOD, StandardCharsets.UTF_16LE)
                        .format("ndjson")
                        .accepted(1),
                HostileFile.of("NDJSON: gzip", gzip(GOOD)).format("ndjson").accepted(1),
                HostileFile.of("NDJSON: gzip cut off", cut(gzip(GOOD), 60))
                        .format("ndjson")
                        .refused("ends too early"),
                text("cut off within the last line", GOOD + "\n" + second.substring(0, 70))
                        .refused("visits.csv, line 2", "ends in the middle of this line"),
                text("rubbish behind an object", GOOD + "\n" + second + " rubbish\n")
                        .accepted(1)
                        .rejected(BROKEN),
                lines("two objects on a line", GOOD, second + second)
                        .accepted(1)
                        .rejected(BROKEN),
                lines("an object over two lines", GOOD, second.substring(0, 70), second.substring(70))
                        .accepted(1)
                        .rejected(BROKEN, "3  broken_record"),
                lines("a list", "[" + GOOD + "," + second + "]").refused("line 1", "one JSON text", "jq -c '.[]'"),
                lines("a list over many lines", "[", GOOD + ",", second, "]").refused("one JSON text"),
                lines("an object over many lines", "{", "\"visit_id\": \"V1\"", "}")
                        .refused("one JSON text", "jq"),
                text("nothing", "").refused("no JSON object"),
                text("a table", HostileFile.HEADER + HostileFile.ROW).refused("no JSON object", "format"),
                lines("what is no object", GOOD, "[1]", "6", "\"x\"", "null", "true")
                        .accepted(1)
                        .rejected(
                                BROKEN, "3  broken_record", "4  broken_record", "5  broken_record", "6  broken_record"),
                HostileFile.of(
                                "NDJSON: windows-1252",
                                Packed.joined(bytes(GOOD + "\n"), Packed.raw(second.replace("C1", "K\u00f6ln"))))
                        .format("ndjson")
                        .refused("line 2", "windows-1252"));
    }

    static List<HostileFile> objects() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return List.of(
                lines("a name twice", GOOD, START + "\"treatments\":[],\"pain_nprs\":5,\"pain_nprs\":6}")
                        .accepted(1)
                        .rejected(BROKEN),
                lines("a comma too much", GOOD, START + "}").accepted(1).rejected(BROKEN),
                lines("apostrophes", GOOD, GOOD.replace('"', '\'')).accepted(1).rejected(BROKEN),
                lines("a comment", GOOD, GOOD + " // note").accepted(1).rejected(BROKEN),
                lines("NaN", GOOD, START + "\"treatments\":[],\"pain_nprs\":NaN}")
                        .accepted(1)
                        .rejected(BROKEN),
                lines("lists within lists without end", GOOD, START + "\"treatments\":" + deep + "}")
                        .accepted(1)
                        .rejected(BROKEN),
                lines("objects within objects without end", GOOD, "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))
                        .accepted(1)
                        .rejected(BROKEN),
                lines(
                                "a number of a million digits",
                                GOOD,
                                START + "\"treatments\":[],\"pain_nprs\":" + "9".repeat(1_000_000) + "}")
                        .accepted(1)
                        .rejected(BROKEN),
                lines(
                                "a line of more than 1 MiB",
                                GOOD,
                                START + "\"treatments\":[],\"note\":\"" + "x".repeat(1_100_000) + "\"}")
                        .refused("line 2", "1 MiB"),
                lines("a zero byte in an id", GOOD.replace("C1", "C\\u00001")).rejected("1 clinic_id not_plain_text"),
                lines("half a letter pair in an id", GOOD.replace("C1", "C\\ud800"))
                        .rejected("1 clinic_id not_plain_text"),
                lines("an object for an id", GOOD.replace("\"C1\"", "{\"id\":\"C1\"}"))
                        .rejected("1 clinic_id not_plain_text"),
                lines("an object in a list of treatments", GOOD.replace("\"massage\"", "{\"code\":1}"))
                        .rejected("1 treatments token_not_understood"),
                lines("a number for an id", GOOD.replace("\"C1\"", "17")).with("clinic_id", "17"),
                lines("null for a treatment", GOOD.replace("\"massage\"", "null"))
                        .with("treatments", ""),
                lines("a required name missing everywhere", GOOD.replace("clinic_id", "clinic"))
                        .refused("clinic_id is missing", "Did you mean \"clinic\"?"),
                lines("a required name missing in one line", GOOD, GOOD.replace("clinic_id", "clinic"))
                        .accepted(1)
                        .rejected("2 clinic_id missing_required"));
    }

    static List<HostileFile> scores() {
        String refused = "1 pain_nprs number_not_understood";
        return List.of(
                score("6.5e0").with("pain_nprs", 6_500_000),
                score("\"6.5\"").with("pain_nprs", 6_500_000),
                score("1e400").rejected(refused),
                score("1e-400").rejected(refused),
                score("1e999999999").rejected(refused),
                score("{\"value\":6}").rejected(refused),
                score("[6,7]").rejected(refused),
                score("[[6]]").rejected(refused),
                score("true").rejected(refused),
                score("\"6,5\"").rejected(refused),
                score("123456789012345678901234567890").rejected(refused));
    }
}
