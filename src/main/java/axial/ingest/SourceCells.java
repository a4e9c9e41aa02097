package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of a source's records by our fields: under the source's names, its codes in our words. */
final class SourceCells {
    private final Job.Source source;
    private final Map<String, String> theirName = new HashMap<>();
    private final Set<String> missing;

    SourceCells(Job job, Job.Source source) {
        this.source = source;
        VisitsTable.fields(job)
                .forEach(field -> theirName.put(field, source.map().getOrDefault(field, field)));
        this.missing = missing(source);
    }

    /** What stands in the source where a value is missing. */
    static Set<String> missing(Job.Source source) {
        return new HashSet<>(
                List.of(source.options().getOrDefault("null_values", "").split("\u001f")));
    }

    /** What the source calls a field. */
    String column(String field) {
        return theirName.getOrDefault(field, field);
    }

    /** What the source's codes of a field mean. */
    Map<String, String> words(String field) {
        return source.values().getOrDefault(field, Map.of());
    }

    /** What the cell says in our words, or null where it is missing. */
    @Nullable
    String text(String field, RawRecord record) {
        return text(cell(field, record), words(field));
    }

    /** What a cell says in such words, or null where it is missing. */
    static @Nullable String text(@Nullable String cell, Map<String, String> words) {
        String text = cell == null ? null : words.getOrDefault(cell, cell);
        return text == null || text.isBlank() ? null : text;
    }

    /** What stands in the cell, or null where it is missing. */
    @Nullable
    String cell(String field, RawRecord record) {
        return stripped(record.cells().apply(column(field)));
    }

    /** The same of a cell as it stands in the source. */
    @Nullable
    String stripped(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        return text.isEmpty() || missing.contains(text) ? null : text;
    }
}
