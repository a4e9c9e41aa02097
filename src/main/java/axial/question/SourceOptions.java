package axial.question;

import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads how the files of a source are written. */
final class SourceOptions {
    /** Stands between several {@code null_values} in the one text of a job's options. */
    static final String SEPARATOR = "\u001f";

    private SourceOptions() {}

    static Map<String, String> read(Mapping mapping, Problems problems) {
        Map<String, String> options = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> {
            List<Scalar> words = Values.words(entry.value());
            if (!entry.value().isNothing()) {
                options.put(entry.key(), String.join(SEPARATOR, Values.texts(words)));
            }
            words.forEach(word -> check(entry.key(), word, problems));
        });
        options.computeIfPresent("delimiter", (key, written) -> written.equals("\\t") ? "\t" : written);
        return Collections.unmodifiableMap(options);
    }

    private static void check(String option, Scalar word, Problems problems) {
        String text = word.text();
        String wrong = switch (option) {
            case "delimiter" ->
                text.length() != 1 && !text.equals("\\t")
                        ? "must be one character such as \";\", or \\t for a tab, but is \"" + text + "\"."
                        : "\"\r\n".contains(text) ? "cannot be a quotation mark or a line end." : "";
            case "date_format" ->
                isDateFormat(text) ? "" : "is no date pattern: \"" + text + "\". Write it like dd.MM.yyyy or M/d/yyyy.";
            case "encoding" ->
                isCharset(text)
                        ? ""
                        : "names no known encoding: \"" + text + "\". Common are UTF-8, windows-1252, ISO-8859-1.";
            case "zone" ->
                isZone(text)
                        ? ""
                        : "names no known time zone: \"" + text + "\"." + zoneGuess(text)
                                + " Write it like Europe/Berlin.";
            case "complete_only" ->
                text.equals("true") || text.equals("false") ? "" : "must be true or false, but is \"" + text + "\".";
            case "schema" ->
                text.matches("[A-Za-z_][A-Za-z0-9_]*")
                        ? ""
                        : "must be a plain name of letters, digits and _, but is \"" + text + "\".";
            default -> "";
        };
        if (!wrong.isEmpty() && !word.isNothing()) {
            problems.add(word.place(), "\"" + option + "\" " + wrong);
        }
    }

    private static boolean isDateFormat(String pattern) {
        try {
            boolean formed = DateTimeFormatter.ofPattern(pattern, Locale.ROOT) != null;
            return formed && pattern.matches(".*[dD].*") && pattern.matches(".*[yu].*");
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static String zoneGuess(String name) {
        return DidYouMean.nearest(ZoneId.getAvailableZoneIds(), name)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
    }
}
