package axial.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that people send by mistake for text, known by their first bytes, and what to do about each. */
enum FileKind {
    GZIP("\u001f\u008b", "a gzip file within a gzip file", "Unpack it once and send that."),
    XLSX(30, "[Content_Types].xml", "an Office file, such as an Excel workbook (.xlsx)", Advice.SHEET),
    ODS(30, "mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file, such as a sheet (.ods)", Advice.SHEET),
    ZIP("PK\u0003\u0004", "a zip archive", Advice.UNZIP),
    EMPTY_ZIP("PK\u0005\u0006", "an empty zip archive", Advice.UNZIP),
    SPLIT_ZIP("PK\u0007\u0008", "a part of a zip archive", Advice.UNZIP),
    OLE("\u00d0\u00cf\u0011\u00e0", "an old Office file, such as an Excel workbook (.xls)", Advice.SHEET),
    TAR(257, "ustar", "a tar archive", Advice.UNPACK),
    SEVEN_ZIP("7z\u00bc\u00af\u0027\u001c", "a 7z archive", Advice.UNPACK),
    RAR("Rar!\u001a\u0007", "a rar archive", Advice.UNPACK),
    BZIP2(4, "1AY&SY", "compressed with bzip2", Advice.GZIP_OR_NONE),
    XZ("\u00fd7zXZ\u0000", "compressed with xz", Advice.GZIP_OR_NONE),
    ZSTD("\u0028\u00b5\u002f\u00fd", "compressed with zstd", Advice.GZIP_OR_NONE),
    LZ4("\u0004\"M\u0018", "compressed with lz4", Advice.GZIP_OR_NONE),
    PARQUET("PAR1", "a Parquet file", "Say  format: parquet  for it in the job file."),
    AVRO("Obj\u0001", "an Avro file", Advice.TABLE),
    ARROW("ARROW1", "an Arrow file", Advice.TABLE),
    SQLITE("SQLite format 3", "an SQLite database", Advice.TABLE),
    ACCESS("\u0000\u0001\u0000\u0000Standard ", "an Access database", Advice.TABLE),
    SPSS("$FL2@(#)", "an SPSS file", Advice.TABLE),
    STATA("<stata_dta>", "a Stata file", Advice.TABLE),
    SAS(12, "\u00c2\u00ea\u0081\u0060", "a SAS file", Advice.TABLE),
    PDF("%PDF-", "a PDF document", Advice.TABLE),
    PNG("\u0089PNG", "a picture (PNG)", Advice.TABLE),
    JPEG("\u00ff\u00d8\u00ff", "a picture (JPEG)", Advice.TABLE),
    RTF("{\\rtf", "an RTF document", Advice.TABLE),
    HTML("<!doctype html", "a web page", Advice.PAGE),
    BARE_HTML("<html", "a web page", Advice.PAGE),
    XML("<?xml", "an XML file", Advice.TABLE);

    private static final class Advice {
        static final String UNZIP =
                "Unpack it and name the file inside; if it is an Excel workbook, save the sheet as CSV UTF-8.";
        static final String SHEET = "Open it and save the sheet as CSV UTF-8.";
        static final String UNPACK = "Unpack it and name the files inside.";
        static final String GZIP_OR_NONE = "Unpack it, or compress it with gzip.";
        static final String TABLE = "Export the visits as CSV, NDJSON or Parquet.";
        static final String PAGE = "The download gave a page, perhaps of a log-in or an error; fetch the export again.";
    }

    /** How many bytes {@link #of} must see. */
    static final int LOOKED_AT = 512;

    private final int at;
    private final String magic;
    private final String what;
    private final String advice;

    FileKind(String magic, String what, String advice) {
        this(0, magic, what, advice);
    }

    FileKind(int at, String magic, String what, String advice) {
        this.at = at;
        this.magic = magic;
        this.what = what;
        this.advice = advice;
    }

    /** The kind of a file that begins with these bytes, or null where it may be text. */
    static @Nullable FileKind of(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        String page = bytes.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            boolean tagged = kind.magic.startsWith("<");
            if (tagged ? page.startsWith(kind.magic) : bytes.startsWith(kind.magic, kind.at)) {
                return kind;
            }
        }
        return null;
    }

    /** A sentence or two: what it is, and what to do. */
    String words() {
        return "this is " + what + ", not text. " + advice;
    }
}
