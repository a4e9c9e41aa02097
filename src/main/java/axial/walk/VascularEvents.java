package axial.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Which kinds of adverse event are vascular events, by the words and codes of {@code vascular-events.txt}. */
final class VascularEvents {
    private static final List<String> LINES = lines();

    private final Map<String, Boolean> known = new HashMap<>();

    /** Whether the event is one. */
    boolean hold(String event) {
        return !event.isEmpty() && known.computeIfAbsent(event, VascularEvents::isVascular);
    }

    private static boolean isVascular(String event) {
        String text = event.toLowerCase(Locale.ROOT).replace(".", "");
        List<String> words = Arrays.asList(text.split("[^\\p{L}\\p{N}]+"));
        return LINES.stream().anyMatch(line -> {
            boolean code = line.chars().anyMatch(Character::isDigit);
            boolean one = line.indexOf(' ') < 0;
            return code
                    ? words.stream().anyMatch(word -> word.startsWith(line))
                    : one && line.length() < 4 ? words.contains(line) : text.contains(line);
        });
    }

    private static List<String> lines() {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VascularEvents.class.getResourceAsStream("/axial/walk/vascular-events.txt")),
                "UTF-8"))) {
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT).replace(".", ""))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
