package axial.job;

import axial.question.DateKey;
import axial.question.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The file with the secret of the profile {@code safe-harbor}: its owner's alone, and away from what it protects. */
public final class KeyFile {
    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 4096;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * The job with the secret that the file holds.
     *
     * @param out the job's output folder; neither there nor in the store may the file lie, for who gets them must not get it
     * @throws RunFailed where the job needs no key, or the file is open to others, too short or in the wrong place
     */
    public static Job unlock(Job job, Path file, Path jobFile, Path out) throws IOException, RunFailed {
        if (job.disclosure().keepsDates()) {
            throw new RunFailed(
                    2,
                    "a key moves dates in the profile safe-harbor, which " + jobFile
                            + " does not ask for. Leave --key out.");
        }
        Path real = file.toRealPath();
        String store = job.store();
        refuseInside(real, out);
        if (store != null && !store.contains("://")) {
            refuseInside(real, jobFile.toAbsolutePath().resolveSibling(store));
        }
        refuseOpen(real);
        long size = Files.size(real);
        if (size < LEAST_BYTES || size > MOST_BYTES) {
            throw new RunFailed(
                    2,
                    file + ": a key has " + LEAST_BYTES + " to " + MOST_BYTES + " bytes. Make one:  (umask 077;"
                            + " head -c 32 /dev/urandom > " + file + ")");
        }
        return job.withDateKey(new DateKey(Files.readAllBytes(real)));
    }

    private static void refuseInside(Path key, Path folder) throws IOException, RunFailed {
        if (Files.exists(folder) && key.startsWith(folder.toRealPath())) {
            throw new RunFailed(2, key + ": the key lies in " + folder + ", beside what it protects. Move it away.");
        }
    }

    private static void refuseOpen(Path key) throws IOException, RunFailed {
        boolean posix = Files.getFileStore(key).supportsFileAttributeView("posix");
        if (posix && !OWNERS.containsAll(Files.getPosixFilePermissions(key))) {
            throw new RunFailed(2, key + ": others may read the key. Close it:  chmod 600 " + key);
        }
    }
}
