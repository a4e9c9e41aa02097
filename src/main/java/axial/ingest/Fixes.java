package axial.ingest;

import axial.question.Coding;
import java.util.Collection;
import java.util.List;

/** What to write into a job file, as YAML in one line. */
final class Fixes {
    private Fixes() {}

    static String convert(List<String> fields, Coding coding, String clinic) {
        return "convert: [{ fields: " + list(fields) + ", from: " + coding.word()
                + (clinic.isEmpty() ? "" : ", clinics: " + word(clinic)) + " }]";
    }

    static String missing(Collection<String> words) {
        return "options: { null_values: ["
                + String.join(", ", words.stream().map(w -> "\"" + w + "\"").toList()) + "] }";
    }

    private static String list(List<String> fields) {
        return fields.size() == 1 ? fields.get(0) : "[" + String.join(", ", fields) + "]";
    }

    private static String word(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_-]*")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
