package axial.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of a source, wherever it lies; or the folder or pattern of files that are read together.
 *
 * @param uri where it is
 * @param shown how it is called in messages and tables: as the job file names it
 * @param size its bytes when it was found; -1 where nobody looked
 * @param modified when it was last changed before it was found
 * @param stretch which of its bytes are read
 */
record SourceFile(String uri, String shown, long size, long modified, Stretch stretch) implements Serializable {
    private static final int BUFFER = 1 << 16;
    private static final long UNKNOWN = -1;

    SourceFile(String uri, String shown) {
        this(uri, shown, UNKNOWN, UNKNOWN, Stretch.whole());
    }

    static SourceFile of(FileStatus found, String shown) {
        return new SourceFile(
                found.getPath().toString(), shown, found.getLen(), found.getModificationTime(), Stretch.whole());
    }

    /** Only these bytes of the file. */
    SourceFile only(Stretch some) {
        return new SourceFile(uri, shown, size, modified, some);
    }

    /** The file with all its bytes. */
    SourceFile whole() {
        return only(Stretch.whole());
    }

    Path path() {
        return new Path(uri);
    }

    /** The files that this is the address of: itself, those in a folder, or those that a pattern fits; by name. */
    List<SourceFile> members() throws IOException {
        FileSystem files = path().getFileSystem(FileSystems.settings());
        FileStatus[] matches = files.globStatus(path());
        List<SourceFile> members = new ArrayList<>();
        for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
            String name = match.getPath().getName();
            if (match.isFile()) {
                boolean itself = name.equals(path().getName());
                members.add(new SourceFile(match.getPath().toString(), itself ? shown : folder(shown) + name));
            } else if (match.isDirectory()) {
                members.addAll(inside(files, match.getPath()));
            }
        }
        members.sort(Comparator.comparing(SourceFile::uri));
        return members;
    }

    private List<SourceFile> inside(FileSystem files, Path folder) throws IOException {
        List<SourceFile> members = new ArrayList<>();
        for (FileStatus file : files.listStatus(folder)) {
            String name = file.getPath().getName();
            if (file.isFile() && !name.startsWith(".") && !name.startsWith("_")) {
                String at = folder.getName().equals(path().getName()) ? shown : folder(shown) + folder.getName();
                members.add(new SourceFile(file.getPath().toString(), at.replaceFirst("/+$", "") + "/" + name));
            }
        }
        return members;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The bytes as they lie there; fails at their end where the file has changed since it was found. */
    InputStream raw() throws IOException {
        FSDataInputStream opened = path().getFileSystem(FileSystems.settings()).open(path());
        if (stretch.isLater()) {
            opened.seek(stretch.from());
        }
        return new BufferedInputStream(
                new FilterInputStream(opened) {
                    private long left = stretch.to() - stretch.from();

                    @Override
                    public int read(byte[] to, int from, int length) throws IOException {
                        int n = left == 0 ? -1 : in.read(to, from, (int) Math.min(length, left));
                        if (n < 0) {
                            checkUnchanged();
                        }
                        left -= Math.max(n, 0);
                        return n;
                    }
                },
                BUFFER);
    }

    /** Fails where the file is not what was found. */
    void checkUnchanged() throws IOException {
        if (size == UNKNOWN) {
            return;
        }
        FileStatus now = path().getFileSystem(FileSystems.settings()).getFileStatus(path());
        if (now.getLen() != size || !isSameMoment(now.getModificationTime(), modified)) {
            throw new FileFault(
                    0, "the file changed while it was read. Wait until it is written whole, then run again.");
        }
    }

    /** Servers of S3 tell the time of one file by whole seconds and the times of a folder's files by milliseconds. */
    private static boolean isSameMoment(long one, long other) {
        long second = 1000;
        boolean coarse = one % second == 0 || other % second == 0;
        return one == other || (coarse && one / second == other / second);
    }

    /** The bytes, unpacked where they are gzip. */
    InputStream bytes() throws IOException {
        InputStream raw = raw();
        try {
            return stretch.isLater() ? raw : unpacked(raw);
        } catch (IOException | RuntimeException broken) {
            raw.close();
            throw broken;
        }
    }

    /** Whether the file is gzip, whatever its name says. */
    boolean isPacked() throws IOException {
        try (InputStream raw = raw()) {
            return FileKind.of(raw.readNBytes(FileKind.LOOKED_AT)) == FileKind.GZIP;
        }
    }

    private InputStream unpacked(InputStream opened) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(opened, FileKind.LOOKED_AT);
        if (kindOf(raw) != FileKind.GZIP) {
            return raw;
        }
        PushbackInputStream unpacked =
                new PushbackInputStream(new BufferedInputStream(Gunzip.of(raw), BUFFER), FileKind.LOOKED_AT);
        if (kindOf(unpacked) == FileKind.GZIP) {
            throw new InputRefused(shown + ": " + FileKind.GZIP.words());
        }
        return unpacked;
    }

    private @Nullable FileKind kindOf(PushbackInputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(FileKind.LOOKED_AT);
        bytes.unread(head);
        FileKind kind = FileKind.of(head);
        if (kind != null && kind != FileKind.GZIP) {
            throw new InputRefused(shown + ": " + kind.words());
        }
        return kind;
    }

    /** The text, in the encoding that {@link #encoding} finds; a byte that does not fit is an error. */
    DecodedText text(String declared) throws IOException {
        if (stretch.isLater()) {
            return new DecodedText(this, bytes(), whole().encoding(declared));
        }
        PushbackInputStream bytes = new PushbackInputStream(bytes(), TextEncoding.LOOKED_AT);
        try {
            byte[] head = bytes.readNBytes(TextEncoding.LOOKED_AT);
            TextEncoding encoding = TextEncoding.of(head, declared);
            if (encoding.isUtf8After(head)) {
                throw new InputRefused(shown + ": the job says  encoding: " + declared
                        + ", but the file is in UTF-8, and its letters would come out wrong. Remove the option.");
            }
            bytes.unread(head, encoding.mark(), head.length - encoding.mark());
            return new DecodedText(this, bytes, encoding);
        } catch (IOException | RuntimeException broken) {
            bytes.close();
            throw broken;
        }
    }

    /** How the text is encoded: by its byte order mark, by zero bytes, as declared, else UTF-8. */
    TextEncoding encoding(String declared) throws IOException {
        try (InputStream bytes = bytes()) {
            return TextEncoding.of(bytes.readNBytes(TextEncoding.LOOKED_AT), declared);
        }
    }

    /** What to tell a user whose file could not be read to its end. */
    InputRefused unreadable(Throwable cause, long line) {
        String where = shown + (line > 0 ? ", after line " + line : "");
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof InputRefused refused) {
                return refused;
            }
            if (c instanceof FileFault fault) {
                String there = fault.line() > 0 ? shown + ", line " + fault.line() : where;
                return new InputRefused(there + ": " + fault.getMessage());
            }
            if (c instanceof ChecksumException) {
                return new InputRefused(where + ": the file differs from the checksum beside it (its .crc file)."
                        + " Send both again.");
            }
            if (isForbidden(c)) {
                return new InputRefused(shown + ": no permission to read it. Have it given, then run again.");
            }
        }
        return new InputRefused(where + ": the file cannot be read ("
                + cause.getClass().getSimpleName() + "). Check that it is complete and of the declared format.");
    }

    private static boolean isForbidden(Throwable cause) {
        return cause instanceof java.nio.file.AccessDeniedException
                || cause instanceof org.apache.hadoop.security.AccessControlException
                || String.valueOf(cause.getMessage()).endsWith("(Permission denied)");
    }
}
