package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One file that a job's sources name, known by its bytes.
 *
 * @param number of the batch that it is
 */
public record Arrival(Sources.Found found, String sha256, int number) implements Serializable {
    private static final int BUFFER = 1 << 16;

    /** Every file, in order of source and name; fails with {@link InputRefused} where one cannot be used. */
    public static List<Arrival> find(Job job, Path folder) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        for (Sources.Found found : Sources.find(job, folder)) {
            arrivals.add(new Arrival(found, hash(found.file()), 0));
        }
        return arrivals;
    }

    /** The same file as a batch with a number. */
    public Arrival numbered(int batch) {
        return new Arrival(found, sha256, batch);
    }

    /** The name of its source. */
    public String source() {
        return found.source().name();
    }

    /** As the job file names it. */
    public String file() {
        return found.file().shown();
    }

    /** Without its folder. */
    public String name() {
        return found.file().path().getName();
    }

    private static String hash(SourceFile file) throws IOException {
        try (InputStream bytes = file.raw()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
