package axial.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Finds where a file leaves its encoding, and which encoding it is probably in. */
final class EncodingFault {
    private static final int PIECE = 1 << 16;
    private static final int SAMPLE = 8000;
    private static final int FURTHER = 64;
    private static final int NEAR = 8;

    /** Below it the detector guesses by a letter or two. */
    private static final int CONFIDENT = 31;

    /** What Windows writes under these names has further letters where they have none. */
    private static final Map<String, String> WIDER = Map.of("ISO-8859-1", "windows-1252", "ISO-8859-9", "windows-1254");

    private final TextEncoding encoding;
    private final ByteArrayOutputStream foreign = new ByteArrayOutputStream();
    private long line = 1;
    private boolean afterReturn = false;

    private EncodingFault(TextEncoding encoding) {
        this.encoding = encoding;
    }

    /** Reads the file again up to its first fault, and on until the encoding can be told. */
    static FileFault in(SourceFile file, TextEncoding encoding) throws IOException {
        EncodingFault fault = new EncodingFault(encoding);
        try (InputStream bytes = file.whole().bytes()) {
            bytes.skipNBytes(encoding.mark());
            fault.scan(bytes);
        }
        return fault.told();
    }

    private void scan(InputStream bytes) throws IOException {
        CharsetDecoder decoder = encoding.decoder();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        CharBuffer text = CharBuffer.allocate(PIECE);
        boolean fits = true;
        while (fits) {
            int n = bytes.read(piece.array(), piece.position(), piece.remaining());
            piece.position(piece.position() + Math.max(n, 0)).flip();
            fits = !decoder.decode(piece, text, n < 0).isError() && n >= 0;
            countLines(text.flip());
            text.clear();
            piece.compact();
        }
        collect(piece.array(), piece.position());
        for (int more = 0; more < FURTHER && foreign.size() < SAMPLE; more++) {
            byte[] further = bytes.readNBytes(PIECE);
            collect(further, further.length);
        }
    }

    private void countLines(CharBuffer text) {
        while (text.hasRemaining()) {
            char c = text.get();
            line += c == '\r' || (c == '\n' && !afterReturn) ? 1 : 0;
            afterReturn = c == '\r';
        }
    }

    /** Keeps the letters beyond ASCII with their neighbours; the rest of a table says nothing of its encoding. */
    private void collect(byte[] bytes, int length) {
        int last = -NEAR - 1;
        for (int i = 0; i < length && foreign.size() < SAMPLE; i++) {
            boolean ahead = false;
            for (int j = i; j <= Math.min(length - 1, i + NEAR) && !ahead; j++) {
                ahead = bytes[j] < 0;
            }
            last = bytes[i] < 0 ? i : last;
            if (ahead || i - last <= NEAR) {
                foreign.write(bytes[i]);
            }
        }
    }

    private FileFault told() {
        String name = encoding.charset().name();
        if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
            return new FileFault(
                    line,
                    "a byte does not fit " + name + ", in which the file "
                            + (encoding.found().isEmpty() ? "is declared to be" : "is by " + encoding.found())
                            + ". It may be cut off, or mixed of two files; correct  encoding  in the job file, or send"
                            + " the file again.");
        }
        return new FileFault(
                line,
                "a byte does not fit UTF-8. The file is probably in " + suggestion() + ": add  options: { encoding: "
                        + suggestion() + " }  and see whether names come out right, or export it as UTF-8.");
    }

    private String suggestion() {
        CharsetMatch match =
                new CharsetDetector().setText(foreign.toByteArray()).detect();
        if (match == null
                || match.getConfidence() < CONFIDENT
                || match.getName().startsWith("UTF-")) {
            return "windows-1252";
        }
        String name = WIDER.getOrDefault(match.getName(), match.getName());
        return Charset.isSupported(name) ? name : "windows-1252";
    }
}
