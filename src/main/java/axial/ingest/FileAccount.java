package axial.ingest;

import axial.privacy.ColumnProfile;
import axial.question.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What was seen while one file was read, kept beside its records: only counts, never a value of a patient. */
final class FileAccount implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_COLUMNS = 2000;
    private static final String FURTHER = "(further columns)";

    private final String source;
    private final String file;
    private final Set<String> missing;
    private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
    private final QualityTally quality;
    private long read = 0;
    private transient @Nullable List<String> names;
    private transient List<Repeats> repeats = List.of();

    /** What waits to be counted; only where it is counted, not where the account was sent. */
    private final transient @Nullable Map<String, Repeats> waiting = new LinkedHashMap<>();

    FileAccount(Job job, Job.Source source, String file) {
        this.source = source.name();
        this.file = file;
        this.missing = SourceCells.missing(source);
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
        if (record.names() != names) {
            names = record.names();
            repeats = names.stream().map(this::repeats).toList();
        }
        RawRecord.Cells cells = record.cells();
        for (int i = 0; i < repeats.size(); i++) {
            Word word = cells.word(i);
            String text = word == null ? cells.at(i, names.get(i)) : null;
            if (word != null) {
                repeats.get(i).add(word);
            } else if (text != null) {
                repeats.get(i).add(text);
            }
        }
        quality.add(record, visit, reasons);
    }

    private Repeats repeats(String name) {
        return Objects.requireNonNull(waiting)
                .computeIfAbsent(
                        name,
                        column -> new Repeats((text, times) -> {
                            if (!missing.contains(text.strip())) {
                                column(column).add(text, times);
                            }
                        }));
    }

    /** Counts what was put off; then the columns are in the order of the file again. */
    private void settle() {
        if (waiting != null) {
            waiting.values().forEach(Repeats::settle);
            Map<String, ColumnProfile> counted = new LinkedHashMap<>(columns);
            columns.clear();
            waiting.keySet().stream()
                    .filter(counted::containsKey)
                    .forEach(name -> columns.put(name, Objects.requireNonNull(counted.remove(name))));
            columns.putAll(counted);
        }
    }

    /** This and the account of another stretch of the same file. */
    FileAccount with(FileAccount other, Job job) {
        settle();
        other.settle();
        read += other.read;
        other.columns.forEach((name, seen) -> column(name).merge(seen));
        quality.addAll(other.quality, job);
        return this;
    }

    private ColumnProfile column(String name) {
        ColumnProfile known = columns.get(name);
        return known != null
                ? known
                : columns.computeIfAbsent(
                        columns.size() < MOST_COLUMNS ? name : FURTHER, column -> new ColumnProfile());
    }

    String source() {
        return source;
    }

    /** The file, as the job file names it. */
    String file() {
        return file;
    }

    QualityTally quality() {
        return quality;
    }

    long read() {
        return read;
    }

    /** What was seen in each column, in the order of the file. */
    Map<String, ColumnProfile> columns() {
        settle();
        return Collections.unmodifiableMap(columns);
    }

    /** Forgets what was seen in the columns, so that the rest may be kept. */
    void forgetColumns() {
        settle();
        columns.clear();
    }

    byte[] bytes() {
        settle();
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
