package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** The files that a job's sources name, found and looked into before anything is computed. */
public final class Sources {

    /** One file of one source, or all of them where they are read together. */
    record Found(Job.Source source, SourceFile file) implements Serializable {}

    private Sources() {}

    /**
     * What a job's files are, before anything is computed.
     *
     * @param addresses of all files, code lists last, by source and name
     * @param notes what a user should know of them, though nothing is wrong
     */
    public record Looked(List<String> addresses, List<String> notes, SourceSize size) {}

    /** Looks once into every file; fails with every problem at once. */
    public static Looked look(Job job, java.nio.file.Path folder) throws IOException {
        List<Found> found = find(job, folder);
        return new Looked(addresses(job, folder, found), FileNotes.of(job, found), SourceSize.of(job, found));
    }

    /** The addresses of all files, code lists last, by source and name; fails with every problem at once. */
    public static List<String> check(Job job, java.nio.file.Path folder) throws IOException {
        return addresses(job, folder, find(job, folder));
    }

    private static List<String> addresses(Job job, java.nio.file.Path folder, List<Found> files) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (Found found : files) {
            if (Database.isAddress(found.source().path())) {
                addresses.add(found.source().path());
            } else {
                found.file().members().forEach(file -> addresses.add(file.uri()));
            }
        }
        job.sources().stream()
                .flatMap(source -> source.codeLists().stream())
                .distinct()
                .forEach(list -> addresses.add(place(list, folder).toString()));
        return addresses;
    }

    /** What a user should know of the files, though nothing is wrong with them; fails as {@link #check}. */
    public static List<String> notes(Job job, java.nio.file.Path folder) throws IOException {
        return FileNotes.of(job, find(job, folder));
    }

    static List<Found> find(Job job, java.nio.file.Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (Job.Source declared : job.sources()) {
            Job.Source source = CodeLists.into(declared, folder, problems);
            List<Found> files = files(source, folder, problems);
            Map<Found, List<String>> columns = new LinkedHashMap<>();
            for (Found one : files) {
                problems.addAll(columnProblems(job, one, columns));
            }
            problems.addAll(ColumnDrift.in(job, columns));
            found.addAll(files);
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
        return found;
    }

    private static List<Found> files(Job.Source source, java.nio.file.Path folder, List<String> problems) {
        if (Database.isAddress(source.path())) {
            return List.of(new Found(source, new SourceFile(folder.toUri().toString(), source.path())));
        }
        try {
            Format format = Format.ALL.get(source.format());
            SourceFile address = new SourceFile(place(source.path(), folder).toString(), source.path());
            if (format != null && format.together() && !address.members().isEmpty()) {
                return List.of(new Found(source, address));
            }
            return FileSearch.of(source, folder).stream()
                    .map(file -> new Found(source, file))
                    .toList();
        } catch (InputRefused refused) {
            problems.addAll(refused.problems());
            return List.of();
        } catch (IOException unreadable) {
            problems.add(source.path() + ": the folder cannot be read. Check that it may be.");
            return List.of();
        }
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

    private static List<String> columnProblems(Job job, Found found, Map<Found, List<String>> read) throws IOException {
        try {
            Format format = Format.ALL.get(found.source().format());
            if (format == null) {
                return List.of(found.file().shown() + ": format "
                        + found.source().format() + " is not read by this version; it reads "
                        + String.join(", ", Format.ALL.keySet()) + ".");
            }
            format = format.forJob(job);
            Sidecar sidecar = format.together() ? null : Sidecar.of(found.file());
            if (sidecar != null) {
                sidecar.checkBytes(found.file());
            }
            List<String> columns = format.columns(found.file(), found.source());
            List<String> problems = namingProblems(job, found, columns);
            if (problems.isEmpty() && !format.together()) {
                read.put(found, columns);
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

    /** How a file is named together with the place of its columns' names. */
    static String header(Found found) {
        String header =
                Objects.requireNonNull(Format.ALL.get(found.source().format())).header();
        return found.file().shown() + (header.isEmpty() ? "" : ", " + header) + ": ";
    }

    private static List<String> namingProblems(Job job, Found found, List<String> columns) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!seen.add(columns.get(i))) {
                problems.add(header(found) + "column " + said(job, found, columns, i)
                        + " stands there twice. Rename or remove one in the export.");
            }
        }
        found.source()
                .rules()
                .forEach(rule -> rule.when().keySet().forEach(column -> {
                    if (!seen.contains(column)) {
                        problems.add(header(found) + "column " + column + " is missing, which the rule for code "
                                + rule.code() + " asks for.");
                    }
                }));
        found.source().conversions().stream()
                .flatMap(conversion -> conversion.columns().stream())
                .filter(column -> !seen.contains(column))
                .forEach(column -> problems.add(header(found) + "column " + column
                        + " is missing, which the job converts a score from. Name the columns that the export has with"
                        + "  convert: [{ …, columns: [ … ] }]."));
        problems.addAll(missing(job, found, columns, seen));
        return problems;
    }

    private static List<String> missing(Job job, Found found, List<String> columns, Set<String> seen) {
        HeaderAdvice advice = new HeaderAdvice(job, found.source(), columns);
        List<String> problems = new ArrayList<>();
        Map<String, String> map = found.source().map();
        for (String field : VisitsTable.REQUIRED) {
            String theirs = map.getOrDefault(field, field);
            String day = map.getOrDefault(VisitsTable.VISIT_DAY, VisitsTable.VISIT_DAY);
            boolean there = seen.contains(theirs) || (field.equals(VisitsTable.VISIT_DATE) && seen.contains(day));
            if (!there) {
                problems.add(header(found) + "column " + theirs + " is missing, and every visit needs " + field + "."
                        + advice.nearest(field, theirs));
            }
        }
        map.forEach((field, theirs) -> {
            if (!seen.contains(theirs) && !VisitsTable.REQUIRED.contains(field)) {
                problems.add(header(found) + "column " + theirs + " is missing, which the job maps to " + field + "."
                        + advice.nearest(field, theirs));
            }
        });
        return problems.isEmpty()
                ? problems
                : advice.wholly().map(words -> List.of(header(found) + words)).orElse(problems);
    }
}
