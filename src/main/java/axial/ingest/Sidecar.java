package axial.ingest;

import axial.tables.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file says of it, in a file of the same name and {@code .meta.json}. It is the only proof that
 * nothing is missing: a file may be cut off between two records, or between two members of a gzip.
 *
 * <pre>
 * { "rows": 20000, "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }
 * </pre>
 *
 * @param rows how many records the file has, or -1
 * @param sha256 of the file as it lies there, or empty
 */
record Sidecar(String shown, long rows, String sha256) {
    /** Ends its name. */
    static final String ENDING = ".meta.json";

    private static final int LONGEST = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The one beside the file, or null; fails with {@link InputRefused} where it says nothing. */
    static @Nullable Sidecar of(SourceFile file) throws IOException {
        Path path = new Path(file.uri() + ENDING);
        FileSystem files = path.getFileSystem(FileSystems.settings());
        if (!files.exists(path)) {
            return null;
        }
        try (InputStream bytes = files.open(path)) {
            JsonNode said = parsed(bytes.readNBytes(LONGEST));
            long rows = said.path("rows").canConvertToExactIntegral()
                    ? said.path("rows").asLong()
                    : -1;
            String sha256 = said.path("sha256").asText("").toLowerCase(Locale.ROOT);
            if (rows < 0 && !sha256.matches("[0-9a-f]{64}")) {
                throw new InputRefused(file.shown() + ENDING
                        + ": it holds neither rows nor sha256. Write  { \"rows\": <how many>, \"sha256\": \"<of the file>\" }"
                        + "  or remove it.");
            }
            return new Sidecar(file.shown() + ENDING, rows, sha256);
        }
    }

    private static JsonNode parsed(byte[] json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Fails where the file has other bytes than it was sent with. */
    void checkBytes(SourceFile file) throws IOException {
        if (!sha256.isEmpty() && !sha256.equals(Sha256.of(file.raw()))) {
            throw new FileFault(
                    0,
                    "its bytes are not those that " + shown
                            + " was written for (another sha256). It was cut off or changed on the way; send both again.");
        }
    }

    /** Fails where fewer or more records were read than were sent. */
    void checkRows(long read) throws IOException {
        if (rows >= 0 && rows != read) {
            throw new FileFault(
                    0,
                    shown + " says that it has " + rows + " records, but " + read
                            + " are in it. It was cut off or changed on the way; send both again.");
        }
    }
}
