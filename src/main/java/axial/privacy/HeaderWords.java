package axial.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of a column says about what stands in it; the words stand in {@code header-words.txt}. */
final class HeaderWords {
    private static final Set<String> NUMBER = Set.of("nr", "no", "num", "nummer", "numero", "number", "n");
    private static final Set<String> NEUTRAL = new HashSet<>();
    private static final Map<String, IdentifierKind> KINDS = new HashMap<>();

    static {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeaderWords.class.getResourceAsStream("/axial/privacy/header-words.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(HeaderWords::take);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HeaderWords() {}

    private static void take(String line) {
        int colon = line.indexOf(':');
        String kind = line.substring(0, colon);
        for (String phrase : line.substring(colon + 1).split(",")) {
            if (kind.equals("neutral")) {
                NEUTRAL.add(phrase.strip());
            } else {
                KINDS.putIfAbsent(key(words(phrase)), IdentifierKind.valueOf(kind.toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** What the column is called, where it is called so plainly; else null. */
    static @Nullable IdentifierKind kind(String column) {
        List<String> words = words(column);
        IdentifierKind whole = KINDS.get(key(words));
        if (whole != null && !words.equals(List.of("number"))) {
            return whole;
        }
        List<String> rest = new ArrayList<>(words);
        rest.removeAll(NEUTRAL);
        return rest.size() == words.size() ? null : KINDS.get(key(rest));
    }

    private static String key(List<String> words) {
        return String.join(" ", words);
    }

    /** The words of a name, in small letters without accents; {@code vornamePatient_2} is vorname, patient. */
    static List<String> words(String column) {
        String apart = column.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        List<String> words = new ArrayList<>();
        for (String word : apart.split("[^\\p{L}\\p{M}]+")) {
            String plain = Words.plain(word);
            if (!plain.isEmpty()) {
                words.add(NUMBER.contains(plain) ? "number" : plain);
            }
        }
        return words;
    }
}
