package axial.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Lets one run at a time into a store. On a local disk the operating system holds the lock, so that a killed run leaves
 * none behind; elsewhere a file that only one can create stands for it.
 */
final class StoreLock implements AutoCloseable {
    static final String NAME = "lock";

    private final AutoCloseable release;

    private StoreLock(AutoCloseable release) {
        this.release = release;
    }

    static StoreLock take(FileSystem files, Path folder) throws IOException {
        Path lock = new Path(folder, NAME);
        return files instanceof LocalFileSystem
                ? ofSystem(java.nio.file.Path.of(lock.toUri().getPath()))
                : ofFile(files, lock);
    }

    private static StoreLock ofSystem(java.nio.file.Path lock) throws IOException {
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (held != null) {
                channel.truncate(0);
                channel.write(StandardCharsets.UTF_8.encode(holder()));
                return new StoreLock(channel);
            }
        } catch (OverlappingFileLockException bySameProcess) {
            // said below, like a lock of another process
        }
        channel.close();
        throw new StoreBusy(String.valueOf(lock.getParent()), Files.readString(lock));
    }

    private static StoreLock ofFile(FileSystem files, Path lock) throws IOException {
        try (var out = files.create(lock, false)) {
            out.write(holder().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException | org.apache.hadoop.fs.PathIOException taken) {
            try (var in = files.open(lock)) {
                throw new StoreBusy(
                        lock.getParent().toString(),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; if that run is dead, remove "
                                + lock);
            }
        }
        return new StoreLock(() -> files.delete(lock, false));
    }

    private static String holder() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "this machine";
        }
        return "process " + ProcessHandle.current().pid() + " on " + host + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        try {
            release.close();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
