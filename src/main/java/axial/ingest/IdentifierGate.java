package axial.ingest;

import axial.privacy.ColumnJudge;
import axial.privacy.ColumnProfile;
import axial.privacy.Finding;
import axial.privacy.IdentifiersFound;
import axial.question.Job;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Judges what was seen in every column of every file, declared or not, before anything is stored or written. */
public final class IdentifierGate {
    private final Job job;
    private final List<IdentifiersFound.Column> found = new ArrayList<>();

    private IdentifierGate(Job job) {
        this.job = job;
    }

    /**
     * The accounts as they may be kept, without what was seen in their columns; fails with {@link IdentifiersFound}
     * where a column may tell who somebody is, in one file or in all files of its source together.
     *
     * @param accounts what was seen in each file, by any number
     */
    public static Map<Integer, byte[]> pass(Job job, Map<Integer, byte[]> accounts) {
        IdentifierGate gate = new IdentifierGate(job);
        Map<Integer, FileAccount> files = new TreeMap<>();
        accounts.forEach((number, bytes) -> files.put(number, FileAccount.of(bytes)));
        for (Job.Source source : job.sources()) {
            gate.judge(
                    source,
                    files.values().stream()
                            .filter(file -> file.source().equals(source.name()))
                            .toList());
        }
        if (!gate.found.isEmpty()) {
            throw new IdentifiersFound(gate.found);
        }
        Map<Integer, byte[]> kept = new TreeMap<>();
        files.forEach((number, file) -> {
            file.forgetColumns();
            kept.put(number, file.bytes());
        });
        return kept;
    }

    private void judge(Job.Source source, List<FileAccount> files) {
        ColumnRoles roles = new ColumnRoles(job, source);
        Map<String, ColumnProfile> whole = whole(files);
        ColumnProfile dates = whole.get(roles.date());
        int lastVisit = dates == null ? 0 : dates.lastYear();
        Set<String> inFiles = new HashSet<>();
        for (FileAccount file : files) {
            inFiles.addAll(judge(file.file(), file.columns(), roles, lastVisit, Set.of()));
        }
        judge(source.name(), whole, roles, lastVisit, inFiles);
    }

    private static Map<String, ColumnProfile> whole(List<FileAccount> files) {
        Map<String, ColumnProfile> whole = new LinkedHashMap<>();
        for (FileAccount file : files) {
            file.columns()
                    .forEach((name, seen) -> whole.computeIfAbsent(name, n -> new ColumnProfile())
                            .merge(seen));
        }
        return whole;
    }

    private Set<String> judge(
            String where, Map<String, ColumnProfile> columns, ColumnRoles roles, int lastVisit, Set<String> known) {
        Set<String> flagged = new HashSet<>();
        int place = 0;
        for (Map.Entry<String, ColumnProfile> column : columns.entrySet()) {
            place++;
            String name = column.getKey();
            List<Finding> findings = known.contains(name)
                    ? List.of()
                    : ColumnJudge.findings(
                            name,
                            roles.of(name),
                            column.getValue(),
                            lastVisit,
                            job.disclosure().keepsDates());
            if (!findings.isEmpty()) {
                flagged.add(name);
                found.add(new IdentifiersFound.Column(
                        where, roles.isKnown(name) || ColumnJudge.mayShow(name) ? name : "", place, findings));
            }
        }
        return flagged;
    }
}
