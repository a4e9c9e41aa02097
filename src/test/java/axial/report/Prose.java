package axial.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that every word of a page keeps. */
final class Prose {
    private static final Pattern BANNED = Pattern.compile(
            "\\b(significant(ly)?|proves?|proven|cures?|safe(ly|r)?|best|worst|superior|effective|no effect|failed"
                    + "|anonymous|outperforms?|probably)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 25;

    private Prose() {}

    static void holdsNoBannedWord(String text) {
        Matcher banned = BANNED.matcher(text);
        assertFalse(banned.find(), () -> "banned: " + banned.group() + " in: " + text);
    }

    static void hasShortSentences(String text) {
        for (String sentence : text.split("(?<=[.!?])\\s+")) {
            int words = sentence.trim().split("\\s+").length;
            assertTrue(words <= MOST_WORDS, () -> words + " words: " + sentence);
        }
    }

    /** The text of each paragraph, item, cell and the like of a page, its markup left out. */
    static List<String> blocks(String html) {
        String body = html.substring(html.indexOf("<body"))
                .replaceAll("(?s)<(title|desc|script)(>| .*?>).*?</\\1>", " ")
                .replaceAll("</?(strong|span|a|sup|em)( [^>]*)?>", "");
        List<String> blocks = new ArrayList<>();
        for (String block : body.split("<[^>]*>")) {
            if (!block.isBlank()) {
                blocks.add(block.strip().replaceAll("\\s+", " "));
            }
        }
        return blocks;
    }
}
