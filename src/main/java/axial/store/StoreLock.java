package axial.store;

import java.io.FileNotFoundException;
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
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;

/**
 * Lets one run at a time into a store. On a local disk the operating system holds the lock, so that a killed run leaves
 * none behind; elsewhere a file that only one can create stands for it, on S3 by a conditional put. Where a file system
 * cannot promise that only one creates a file, there is no store.
 */
interface StoreLock extends AutoCloseable {
    String NAME = "lock";

    /** File systems whose name node lets one create a file. */
    Set<String> WITH_NAME_NODE = Set.of("hdfs", "viewfs");

    /** Fails where somebody has taken the lock away in the meantime, so that a run that was left for dead changes nothing. */
    void check() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * @throws StoreBusy where another run holds it
     * @throws StoreRefused where the file system cannot hold a lock
     */
    static StoreLock take(FileSystem files, Path folder) throws IOException {
        Path lock = new Path(folder, NAME);
        return files instanceof LocalFileSystem
                ? OfSystem.take(java.nio.file.Path.of(lock.toUri().getPath()))
                : OfFile.take(files, lock);
    }

    /** A lock of the operating system, which ends with the process. */
    record OfSystem(FileChannel channel) implements StoreLock {
        private static StoreLock take(java.nio.file.Path lock) throws IOException {
            FileChannel channel = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock held = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
                if (held != null) {
                    channel.truncate(0);
                    channel.write(StandardCharsets.UTF_8.encode(holder()));
                    return new OfSystem(channel);
                }
            } catch (OverlappingFileLockException bySameProcess) {
                // said below, like a lock of another process
            }
            channel.close();
            throw new StoreBusy(String.valueOf(lock.getParent()), Files.readString(lock));
        }

        @Override
        public void check() {
            // nobody can take it away
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A file with the holder's name in it. */
    record OfFile(FileSystem files, Path lock, String token) implements StoreLock {
        private static StoreLock take(FileSystem files, Path lock) throws IOException {
            OfFile ours = new OfFile(files, lock, holder() + ", " + UUID.randomUUID());
            try (FSDataOutputStream out = create(files, lock)) {
                out.write(ours.token.getBytes(StandardCharsets.UTF_8));
            } catch (FileAlreadyExistsException | PathIOException taken) {
                throw ours.busy();
            }
            return ours;
        }

        private static FSDataOutputStream create(FileSystem files, Path lock) throws IOException {
            if (files.hasPathCapability(lock, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
                return (FSDataOutputStream) files.createFile(lock)
                        .must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true)
                        .build();
            }
            if (WITH_NAME_NODE.contains(files.getScheme())) {
                return files.create(lock, false);
            }
            throw new StoreRefused("the store cannot lie at " + lock.getParent()
                    + ": there two runs at once could both believe that they hold it, for  " + files.getScheme()
                    + "  does not promise that a file is created by one only. Keep the store on a local disk, on hdfs, or"
                    + " on s3a with conditional writes (fs.s3a.create.conditional.enabled).");
        }

        private StoreBusy busy() throws IOException {
            return new StoreBusy(String.valueOf(lock.getParent()), text() + "; if that run is dead, remove " + lock);
        }

        private String text() throws IOException {
            try (var in = files.open(lock)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (FileNotFoundException gone) {
                return "whose lock is gone";
            }
        }

        @Override
        public void check() throws IOException {
            if (!text().equals(token)) {
                throw busy();
            }
        }

        @Override
        public void close() throws IOException {
            if (text().equals(token)) {
                files.delete(lock, false);
            }
        }
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
}
