package axial.ingest;

import axial.question.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What was seen while one file was read, kept beside its records: only counts, never a value of a patient. */
final class FileAccount implements Serializable {
    private static final long serialVersionUID = 1;

    private final String source;
    private final String file;
    private final QualityTally quality;
    private long read = 0;

    FileAccount(Job job, Job.Source source, String file) {
        this.source = source.name();
        this.file = file;
        this.quality = new QualityTally(job, source);
    }

    /**
     * Counts one record.
     *
     * @param visit the stored values in the order of the visits table; incomplete where there are reasons
     * @param reasons why the record is refused; empty where it is not
     */
    void add(RawRecord record, @Nullable Object[] visit, List<Reason> reasons) {
        read++;
        quality.add(record, visit, reasons);
    }

    String source() {
        return source;
    }

    /** The file as the job names it. */
    String file() {
        return file;
    }

    QualityTally quality() {
        return quality;
    }

    long read() {
        return read;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static FileAccount of(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return (FileAccount) in.readObject();
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
