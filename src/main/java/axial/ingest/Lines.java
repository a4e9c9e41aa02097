package axial.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, one after another, none longer than a record may be. */
final class Lines implements Closeable {
    /** How many characters a line may have. */
    static final int LONGEST = 1 << 20;

    private final DecodedText text;
    private final char[] buffer = new char[1 << 13];
    private int at = 0;
    private int end = 0;
    private long number = 0;
    private boolean afterReturn = false;

    Lines(DecodedText text) {
        this.text = text;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        number++;
        while (fill()) {
            any |= !(afterReturn && buffer[at] == '\n');
            int from = afterReturn && buffer[at] == '\n' ? at + 1 : at;
            afterReturn = false;
            int to = from;
            while (to < end && buffer[to] != '\n' && buffer[to] != '\r') {
                to++;
            }
            line.append(buffer, from, to - from);
            at = Math.min(to + 1, end);
            if (line.length() > LONGEST) {
                throw new FileFault(
                        number,
                        "the line is longer than 1 MiB. One record stands on each line; send the export again.");
            }
            if (to < end) {
                afterReturn = buffer[to] == '\r';
                return line.toString();
            }
        }
        return any ? line.toString() : null;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = text.read(buffer, 0, buffer.length);
        return end > 0;
    }

    /** Which line was given last, from 1. */
    long number() {
        return number;
    }

    /** Whether the text ends within a line: where it does at its end, its last line may be cut off. */
    boolean endInLine() {
        return text.endsInLine();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
