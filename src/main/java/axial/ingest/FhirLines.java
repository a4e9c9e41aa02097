package axial.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of all files of a source, one file after the other; to be closed. */
final class FhirLines implements Iterator<FhirLine>, AutoCloseable {
    private final Iterator<SourceFile> files;
    private final String encoding;
    private @Nullable SourceFile file;
    private @Nullable BufferedReader reader;
    private @Nullable FhirLine next;
    private long line = 0;

    FhirLines(List<SourceFile> files, String encoding) throws IOException {
        this.files = files.iterator();
        this.encoding = encoding;
        advance();
    }

    private void advance() throws IOException {
        next = null;
        while (next == null && (reader != null || files.hasNext())) {
            String text = read();
            if (text != null && !text.isBlank() && file != null) {
                next = FhirLine.of(file.shown(), line, text);
            }
        }
    }

    /** The next line, or null at the end of a file. */
    private @Nullable String read() throws IOException {
        if (reader == null) {
            file = files.next();
            reader = new BufferedReader(file.text(encoding));
            line = 0;
        }
        String text = reader.readLine();
        line++;
        if (text == null) {
            close();
        }
        return text;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public FhirLine next() {
        FhirLine current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        try {
            advance();
        } catch (IOException unreadable) {
            throw file == null ? new IllegalStateException(unreadable) : file.unreadable(unreadable, line);
        }
        return current;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
