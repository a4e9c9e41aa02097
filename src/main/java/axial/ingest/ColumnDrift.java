package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds columns that some files of a source have and others lack: renamed there, their values would be lost. */
final class ColumnDrift {
    private ColumnDrift() {}

    /**
     * One problem per file and column that is missing in it.
     *
     * @param columns the columns of each file of one source
     */
    static List<String> in(Job job, Map<Sources.Found, List<String>> columns) {
        Map<String, Sources.Found> first = new LinkedHashMap<>();
        columns.forEach((file, names) -> names.stream()
                .filter(read(job, file.source())::contains)
                .forEach(name -> first.putIfAbsent(name, file)));
        List<String> problems = new ArrayList<>();
        columns.forEach((file, names) -> {
            if (hasHeader(file)) {
                first.keySet().stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name -> problems.add(Sources.header(file) + "column " + name + " is missing, but "
                                + Objects.requireNonNull(first.get(name)).file().shown()
                                + " of the same source has it. Add it, empty where nothing is known; or name this file"
                                + " as a source of its own, with its own  map."));
            }
        });
        return problems;
    }

    private static boolean hasHeader(Sources.Found file) {
        return !Objects.requireNonNull(Format.ALL.get(file.source().format()))
                .header()
                .isEmpty();
    }

    private static Set<String> read(Job job, Job.Source source) {
        Set<String> read = new TreeSet<>();
        VisitsTable.fields(job).forEach(field -> read.add(source.map().getOrDefault(field, field)));
        return read;
    }
}
