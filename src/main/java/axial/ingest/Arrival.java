package axial.ingest;

import axial.question.Job;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One file that a job's sources name, or several that are read together, known by their bytes; or a database, known by
 * the rows that are read of it.
 *
 * @param number of the batch that it is
 */
public record Arrival(Sources.Found found, String sha256, int number) implements Serializable {
    private static final int BUFFER = 1 << 16;

    /** Every file, in order of source and name; fails with {@link InputRefused} where one cannot be used. */
    public static List<Arrival> find(Job job, Path folder) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        for (Sources.Found found : Sources.find(job, folder)) {
            arrivals.add(new Arrival(found, hash(job, found), 0));
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
        return file().substring(file().lastIndexOf('/') + 1);
    }

    /** Whether the sender said how many rows it has, so that none can be missing: verified or not verified. */
    public String completeness() throws IOException {
        return Sidecar.of(found.file()) == null ? "not verified" : "verified";
    }

    /** Of one file its bytes; of files that are read together the bytes of each; of a database its rows. */
    private static String hash(Job job, Sources.Found found) throws IOException {
        if (Database.isAddress(found.source().path())) {
            return hash(bytes(OmopFormat.fingerprint(job, found)));
        }
        Format format = Format.ALL.get(found.source().format());
        boolean together = format != null && format.together();
        if (!together) {
            return hash(found.file().raw());
        }
        StringBuilder all = new StringBuilder();
        for (SourceFile member : found.file().members()) {
            all.append(member.path().getName())
                    .append(' ')
                    .append(hash(member.raw()))
                    .append('\n');
        }
        return hash(bytes(all.toString()));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(InputStream raw) throws IOException {
        try (InputStream bytes = raw) {
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
