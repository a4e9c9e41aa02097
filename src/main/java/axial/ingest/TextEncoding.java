package axial.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a file's bytes become text.
 *
 * @param mark how many bytes of a byte order mark stand before the text
 * @param found what told us, where nobody declared it; else empty
 */
record TextEncoding(Charset charset, int mark, String found) {
    /** How many bytes {@link #of} should see. */
    static final int LOOKED_AT = 4096;

    private static final String BY_MARK = "its byte order mark";
    private static final String BY_ZEROS = "the zero bytes between its letters";

    /** By the byte order mark, else the zero bytes that UTF-16 and UTF-32 have between letters, else as declared. */
    static TextEncoding of(byte[] head, String declared) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, "");
        }
        if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) {
            return new TextEncoding(Charset.forName(head[0] == 0 ? "UTF-32BE" : "UTF-32LE"), 4, BY_MARK);
        }
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            boolean little = (head[0] & 0xff) == 0xff;
            return new TextEncoding(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2, BY_MARK);
        }
        String wide = byZeros(head);
        if (!wide.isEmpty()) {
            return new TextEncoding(Charset.forName(wide), 0, BY_ZEROS);
        }
        return new TextEncoding(declared.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(declared), 0, "");
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Letters of a header line are ASCII, so in wide encodings every second or all but each fourth byte is zero. */
    private static String byZeros(byte[] head) {
        double[] zeros = new double[4];
        int groups = head.length / 4;
        for (int i = 0; i < groups * 4; i++) {
            zeros[i % 4] += head[i] == 0 ? 1.0 / groups : 0;
        }
        if (zeros[1] > 0.9 && zeros[2] > 0.9) {
            return zeros[0] < 0.1 ? "UTF-32LE" : zeros[3] < 0.1 ? "UTF-32BE" : "";
        }
        boolean even = zeros[0] > 0.4 && zeros[2] > 0.4;
        boolean odd = zeros[1] > 0.4 && zeros[3] > 0.4;
        return even == odd ? "" : odd ? "UTF-16LE" : "UTF-16BE";
    }

    /** A decoder that stops at the first byte that does not fit. */
    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether text declared to have one byte per letter is UTF-8: no such text forms its letters by chance. */
    boolean isUtf8After(byte[] head) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        if (mark > 0 || !(name.startsWith("windows-") || name.startsWith("iso-8859-"))) {
            return false;
        }
        CharBuffer text = CharBuffer.allocate(head.length);
        boolean fits = !new TextEncoding(StandardCharsets.UTF_8, 0, "")
                .decoder()
                .decode(ByteBuffer.wrap(head), text, false)
                .isError();
        return fits && text.flip().chars().anyMatch(c -> c > 0x7f);
    }
}
