package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** The files that a job's sources name, found and looked into before anything is computed. */
public final class Sources {

    /** One file of one source, or all of them where they are read together. */
    record Found(Job.Source source, SourceFile file) implements Serializable {}

    private Sources() {}

    /** The addresses of all files, in order of source and name; fails with every problem at once. */
    public static List<String> check(Job job, java.nio.file.Path folder) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (Found found : find(job, folder)) {
            if (Database.isAddress(found.source().path())) {
                addresses.add(found.source().path());
            } else {
                found.file().members().forEach(file -> addresses.add(file.uri()));
            }
        }
        return addresses;
    }

    static List<Found> find(Job job, java.nio.file.Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (Job.Source source : job.sources()) {
            List<Found> files = files(source, folder);
            if (files.isEmpty()) {
                problems.add(source.path() + ": no such file. The path is relative to the job file's folder; correct"
                        + "  visits: path  or put the file there.");
            }
            for (Found one : files) {
                problems.addAll(columnProblems(job, one));
            }
            found.addAll(files);
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
        return found;
    }

    private static List<Found> files(Job.Source source, java.nio.file.Path folder) throws IOException {
        if (Database.isAddress(source.path())) {
            return List.of(new Found(source, new SourceFile(folder.toUri().toString(), source.path())));
        }
        SourceFile address = new SourceFile(place(source.path(), folder).toString(), source.path());
        List<SourceFile> members = address.members();
        Format format = Format.ALL.get(source.format());
        boolean together = format != null && format.together() && !members.isEmpty();
        return (together ? List.of(address) : members)
                .stream().map(file -> new Found(source, file)).toList();
    }

    /** Where a path of the job file leads. */
    static Path place(String written, java.nio.file.Path folder) {
        return written.contains("://")
                ? new Path(written)
                : new Path(folder.toAbsolutePath()
                        .resolve(written)
                        .normalize()
                        .toUri()
                        .getPath());
    }

    private static List<String> columnProblems(Job job, Found found) throws IOException {
        try {
            Format format = Format.ALL.get(found.source().format());
            if (format == null) {
                return List.of(found.file().shown() + ": format "
                        + found.source().format() + " is not read by this version; it reads "
                        + String.join(", ", Format.ALL.keySet()) + ".");
            }
            format = format.forJob(job);
            List<String> columns = format.columns(found.file(), found.source());
            List<String> problems = namingProblems(job, found, columns);
            if (problems.isEmpty()) {
                try (Format.Records records = format.read(found.file(), found.source())) {
                    if (!records.hasNext()) {
                        problems.add(found.file().shown()
                                + ": there is a header but no visit below it. Send the export again.");
                    }
                }
            }
            return problems;
        } catch (InputRefused refused) {
            return refused.problems();
        } catch (IOException unreadable) {
            return found.file().unreadable(unreadable, 0).problems();
        }
    }

    /** The name of a column where the job knows it; else its place, for without a header line it would be a value. */
    private static String said(Job job, Found found, List<String> columns, int place) {
        String name = columns.get(place);
        boolean known =
                VisitsTable.fields(job).contains(name) || found.source().map().containsValue(name);
        return known ? name : "number " + (columns.indexOf(name) + 1) + " (again as number " + (place + 1) + ")";
    }

    private static List<String> namingProblems(Job job, Found found, List<String> columns) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!seen.add(columns.get(i))) {
                problems.add(found.file().shown() + ", line 1: column " + said(job, found, columns, i)
                        + " stands there twice. Rename or remove one in the export.");
            }
        }
        for (String field : VisitsTable.REQUIRED) {
            String theirs = found.source().map().getOrDefault(field, field);
            String day = found.source().map().getOrDefault(VisitsTable.VISIT_DAY, VisitsTable.VISIT_DAY);
            boolean there = seen.contains(theirs) || (field.equals(VisitsTable.VISIT_DATE) && seen.contains(day));
            if (!there) {
                problems.add(found.file().shown() + ", line 1: column " + theirs + " is missing, and every visit needs "
                        + field + "." + " If the export calls it otherwise, say so:"
                        + "  map: { " + field + ": <their name> }.");
            }
        }
        found.source().map().forEach((field, theirs) -> {
            if (!seen.contains(theirs) && !VisitsTable.REQUIRED.contains(field)) {
                problems.add(found.file().shown() + ", line 1: column " + theirs + " is missing, which the job maps to "
                        + field + ".");
            }
        });
        return problems;
    }
}
