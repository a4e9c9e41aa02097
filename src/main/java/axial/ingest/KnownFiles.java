package axial.ingest;

import axial.tables.Sha256;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Check sums of files that were summed in earlier runs and were not touched since, so that a run need not read all files
 * again to find the new ones.
 *
 * <p>Untouched is a file of this machine with the same place, device, inode, length, time of its last change and time of
 * the last change of its inode, to the nanosecond. The last cannot be set, as {@code touch} and {@code cp -p} set the other.
 * A file that was changed within {@link #SETTLED_MS} before it was summed is not remembered, for what changes within one
 * tick of the clock looks untouched. Files elsewhere, and where the system tells less, are summed in every run.
 */
public final class KnownFiles {
    private static final String NAME = "known-files.json";
    private static final long SETTLED_MS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * What is remembered of a file.
     *
     * @param untouched what the system told of it
     */
    private record Seen(String untouched, String sha256) {}

    /**
     * The list as it is kept.
     *
     * @param sha256 of the files as they stand there: a check sum in which a bit has turned would bring a known file again
     */
    private record Kept(String sha256, TreeMap<String, Seen> files) {
        static Kept of(Map<String, Seen> files) throws IOException {
            TreeMap<String, Seen> sorted = new TreeMap<>(files);
            return new Kept(Sha256.of(JSON.writeValueAsBytes(sorted)), sorted);
        }

        boolean isWhole() throws IOException {
            return sha256.equals(of(files).sha256());
        }
    }

    /** What the system tells of a file now. */
    private record Told(String text, long changedMs) {}

    /** Sums the bytes of a file. */
    @FunctionalInterface
    interface Sum {
        String sha256() throws IOException;
    }

    private final @Nullable Path at;
    private final Map<String, Seen> before;
    private final Map<String, Seen> now;
    private final LongSupplier clock;

    private KnownFiles(@Nullable Path at, Map<String, Seen> before, LongSupplier clock) {
        this.at = at;
        this.before = before;
        this.now = new TreeMap<>(before);
        this.clock = clock;
    }

    /** Nothing is known, and nothing will be remembered. */
    public static KnownFiles none() {
        return new KnownFiles(null, Map.of(), System::currentTimeMillis);
    }

    /** What was remembered in the folder of a store; nothing where that cannot be read. */
    public static KnownFiles in(String store) {
        return in(store, System::currentTimeMillis);
    }

    /** The same, by a clock of milliseconds since 1970. */
    static KnownFiles in(String store, LongSupplier clock) {
        Path at = new Path(store, NAME);
        try (InputStream json = at.getFileSystem(FileSystems.settings()).open(at)) {
            Kept kept = JSON.readValue(json, Kept.class);
            return new KnownFiles(at, kept.isWhole() ? kept.files() : Map.of(), clock);
        } catch (IOException | RuntimeException absent) {
            return new KnownFiles(at, Map.of(), clock);
        }
    }

    /** Remembers the files of this run, and forgets those that are gone. Where that fails the next run sums them again. */
    public void keep() {
        now.keySet().removeIf(KnownFiles::isGone);
        if (at == null || now.equals(before)) {
            return;
        }
        try (OutputStream out = at.getFileSystem(FileSystems.settings()).create(at, true)) {
            out.write(JSON.writeValueAsBytes(Kept.of(now)));
        } catch (IOException unwritten) {
            return;
        }
    }

    private static boolean isGone(String uri) {
        try {
            return Files.notExists(java.nio.file.Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | FileSystemNotFoundException noPlace) {
            return true;
        }
    }

    /** The check sum of a file that was not touched since it was summed; else null. */
    @Nullable
    String sha256(SourceFile file) {
        Seen seen = before.get(file.uri());
        Told told = seen == null ? null : told(file);
        if (seen == null || told == null || !told.text().equals(seen.untouched())) {
            return null;
        }
        return seen.sha256();
    }

    /** Sums a file, and remembers it. */
    String summed(SourceFile file, Sum sum) throws IOException {
        long begun = clock.getAsLong();
        Told told = at == null ? null : told(file);
        String sha256 = sum.sha256();
        if (told != null && begun - told.changedMs() >= SETTLED_MS && told.equals(told(file))) {
            now.put(file.uri(), new Seen(told.text(), sha256));
        }
        return sha256;
    }

    private static @Nullable Told told(SourceFile file) {
        try {
            Map<String, Object> all = Files.readAttributes(
                    java.nio.file.Path.of(file.path().toUri()), "unix:dev,ino,size,lastModifiedTime,ctime");
            FileTime modified = time(all, "lastModifiedTime");
            FileTime changed = time(all, "ctime");
            String text = all.get("dev") + " " + all.get("ino") + " " + all.get("size") + " "
                    + modified.to(TimeUnit.NANOSECONDS) + " " + changed.to(TimeUnit.NANOSECONDS);
            return new Told(text, Math.max(modified.toMillis(), changed.toMillis()));
        } catch (IOException | RuntimeException untold) {
            return null;
        }
    }

    private static FileTime time(Map<String, Object> all, String which) {
        return (FileTime) Objects.requireNonNull(all.get(which));
    }
}
