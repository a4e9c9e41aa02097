package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a user should know of files that are read all the same. */
final class FileNotes {
    private static final int NAMED = 3;

    private FileNotes() {}

    static List<String> of(List<Sources.Found> files) throws IOException {
        List<String> notes = new ArrayList<>();
        List<String> unproved = new ArrayList<>();
        for (Sources.Found found : files) {
            SourceFile file = found.file();
            if (Sidecar.of(file) == null) {
                unproved.add(file.shown());
            }
            if (isText(found)) {
                notes.addAll(encoding(file, found.source()));
            }
        }
        if (!unproved.isEmpty()) {
            notes.add("completeness not verified for " + named(unproved) + ": no file of the same name and "
                    + Sidecar.ENDING + " says how many rows there are");
        }
        return notes;
    }

    private static boolean isText(Sources.Found found) {
        Format format = Format.ALL.get(found.source().format());
        return format != null && !format.together() && !found.source().format().equals("parquet");
    }

    private static List<String> encoding(SourceFile file, Job.Source source) throws IOException {
        TextEncoding encoding = file.encoding(source.options().getOrDefault("encoding", ""));
        return encoding.found().isEmpty()
                ? List.of()
                : List.of(file.shown() + ": read as " + encoding.charset().name() + ", by " + encoding.found());
    }

    private static String named(List<String> files) {
        int more = files.size() - NAMED;
        String names = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
