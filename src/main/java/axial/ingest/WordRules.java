package axial.ingest;

import axial.tables.VisitsTable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in fields of ids, texts, words and tokens. Each rule gives the value as it is kept, and adds a reason
 * where the record is refused for it.
 */
final class WordRules {
    private WordRules() {}

    static @Nullable String required(String field, @Nullable String text, List<Reason> reasons) {
        if (text == null) {
            reasons.add(Reason.of(field, "missing_required", field + " is empty, and every visit needs one", ""));
        }
        return plain(field, text, reasons);
    }

    static @Nullable String plain(String field, @Nullable String text, List<Reason> reasons) {
        return checked(field, text, text == null ? null : PlainText.faultInName(text), reasons);
    }

    static @Nullable String sentence(String field, @Nullable String text, List<Reason> reasons) {
        return checked(field, text, text == null ? null : PlainText.faultInSentence(text), reasons);
    }

    private static @Nullable String checked(
            String field, @Nullable String text, @Nullable String fault, List<Reason> reasons) {
        if (text != null && fault != null) {
            reasons.add(Reason.of(field, "not_plain_text", fault, text));
        }
        return text;
    }

    static @Nullable String word(
            String field, @Nullable String text, List<String> known, @Nullable String empty, List<Reason> reasons) {
        if (text == null) {
            return empty;
        }
        if (!known.contains(text)) {
            reasons.add(Reason.of(
                    field,
                    "unknown_word",
                    "not one of " + String.join(", ", known) + "; map other codes with  values: { " + field
                            + ": { … } }",
                    text));
        }
        return text;
    }

    static @Nullable Boolean truth(@Nullable String text, List<Reason> reasons) {
        if (text == null || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text == null ? null : (Boolean) text.equalsIgnoreCase("true");
        }
        reasons.add(Reason.of(VisitsTable.ASKED, "unknown_word", "neither true nor false", text));
        return null;
    }

    /** Tokens of a cell, as a whole or one by one put into our words; sorted, each once, joined by {@code ;}. */
    static String flags(@Nullable String text, Map<String, String> codes, List<Reason> reasons) {
        if (text == null) {
            return "";
        }
        TreeSet<String> tokens = new TreeSet<>();
        for (String part : codes.containsKey(text) ? new String[] {text} : text.split(";", -1)) {
            String stripped = part.strip();
            for (String token : codes.getOrDefault(stripped, stripped).split(";", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        if (!tokens.stream().allMatch(TreatmentCodes::isToken)) {
            reasons.add(Reason.of(
                    VisitsTable.RED_FLAGS,
                    "token_not_understood",
                    "not tokens such as technique:region joined by ;",
                    text));
        }
        return String.join(";", tokens);
    }
}
