package axial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Removes what nobody needs from a folder. */
record Sweep(FileSystem files, Path folder) {
    static Sweep of(FileSystem files, Path folder) {
        return new Sweep(files, folder);
    }

    /**
     * Removes every file that neither is needed nor lies in a needed folder, and the folders that this empties; returns how
     * long the needed ones are.
     *
     * @param needed paths without scheme
     */
    Map<String, Long> keepOnly(Set<String> needed) throws IOException {
        Map<String, Long> lengths = new HashMap<>();
        keepOnly(folder, needed, lengths);
        if (files instanceof LocalFileSystem) {
            removeOrphanChecksums(java.nio.file.Path.of(folder.toUri().getPath()));
        }
        return lengths;
    }

    private boolean keepOnly(Path within, Set<String> needed, Map<String, Long> lengths) throws IOException {
        boolean empty = true;
        for (FileStatus found : files.listStatus(within)) {
            Path path = found.getPath();
            if (needed.contains(path.toUri().getPath())) {
                empty = false;
                lengths.put(path.toUri().getPath(), found.getLen());
            } else if (found.isDirectory()) {
                boolean emptied = keepOnly(path, needed, lengths);
                if (emptied) {
                    files.delete(path, true);
                }
                empty &= emptied;
            } else {
                files.delete(path, false);
            }
        }
        return empty;
    }

    /** A checksum file, which Hadoop keeps beside every local file, outlives a run that was killed between the two. */
    private static void removeOrphanChecksums(java.nio.file.Path folder) throws IOException {
        try (Stream<java.nio.file.Path> all = Files.walk(folder)) {
            for (java.nio.file.Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                boolean checksum = name.startsWith(".") && name.endsWith(".crc");
                if (checksum
                        && !Files.exists(file.resolveSibling(name.substring(1, name.length() - ".crc".length())))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
