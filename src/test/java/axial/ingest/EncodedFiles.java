package axial.ingest;

import static axial.ingest.HostileFile.HEADER;
import static axial.ingest.HostileFile.ROW;
import static axial.ingest.Packed.bytes;
import static axial.ingest.Packed.cut;
import static axial.ingest.Packed.joined;
import static axial.ingest.Packed.raw;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text in every encoding, declared, marked or neither. */
final class EncodedFiles {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String UMLAUT = "V1,PSECRET,Köln,2024-03-04,massage,6\n";
    private static final String GERMAN = HEADER + UMLAUT;

    private EncodedFiles() {}

    static List<HostileFile> marked() {
        String marked = "\ufeff" + GERMAN;
        return List.of(
                HostileFile.of("UTF-8 with a mark", marked).with("clinic_id", "Köln"),
                HostileFile.of("UTF-16LE with a mark", marked, StandardCharsets.UTF_16LE)
                        .with("clinic_id", "Köln")
                        .noted("read as UTF-16LE", "byte order mark"),
                HostileFile.of("UTF-16BE with a mark", marked, StandardCharsets.UTF_16BE)
                        .with("clinic_id", "Köln")
                        .noted("read as UTF-16BE"),
                HostileFile.of("UTF-32LE with a mark", marked, Charset.forName("UTF-32LE"))
                        .with("clinic_id", "Köln")
                        .noted("read as UTF-32LE"),
                HostileFile.of("UTF-32BE with a mark", marked, Charset.forName("UTF-32BE"))
                        .with("clinic_id", "Köln"),
                HostileFile.of("UTF-16 with a mark, declared as windows-1252", marked, StandardCharsets.UTF_16LE)
                        .option("encoding", "windows-1252")
                        .with("clinic_id", "Köln")
                        .noted("read as UTF-16LE"),
                HostileFile.of("two marks", "\ufeff" + marked).refused("visit_id is missing"),
                HostileFile.of("a mark alone", "\ufeff").refused("empty"),
                HostileFile.of(
                                "files joined, the second with its mark and header",
                                HEADER + ROW + "\ufeff" + HEADER + ROW.replace("V1", "V2"))
                        .accepted(2)
                        .rejected(
                                "3 pain_nprs number_not_understood",
                                "3 visit_date date_not_understood",
                                "3 visit_id not_plain_text"));
    }

    static List<HostileFile> unmarked() {
        return List.of(
                HostileFile.of("UTF-16LE without a mark", GERMAN, StandardCharsets.UTF_16LE)
                        .with("clinic_id", "Köln")
                        .noted("read as UTF-16LE", "zero bytes"),
                HostileFile.of("UTF-16BE without a mark", GERMAN, StandardCharsets.UTF_16BE)
                        .with("clinic_id", "Köln"),
                HostileFile.of("UTF-32LE without a mark", GERMAN, Charset.forName("UTF-32LE"))
                        .with("clinic_id", "Köln"),
                HostileFile.of("UTF-32BE without a mark", GERMAN, Charset.forName("UTF-32BE"))
                        .with("clinic_id", "Köln"),
                HostileFile.of(
                                "UTF-16 cut in the middle of a letter",
                                cut(GERMAN.getBytes(StandardCharsets.UTF_16LE), GERMAN.length() * 2 - 1))
                        .refused("visits.csv, line 2", "does not fit UTF-16LE", "cut off"));
    }

    static List<HostileFile> undeclared() {
        String polish = "V1,PSECRET,Gdańsk,2024-03-04,massage,6\nV2,PSECRET,Łódź Śródmieście,2024-03-05,massage,6\n";
        return List.of(
                HostileFile.of("windows-1252", GERMAN, WINDOWS)
                        .refused("visits.csv, line 2", "does not fit UTF-8", "encoding: windows-1252"),
                HostileFile.of("windows-1252 late in the file", HEADER + ROW.repeat(3000) + UMLAUT, WINDOWS)
                        .refusedOnceRead("visits.csv, line 3002", "encoding: windows-1252"),
                HostileFile.of(
                                "windows-1252 in lines ended by returns",
                                (HEADER + ROW + UMLAUT).replace('\n', '\r'),
                                WINDOWS)
                        .refused("line 3"),
                HostileFile.of("windows-1250", HEADER + polish, Charset.forName("windows-1250"))
                        .refused("line 2", "does not fit UTF-8", "encoding: windows-125"),
                HostileFile.of("Shift_JIS", GERMAN.replace("Köln", "東京クリニック、治療のあとに首の痛み"), Charset.forName("Shift_JIS"))
                        .refused("encoding: Shift_JIS"),
                HostileFile.of("GB18030", GERMAN.replace("Köln", "北京医院治疗后颈部疼痛和头晕患者感觉疲劳"), Charset.forName("GB18030"))
                        .refused("encoding: GB18030"),
                HostileFile.of(
                                "UTF-8 cut in the middle of a letter",
                                cut(bytes(HEADER + "V1,PSECRET,Kö"), HEADER.length() + 13))
                        .refused("line 2", "does not fit UTF-8"),
                HostileFile.of(
                                "a byte that UTF-8 never has",
                                joined(bytes(HEADER), raw("V1,PSECRET,C\u00ff,2024-03-04,massage,6\n")))
                        .refused("line 2"),
                HostileFile.of(
                                "a letter written too long for UTF-8",
                                joined(bytes(HEADER), raw("V1,PSECRET,\u00c1\u0081,2024-03-04,massage,6\n")))
                        .refused("line 2"),
                HostileFile.of(
                                "half a letter pair in UTF-8",
                                joined(bytes(HEADER), raw("V1,PSECRET,\u00ed\u00a0\u0080,2024-03-04,massage,6\n")))
                        .refused("line 2"));
    }

    static List<HostileFile> declared() {
        return List.of(
                HostileFile.of("windows-1252, declared", GERMAN, WINDOWS)
                        .option("encoding", "windows-1252")
                        .with("clinic_id", "Köln"),
                HostileFile.of(
                                "windows-1250, declared",
                                GERMAN.replace("Köln", "Łódź"),
                                Charset.forName("windows-1250"))
                        .option("encoding", "windows-1250")
                        .with("clinic_id", "Łódź"),
                HostileFile.of("code page 850, declared", GERMAN, Charset.forName("IBM850"))
                        .option("encoding", "IBM850")
                        .with("clinic_id", "Köln"),
                HostileFile.of("Shift_JIS, declared", GERMAN.replace("Köln", "東京"), Charset.forName("Shift_JIS"))
                        .option("encoding", "Shift_JIS")
                        .with("clinic_id", "東京"),
                HostileFile.of("EBCDIC, declared", GERMAN, Charset.forName("IBM037"))
                        .option("encoding", "IBM037")
                        .with("clinic_id", "Köln"),
                HostileFile.of("UTF-8, declared as windows-1252", GERMAN)
                        .option("encoding", "windows-1252")
                        .refused("visits.csv", "encoding: windows-1252", "in UTF-8", "Remove the option"),
                HostileFile.of("windows-1252, declared as ASCII", GERMAN, WINDOWS)
                        .option("encoding", "US-ASCII")
                        .refused("line 2", "does not fit US-ASCII"));
    }
}
