package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSDataInputStream;

/** What a user should know of files that are read all the same. */
final class FileNotes {
    private static final int NAMED = 3;
    private static final String STAGE = "symptom_stage";

    private final Job job;
    private final List<String> notes = new ArrayList<>();
    private final List<String> unproved = new ArrayList<>();

    private FileNotes(Job job) {
        this.job = job;
    }

    static List<String> of(Job job, List<Sources.Found> files) throws IOException {
        FileNotes notes = new FileNotes(job);
        for (Sources.Found found : files) {
            notes.note(found);
        }
        if (!notes.unproved.isEmpty()) {
            notes.notes.add("completeness not verified for " + notes.named() + ": no file of the same name and "
                    + Sidecar.ENDING + " says how many rows there are");
        }
        return notes.notes;
    }

    private void note(Sources.Found found) throws IOException {
        SourceFile file = found.file();
        Format format = Objects.requireNonNull(Format.ALL.get(found.source().format()));
        boolean proved = Sidecar.of(file) != null;
        if (!proved) {
            unproved.add(file.shown());
        }
        if (format.isText() && !format.together()) {
            noteEncoding(file, found.source());
            if (!proved && endsInLine(file)) {
                notes.add(
                        file.shown() + ": its last line has no line end; where it was cut off, its last value is too");
            }
        }
        if (!format.header().isEmpty()) {
            noteMissing(file, found.source(), format.columns(file, found.source()));
        }
    }

    private void noteEncoding(SourceFile file, Job.Source source) throws IOException {
        TextEncoding encoding = file.encoding(source.options().getOrDefault("encoding", ""));
        if (!encoding.found().isEmpty()) {
            notes.add(file.shown() + ": read as " + encoding.charset().name() + ", by " + encoding.found());
        }
    }

    private static boolean endsInLine(SourceFile file) throws IOException {
        byte[] end = new byte[2];
        try (FSDataInputStream bytes =
                file.path().getFileSystem(FileSystems.settings()).open(file.path())) {
            if (file.size() < end.length || file.isPacked()) {
                return false;
            }
            bytes.readFully(file.size() - end.length, end);
        }
        return end[0] != '\n' && end[0] != '\r' && end[1] != '\n' && end[1] != '\r';
    }

    private void noteMissing(SourceFile file, Job.Source source, List<String> columns) {
        TreeSet<String> asked = new TreeSet<>(job.adjustFor());
        if (asked.contains(STAGE)) {
            asked.add(VisitsTable.DURATION);
        }
        asked.retainAll(VisitsTable.fields(job));
        job.outcomes().forEach(outcome -> asked.add(outcome.id()));
        asked.removeIf(field -> columns.contains(source.map().getOrDefault(field, field)));
        if (!asked.isEmpty()) {
            notes.add(file.shown() + ": no column for " + String.join(", ", asked) + ", so that it is missing in every"
                    + " visit of the file");
        }
    }

    private String named() {
        int more = unproved.size() - NAMED;
        String names = String.join(", ", unproved.subList(0, Math.min(NAMED, unproved.size())));
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
