package axial.ingest;

import axial.JobFixture;
import axial.question.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads files in a process of their own: paths and formats; says of each how many records it has, or why none. */
final class ReadAlone {
    private ReadAlone() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i += 2) {
            System.out.println(said(Path.of(arguments[i]), arguments[i + 1]));
        }
    }

    private static String said(Path file, String format) throws IOException {
        String name = file.getFileName().toString();
        Job.Source source = new Job.Source(name, "s", format, Map.of(), Map.of(), Map.of());
        Job job = JobFixture.job().source(source).build();
        try {
            return "read " + read(job, file.toAbsolutePath().getParent());
        } catch (InputRefused refused) {
            return "refused " + refused.getMessage();
        }
    }

    private static long read(Job job, Path folder) throws IOException {
        long read = 0;
        for (Sources.Found found : Sources.find(job, folder)) {
            VisitRules rules = new VisitRules(job, found.source());
            Format format = Format.ALL.get(found.source().format());
            try (Format.Records records = format.read(found.file(), found.source())) {
                while (records.hasNext()) {
                    List<Reason> reasons = new ArrayList<>();
                    rules.read(records.next(), reasons);
                    read += reasons.isEmpty() ? 1 : 0;
                }
            }
        }
        return read;
    }
}
