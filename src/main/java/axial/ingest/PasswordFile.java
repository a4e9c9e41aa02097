package axial.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** A file that holds a password alone, for its owner only. */
final class PasswordFile {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PasswordFile() {}

    /** The first line; fails with {@link InputRefused} where the file is absent, empty, or open to others. */
    static String read(SourceFile folder, String written) throws IOException {
        Path file = Path.of(URI.create(folder.uri())).resolve(written);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InputRefused(
                    written + ": the password file is not there or cannot be read. Its path is relative to"
                            + " the job file's folder.");
        }
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        if (posix && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new InputRefused(written + ": the password file can be read by others than its owner. Close it with"
                    + "  chmod 600 " + written + "  and change the password if others may have seen it.");
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new InputRefused(
                    written + ": the password file is empty. It must hold the password in its first line.");
        }
        return lines.get(0);
    }
}
