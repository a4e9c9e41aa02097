package axial.ingest;

import axial.question.DidYouMean;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be wrong with a header line that lacks what a visit needs. Without a header its first line holds values of
 * a patient, so a name is shown only where it is nearly one of ours.
 */
final class HeaderAdvice {
    private static final Map<Character, String> DELIMITERS = new TreeMap<>(Map.of(
            ',', "\",\"", ';', "\";\"", '\t', "\"\\t\"", '|', "\"|\"", ':', "\":\"", '^', "\"^\"", '~', "\"~\""));

    static final String JSON = "this looks like JSON, not like a table. Say  format: ndjson  for it in the job file.";

    private final List<String> known;
    private final List<String> columns;
    private final Job.Source source;

    HeaderAdvice(Job job, Job.Source source, List<String> columns) {
        this.known = new ArrayList<>(VisitsTable.fields(job));
        this.known.addAll(source.map().values());
        this.columns = columns;
        this.source = source;
    }

    /** What explains at once that nothing is found of what a visit needs. */
    Optional<String> wholly() {
        String first = columns.isEmpty() ? "" : columns.get(0);
        if (!first.isEmpty() && isJson(first.charAt(0))) {
            return Optional.of(JSON);
        }
        if (first.regionMatches(true, 0, "sep=", 0, 4)) {
            return Optional.of("this is a note to Excel (sep=), not a header line. Remove it, and declare the sign in"
                    + "  options: { delimiter: … }.");
        }
        return anotherDelimiter().or(this::noHeader);
    }

    /** Whether a text that begins so is JSON. */
    static boolean isJson(char first) {
        return first == '{' || first == '[';
    }

    private Optional<String> anotherDelimiter() {
        String declared = source.options().getOrDefault("delimiter", ",");
        String line = String.join(declared, columns);
        return DELIMITERS.entrySet().stream()
                .filter(delimiter -> delimiter.getKey() != declared.charAt(0))
                .filter(delimiter -> namesIn(line, delimiter.getKey()) > 1)
                .map(delimiter -> "the columns are separated by another sign than declared. Add  options: { delimiter: "
                        + delimiter.getValue() + " }.")
                .findFirst();
    }

    private long namesIn(String line, char delimiter) {
        return List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1)).stream()
                .map(name -> name.replace("\"", "").strip())
                .filter(this::isOurs)
                .count();
    }

    private Optional<String> noHeader() {
        return columns.stream().anyMatch(this::isOurs)
                ? Optional.empty()
                : Optional.of("none of the columns that every visit needs stands here ("
                        + String.join(", ", VisitsTable.REQUIRED)
                        + "). If the header line is missing, add it; if the export calls them otherwise, say so:"
                        + "  map: { visit_id: <their name>, … }.");
    }

    /** Where one column is nearly what is missing: how to say so. */
    String nearest(String field, String missing) {
        List<String> others =
                columns.stream().filter(column -> !known.contains(column)).toList();
        Optional<String> same = others.stream()
                .filter(other -> plain(other).equals(plain(missing)))
                .findFirst();
        return same.or(() -> DidYouMean.nearest(others, missing))
                .map(near -> " Did you mean \"" + near + "\"? Then add  map: { " + field + ": \"" + near + "\" }.")
                .orElse(" If the export calls it otherwise, say so:  map: { " + field + ": <their name> }.");
    }

    private boolean isOurs(String name) {
        return known.stream().anyMatch(ours -> plain(ours).equals(plain(name)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
