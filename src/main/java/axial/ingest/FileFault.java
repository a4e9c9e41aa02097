package axial.ingest;

import java.io.IOException;

/** What is wrong with a file's bytes, in words for whoever sent it. */
final class FileFault extends IOException {
    private static final long serialVersionUID = 1;
    private final long line;

    /**
     * @param line where, from 1; 0 where it is not known
     */
    FileFault(long line, String words) {
        super(words);
        this.line = line;
    }

    long line() {
        return line;
    }
}
