package axial.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * One file of a source, wherever it lies.
 *
 * @param uri where it is
 * @param shown how it is called in messages and tables: as the job file names it
 */
record SourceFile(String uri, String shown) implements Serializable {
    private static final int BUFFER = 1 << 16;

    Path path() {
        return new Path(uri);
    }

    /** The bytes as they lie there. */
    InputStream raw() throws IOException {
        return new BufferedInputStream(path().getFileSystem(new Configuration()).open(path()), BUFFER);
    }

    /** The bytes, unpacked where they are gzip. */
    InputStream bytes() throws IOException {
        PushbackInputStream raw = new PushbackInputStream(raw(), 4);
        byte[] magic = raw.readNBytes(4);
        raw.unread(magic);
        refuseOtherTypes(magic);
        boolean gzip = magic.length > 1 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    private void refuseOtherTypes(byte[] magic) {
        if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3) {
            throw new InputRefused(
                    shown
                            + ": this is a zip archive or an Excel workbook, not text. Unpack it, or save the sheet as CSV UTF-8.");
        }
        if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'A' && magic[2] == 'R' && magic[3] == '1') {
            throw new InputRefused(shown + ": this is a Parquet file. Say  format: parquet  for it in the job file.");
        }
    }

    /** The text, by its byte order mark, else the declared encoding, else UTF-8; a byte that does not fit is an error. */
    Reader text(String encoding) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(bytes(), 4);
        byte[] mark = bytes.readNBytes(3);
        Charset charset = encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        int skip = 0;
        if (mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf) {
            charset = StandardCharsets.UTF_8;
            skip = 3;
        } else if (mark.length >= 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (mark.length >= 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        bytes.unread(mark, skip, mark.length - skip);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What to tell a user whose file could not be read to its end. */
    InputRefused unreadable(Throwable cause, long line) {
        String where = shown + (line > 0 ? ", after line " + line : "");
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof java.nio.charset.CharacterCodingException) {
                return new InputRefused(
                        where + ": a byte does not fit the encoding (UTF-8 unless the job says otherwise)."
                                + " Add  options: { encoding: windows-1252 }  or whatever the export used.");
            }
            if (c instanceof java.io.EOFException || c instanceof java.util.zip.ZipException) {
                return new InputRefused(
                        where + ": the compressed file ends too early or is damaged. Send the file again.");
            }
        }
        return new InputRefused(where + ": the file cannot be read ("
                + cause.getClass().getSimpleName() + "). Check that it is complete and of the declared format.");
    }
}
