package axial.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what does not belong into a text: characters that nobody sees, and what is no text at all. */
final class PlainText {
    /** Two ids that look the same would be two people. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    /** Sentences may have line ends and the joiners of some scripts, but nothing that turns what is read around. */
    private static final Pattern NOT_IN_SENTENCES =
            Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]|[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private PlainText() {}

    /** What is wrong with an id or a word, or null. */
    static @Nullable String faultInName(String text) {
        return text.startsWith("\"")
                ? "begins with a quotation mark, which is read as part of it; remove the space before it in the export"
                : fault(text, NOT_IN_NAMES);
    }

    /** What is wrong with a text of several words, or null. */
    static @Nullable String faultInSentence(String text) {
        return fault(text, NOT_IN_SENTENCES);
    }

    private static @Nullable String fault(String text, Pattern not) {
        if (isPlain(text)) {
            return null;
        }
        if (text.equals(RawRecord.NO_TEXT)) {
            return "a list, a structure or bytes that are no text, where one text belongs";
        }
        Matcher found = not.matcher(text);
        return found.find()
                ? String.format(
                        java.util.Locale.ROOT,
                        "holds a character that nobody sees (U+%04X); remove it in the export",
                        text.codePointAt(found.start()))
                : null;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
