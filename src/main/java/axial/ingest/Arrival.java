package axial.ingest;

import axial.question.Job;
import axial.tables.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file that a job's sources name, or several that are read together, known by their bytes; or a database, known by
 * the rows that are read of it.
 *
 * @param number of the batch that it is
 * @param stretches of its bytes that can be read apart from each other; none where nobody looked
 */
public record Arrival(Sources.Found found, String sha256, int number, List<Stretch> stretches) implements Serializable {
    private static final int BUFFER = 1 << 16;

    /** So many bytes of text are about one visit; packed ones are about six times as many. */
    private static final int BYTES_PER_VISIT = 100;

    private static final int PACKED = 6;

    /** Every file, in order of source and name; fails with {@link InputRefused} where one cannot be used. */
    public static List<Arrival> find(Job job, Path folder) throws IOException {
        return find(job, folder, KnownFiles.none());
    }

    /** The same; files that were summed before and not touched since are not read. */
    public static List<Arrival> find(Job job, Path folder, KnownFiles known) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        for (Sources.Found found : Sources.find(job, folder)) {
            arrivals.add(of(job, found, known));
        }
        return arrivals;
    }

    /** The same file, read once where that was left out: before it is taken in, it must be known where it can be cut. */
    public Arrival lookedInto() throws IOException {
        if (!stretches.isEmpty()) {
            return this;
        }
        Cuts cuts = cuts(found);
        String sum = hash(found.file().raw(), cuts);
        return new Arrival(found, sum, number, cuts.stretches());
    }

    /** The same file as a batch with a number. */
    public Arrival numbered(int batch) {
        return new Arrival(found, sha256, batch, stretches);
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

    /** About how many visits it holds, by its size; 0 where that is not known. */
    public long visitsAbout() {
        SourceFile file = found.file();
        return Math.max(0, file.size()) * (file.uri().endsWith(".gz") ? PACKED : 1) / BYTES_PER_VISIT;
    }

    /** Of one file its bytes; of files that are read together the bytes of each; of a database its rows. */
    private static Arrival of(Job job, Sources.Found found, KnownFiles known) throws IOException {
        if (Database.isAddress(found.source().path())) {
            return whole(found, bytes(OmopFormat.fingerprint(job, found)));
        }
        Format format = Format.ALL.get(found.source().format());
        if (format != null && format.together()) {
            StringBuilder all = new StringBuilder();
            for (SourceFile member : found.file().members()) {
                String sum = known.sha256(member);
                all.append(member.path().getName())
                        .append(' ')
                        .append(sum == null ? known.summed(member, () -> hash(member.raw(), Cuts.none())) : sum)
                        .append('\n');
            }
            return whole(found, bytes(all.toString()));
        }
        String sum = known.sha256(found.file());
        if (sum != null) {
            return new Arrival(found, sum, 0, List.of());
        }
        Cuts cuts = cuts(found);
        sum = known.summed(found.file(), () -> hash(found.file().raw(), cuts));
        return new Arrival(found, sum, 0, cuts.stretches());
    }

    private static Cuts cuts(Sources.Found found) throws IOException {
        Format format = Format.ALL.get(found.source().format());
        return format == null ? Cuts.none() : format.cuts(found.file(), found.source());
    }

    private static Arrival whole(Sources.Found found, InputStream bytes) throws IOException {
        Cuts none = Cuts.none();
        return new Arrival(found, hash(bytes, none), 0, none.stretches());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(InputStream raw, Cuts cuts) throws IOException {
        try (InputStream bytes = raw) {
            Sha256 sum = new Sha256();
            byte[] buffer = new byte[BUFFER];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                sum.add(buffer, n);
                cuts.look(buffer, n);
            }
            return sum.hex();
        }
    }
}
