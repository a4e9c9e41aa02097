package axial.job;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk, of which the n-th step fails: an address {@code faulty:/folder} is the folder. */
public final class FaultyFileSystem extends LocalFileSystem {
    private static final URI ADDRESS = URI.create("faulty:///");

    /** How a step fails. */
    enum Fault {
        /** The step is not done. */
        BEFORE,
        /** The step is done, yet reported as failed. */
        AFTER,
        /** The step is not done, nor any later one: as if the process were dead. */
        DEAD,
        /** Half of what is written gets there, and nothing works from then on. */
        HALF_DEAD
    }

    private static final AtomicLong STEPS = new AtomicLong();
    private static volatile long failing = Long.MAX_VALUE;
    private static volatile long deciding = 0;
    private static volatile Fault how = Fault.BEFORE;

    public FaultyFileSystem() {
        super(new Raw());
    }

    static void failAt(long step, Fault fault) {
        STEPS.set(0);
        how = fault;
        failing = step;
    }

    /** No step fails any more; says how many there were. */
    static long heal() {
        failing = Long.MAX_VALUE;
        return STEPS.getAndSet(0);
    }

    @Override
    public URI getUri() {
        return ADDRESS;
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    /** The last step by which a new state of a store came to stand. */
    static long deciding() {
        return deciding;
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T step(Step<T> step) throws IOException {
        long now = STEPS.incrementAndGet();
        boolean dead = how == Fault.DEAD || how == Fault.HALF_DEAD;
        if (now == failing && how == Fault.AFTER) {
            step.take();
        }
        if (now == failing || (now > failing && dead)) {
            throw new IOException("planned fault at step " + failing);
        }
        return step.take();
    }

    private static final class Raw extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return ADDRESS;
        }

        @Override
        public void initialize(URI uri, Configuration conf) throws IOException {
            super.initialize(uri, conf);
        }

        @Override
        public FSDataInputStream open(Path f, int bufferSize) throws IOException {
            return step(() -> super.open(f, bufferSize));
        }

        @Override
        public FSDataOutputStream create(
                Path f, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
                throws IOException {
            return written(step(() -> super.create(f, overwrite, bufferSize, replication, blockSize, progress)));
        }

        @Override
        public FSDataOutputStream create(
                Path f,
                FsPermission permission,
                boolean overwrite,
                int bufferSize,
                short replication,
                long blockSize,
                Progressable progress)
                throws IOException {
            return written(
                    step(() -> super.create(f, permission, overwrite, bufferSize, replication, blockSize, progress)));
        }

        private static FSDataOutputStream written(FSDataOutputStream out) throws IOException {
            return new FSDataOutputStream(new FaultyStream(out), null);
        }

        @Override
        public boolean rename(Path src, Path dst) throws IOException {
            deciding = dst.getName().matches("v\\d+\\.metadata\\.json") ? STEPS.get() + 1 : deciding;
            return step(() -> super.rename(src, dst));
        }

        @Override
        public boolean delete(Path p, boolean recursive) throws IOException {
            return step(() -> super.delete(p, recursive));
        }

        @Override
        public boolean mkdirs(Path f) throws IOException {
            return step(() -> super.mkdirs(f));
        }

        @Override
        public FileStatus[] listStatus(Path f) throws IOException {
            return step(() -> super.listStatus(f));
        }
    }

    private static final class FaultyStream extends FilterOutputStream {
        FaultyStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            boolean half = how == Fault.HALF_DEAD && STEPS.get() + 1 == failing;
            if (half) {
                out.write(bytes, from, length / 2);
                out.flush();
            }
            step(() -> {
                out.write(bytes, from, length);
                return true;
            });
        }

        @Override
        public void close() throws IOException {
            step(() -> {
                out.close();
                return true;
            });
        }
    }
}
