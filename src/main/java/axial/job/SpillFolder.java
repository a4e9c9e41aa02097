package axial.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the engine puts what does not fit into memory: a folder of this run alone inside the output folder, closed to
 * others and removed at the end. A killed run leaves its folder, and the next run removes it: the lock that a living run
 * holds on its folder ends with the run.
 */
final class SpillFolder implements AutoCloseable {
    private static final String NAME = ".spill-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private SpillFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new folder, after those that killed runs have left are removed. */
    static SpillFolder in(Path out) throws IOException {
        sweep(out.toAbsolutePath());
        // Locked before it has the name by which it is swept.
        Path unnamed = Files.createTempDirectory(out.toAbsolutePath(), ".new-spill-");
        FileChannel lock =
                FileChannel.open(unnamed.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        String name = String.valueOf(unnamed.getFileName()).replace(".new-spill-", NAME);
        Path folder = Files.move(unnamed, unnamed.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        return new SpillFolder(folder, lock);
    }

    private static void sweep(Path out) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(out)) {
            folders = found.filter(path -> String.valueOf(path.getFileName()).startsWith(NAME))
                    .toList();
        }
        for (Path folder : folders) {
            if (!isHeld(folder)) {
                remove(folder);
            }
        }
    }

    private static boolean isHeld(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (NoSuchFileException unlocked) {
            return false;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
