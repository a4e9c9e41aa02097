package axial.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;

/** The text of a file; a byte that does not fit its encoding is an error that says where it stands. */
final class DecodedText extends FilterReader {
    private final SourceFile file;
    private final TextEncoding encoding;
    private char first = '\n';
    private char last = '\n';

    DecodedText(SourceFile file, InputStream bytes, TextEncoding encoding) {
        super(new InputStreamReader(bytes, encoding.decoder()));
        this.file = file;
        this.encoding = encoding;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        try {
            int n = in.read(to, from, length);
            first = n > 0 && first == '\n' ? to[from] : first;
            last = n > 0 ? to[from + n - 1] : last;
            return n;
        } catch (CharacterCodingException misfit) {
            throw EncodingFault.in(file, encoding);
        }
    }

    /** The first character of the text, but for line ends before it. */
    char first() {
        return first;
    }

    /** Whether what was read so far ends within a line. */
    boolean endsInLine() {
        return last != '\n' && last != '\r';
    }
}
