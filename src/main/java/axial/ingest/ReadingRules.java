package axial.ingest;

import axial.privacy.MovedDates;
import axial.question.DateKey;
import axial.question.Job;
import axial.tables.Sha256;
import axial.tables.VisitsTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By what a source's files are read as visits, as one hash: files read by other rules may say something else. */
public final class ReadingRules {
    /** Raised when the reading itself changes. */
    private static final int VERSION = 1;

    private ReadingRules() {}

    /** The hash for each source that files come from, by name. */
    public static Map<String, String> of(Job job, List<Arrival> files) {
        Map<String, String> rules = new TreeMap<>();
        files.forEach(file -> rules.computeIfAbsent(
                file.source(), name -> hash(job, file.found().source())));
        return rules;
    }

    private static String hash(Job job, Job.Source source) {
        StringBuilder text = new StringBuilder("reading " + VERSION + "\n");
        text.append(VisitsTable.schema(job).json()).append('\n');
        new TreeMap<>(job.instruments())
                .forEach((id, i) -> text.append(id)
                        .append(' ')
                        .append(i.min())
                        .append(' ')
                        .append(i.max())
                        .append(' ')
                        .append(i.storedDecimals())
                        .append('\n'));
        job.fields().forEach(field -> text.append(field).append('\n'));
        text.append(job.disclosure().keepsDates()).append('\n');
        DateKey key = job.disclosure().dateKey();
        text.append(key == null ? "" : new MovedDates(key).fingerprint()).append('\n');
        text.append(source.format()).append('\n');
        text.append(new TreeMap<>(source.map())).append('\n');
        new TreeMap<>(source.values())
                .forEach((field, codes) ->
                        text.append(field).append(new TreeMap<>(codes)).append('\n'));
        text.append("lists ").append(source.codeLists().size()).append('\n');
        source.rules()
                .forEach(rule -> text.append(rule.code())
                        .append(new TreeMap<>(rule.when()))
                        .append(rule.is())
                        .append('\n'));
        source.conversions().forEach(conversion -> text.append(conversion).append('\n'));
        text.append(new TreeMap<>(source.options()));
        return Sha256.of(text.toString());
    }
}
