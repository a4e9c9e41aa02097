package axial.ingest;

import static axial.ingest.HostileFile.HEADER;
import static axial.ingest.HostileFile.ROW;
import static axial.ingest.Packed.bytes;
import static axial.ingest.Packed.cut;
import static axial.ingest.Packed.flipped;
import static axial.ingest.Packed.gzip;
import static axial.ingest.Packed.joined;
import static axial.ingest.Packed.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Archives, compressed files whole and broken, and what is no table at all. */
final class PackedFiles {
    private static final String SECOND = "V2,PSECRET,C1,2024-03-11,massage,5\n";
    private static final String UNPROVED = "completeness not verified";

    private PackedFiles() {}

    /** Rows that pack badly, so that a cut lies within them. */
    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append("V").append(i).append(",PSECRET").append(i * 7919L % 10_007);
            rows.append(",C1,2024-03-04,massage,").append(i % 10).append('\n');
        }
        return rows.toString();
    }

    static List<HostileFile> whole() throws IOException {
        byte[] first = gzip(HEADER + ROW);
        GzipParameters told = new GzipParameters();
        told.setFileName("visits of ours.csv");
        told.setComment("a comment");
        return List.of(
                HostileFile.of("gzip", first).with("pain_nprs", 6_000_000),
                HostileFile.of(
                                "gzip with its name and a comment",
                                Packed.packed(bytes(HEADER + ROW), out -> new GzipCompressorOutputStream(out, told)))
                        .accepted(1),
                HostileFile.of("gzip of two members", joined(first, gzip(SECOND)))
                        .accepted(2),
                HostileFile.of("gzip with an empty member", joined(first, gzip(""), gzip(SECOND)))
                        .accepted(2),
                HostileFile.of(
                                "gzip of two members cut within a row",
                                joined(gzip(HEADER + ROW + SECOND.substring(0, 9)), gzip(SECOND.substring(9))))
                        .accepted(2),
                HostileFile.of("gzip of a header alone", gzip(HEADER)).refused("visits.csv", "no visit"),
                HostileFile.of("gzip of nothing", gzip("")).refused("visits.csv", "empty"));
    }

    static List<HostileFile> cutOff() throws IOException {
        byte[] one = gzip(HEADER + rows(0, 3000));
        byte[] two = gzip(rows(3000, 6000));
        byte[] both = joined(one, two);
        String tooEarly = "compressed file ends too early";
        return List.of(
                HostileFile.of("gzip cut in its middle", cut(one, one.length / 2))
                        .refused("visits.csv", tooEarly, "at byte " + one.length / 2, "Send the file again"),
                HostileFile.of("gzip cut in its check sum", cut(one, one.length - 5))
                        .refusedOnceRead(tooEarly),
                HostileFile.of("gzip cut in its head", cut(one, 7)).refused(tooEarly),
                HostileFile.of("gzip cut in the middle of the second member", cut(both, one.length + two.length / 2))
                        .refusedOnceRead(tooEarly),
                HostileFile.of("gzip cut in the head of the second member", cut(both, one.length + 4))
                        .refusedOnceRead(tooEarly),
                HostileFile.of("gzip cut after one byte of the second member", cut(both, one.length + 1))
                        .refusedOnceRead("visits.csv"),
                HostileFile.of("gzip cut between its members", cut(both, one.length))
                        .accepted(3000)
                        .noted(UNPROVED, "visits.csv"));
    }

    static List<HostileFile> damaged() throws IOException {
        byte[] one = gzip(HEADER + rows(0, 3000));
        return List.of(
                HostileFile.of("gzip with another check sum", flipped(one, one.length - 8))
                        .refusedOnceRead("visits.csv", "damaged"),
                HostileFile.of("gzip with another length", flipped(one, one.length - 3))
                        .refusedOnceRead("damaged"),
                HostileFile.of("gzip with a bit flipped", flipped(one, one.length / 2))
                        .refusedOnceRead("visits.csv"),
                HostileFile.of("gzip with rubbish behind it", joined(one, bytes("rubbish")))
                        .refusedOnceRead("damaged"),
                HostileFile.of("gzip with zeros behind it", joined(one, new byte[512]))
                        .refusedOnceRead("damaged"),
                HostileFile.of("gzip of a method that is none", flipped(one, 2)).refused("damaged"));
    }

    static List<HostileFile> withSidecar() throws IOException {
        byte[] one = gzip(HEADER + rows(0, 200));
        byte[] both = joined(one, gzip(rows(200, 400)));
        return List.of(
                beside("sidecar that agrees", both, "{\"rows\":400,\"sha256\":\"" + sha256(both) + "\"}")
                        .accepted(400),
                beside("sidecar of rows that agree", both, "{\"rows\":400}").accepted(400),
                beside("gzip cut between its members under a sidecar of rows", cut(both, one.length), "{\"rows\":400}")
                        .refusedOnceRead("visits.csv.meta.json", "400 records", "200 are in it", "cut off"),
                beside(
                                "gzip cut between its members under a sidecar of bytes",
                                cut(both, one.length),
                                "{\"sha256\":\"" + sha256(both) + "\"}")
                        .refused("visits.csv.meta.json", "sha256", "send both again"),
                beside("csv cut between its rows under a sidecar", bytes(HEADER + rows(0, 5)), "{\"rows\":6}")
                        .refusedOnceRead("6 records", "5 are in it"),
                beside("csv with a row more than its sidecar", bytes(HEADER + rows(0, 5)), "{\"rows\":4}")
                        .refusedOnceRead("4 records", "5 are in it"),
                beside("sidecar that is no JSON", bytes(HEADER + ROW), "rows: 1")
                        .refused("visits.csv.meta.json", "neither"),
                beside("sidecar that says nothing", bytes(HEADER + ROW), "{\"rows\":\"one\"}")
                        .refused("neither rows nor sha256"));
    }

    private static HostileFile beside(String name, byte[] visits, String sidecar) {
        return HostileFile.of(name, folder -> {
            Files.write(folder.resolve("visits.csv"), visits);
            Files.writeString(folder.resolve("visits.csv.meta.json"), sidecar);
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<HostileFile> bombs() {
        String words = "200 times its size";
        return List.of(
                bomb("of one line", "", "a", 400_000_000).refused("visits.csv", "64 KiB"),
                bomb("of one row again and again", HEADER, ROW, 2_000_000).refusedOnceRead(words),
                bomb("of line ends", HEADER + ROW, "\n", 50_000_000).refusedOnceRead(words),
                bomb("of delimiters", HEADER, ",", 50_000_000).refused("visits.csv, line 2", "more than 100000 cells"),
                bomb("in a quoted cell", HEADER + "V1,\"", "a\n", 25_000_000).refused("line 2, column 2", "64 KiB"),
                bomb("of one line of JSON", "{\"visit_id\":\"", "a", 50_000_000)
                        .format("ndjson")
                        .refused("line 1", "1 MiB"),
                bomb("of blank lines of JSON", "", "    \n", 10_000_000)
                        .format("ndjson")
                        .refused(words),
                HostileFile.of(
                                "bomb within a bomb",
                                folder -> Files.write(folder.resolve("visits.csv"), gzip(gzip("", "a", 50_000_000))))
                        .refused("gzip file within a gzip"));
    }

    private static HostileFile bomb(String name, String head, String again, int times) {
        return HostileFile.of(
                "bomb " + name, folder -> Files.write(folder.resolve("visits.csv"), gzip(head, again, times)));
    }

    static List<HostileFile> otherKinds() throws IOException {
        byte[] csv = bytes(HEADER + ROW);
        String asTable = "Export the visits as CSV, NDJSON or Parquet";
        return List.of(
                HostileFile.of("zip", Packed.zip("visits.csv", csv)).refused("visits.csv", "zip", "Unpack it"),
                HostileFile.of("zip in a zip", Packed.zip("visits.zip", Packed.zip("visits.csv", csv)))
                        .refused("zip"),
                HostileFile.of("empty zip", raw("PK\u0005\u0006" + "\u0000".repeat(18)))
                        .refused("empty zip"),
                HostileFile.of("part of a zip", raw("PK\u0007\u0008PK\u0003\u0004"))
                        .refused("part of a zip"),
                HostileFile.of("Excel workbook", Packed.zip("[Content_Types].xml", bytes("<Types/>")))
                        .refused("Excel", ".xlsx", "CSV UTF-8"),
                HostileFile.of(
                                "OpenDocument sheet",
                                raw("PK\u0003\u0004" + "\u0000".repeat(26)
                                        + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
                        .refused("OpenDocument", "CSV UTF-8"),
                HostileFile.of("old Excel workbook", raw("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
                        .refused("old Office", ".xls", "CSV UTF-8"),
                HostileFile.of("tar", Packed.tar("visits.csv", csv)).refused("tar archive"),
                HostileFile.of("tar in gzip", gzip(Packed.tar("visits.csv", csv)))
                        .refused("tar archive"),
                HostileFile.of("zip in gzip", gzip(Packed.zip("visits.csv", csv)))
                        .refused("zip"),
                HostileFile.of("gzip in gzip", gzip(gzip(csv))).refused("gzip file within a gzip"),
                HostileFile.of("7z", raw("7z\u00bc\u00af'\u001c\u0000\u0004")).refused("7z archive"),
                HostileFile.of("rar", raw("Rar!\u001a\u0007\u0000")).refused("rar archive"),
                HostileFile.of("bzip2", Packed.packed(csv, BZip2CompressorOutputStream::new))
                        .refused("bzip2", "gzip"),
                HostileFile.of("xz", Packed.packed(csv, XZCompressorOutputStream::new))
                        .refused("xz"),
                HostileFile.of("zstd", Packed.packed(csv, ZstdCompressorOutputStream::new))
                        .refused("zstd"),
                HostileFile.of("lz4", raw("\u0004\"M\u0018d@")).refused("lz4"),
                HostileFile.of("PDF", "%PDF-1.7\n%âãÏÓ\n").refused("PDF", asTable),
                HostileFile.of("PNG", raw("\u0089PNG\r\n\u001a\n")).refused("PNG", asTable),
                HostileFile.of("JPEG", raw("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF"))
                        .refused("JPEG"),
                HostileFile.of("RTF", "{\\rtf1\\ansi visit_id}").refused("RTF"),
                HostileFile.of("web page of an error", "<!DOCTYPE html>\n<html><title>503</title></html>\n")
                        .refused("web page", "fetch the export again"),
                HostileFile.of("web page of a log-in", "\ufeff\n  <HTML lang=\"de\"><body>PSECRET</body></HTML>")
                        .refused("web page"),
                HostileFile.of("XML", "<?xml version=\"1.0\"?><visits/>").refused("XML"),
                HostileFile.of("SQLite", raw("SQLite format 3\u0000")).refused("SQLite", asTable),
                HostileFile.of("Access", raw("\u0000\u0001\u0000\u0000Standard ACE DB"))
                        .refused("Access"),
                HostileFile.of("SPSS", "$FL2@(#) SPSS DATA FILE").refused("SPSS"),
                HostileFile.of("Stata", "<stata_dta><header>").refused("Stata"),
                HostileFile.of("SAS", raw("\u0000".repeat(12) + "\u00c2\u00ea\u0081\u0060"))
                        .refused("SAS"),
                HostileFile.of("Avro", raw("Obj\u0001")).refused("Avro"),
                HostileFile.of("Arrow", raw("ARROW1\u0000\u0000")).refused("Arrow"),
                HostileFile.of("Parquet that is called CSV", raw("PAR1\u0015\u0004"))
                        .refused("Parquet", "format: parquet"),
                HostileFile.of("gzip that is called Parquet", Packed.packed(csv, GZIPOutputStream::new))
                        .format("parquet")
                        .refused("not a Parquet file"));
    }
}
