package axial.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What codes mean. An entry is for a code of one system, or of any; a {@code *} at the end of its code stands for
 * anything. The most exact entry counts.
 */
final class CodeMeanings {
    private static final String ANYTHING = "*";

    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, Set<String>> acrossSystems = new HashMap<>();

    void put(Coding code, String meaning) {
        entries.put(code.key(), meaning);
        acrossSystems.computeIfAbsent(code.code(), any -> new TreeSet<>()).add(meaning);
    }

    /** None where the code stands nowhere; several where no system is said and they differ by it. */
    Set<String> exactly(Coding code) {
        String meaning = entry(code);
        if (!meaning.isEmpty()) {
            return Set.of(meaning);
        }
        return code.system().isEmpty() ? acrossSystems.getOrDefault(code.code(), Set.of()) : Set.of();
    }

    /** What the entry with the longest beginning of the code says. */
    Set<String> byBeginning(Coding code) {
        for (int length = code.code().length(); length >= 0; length--) {
            Set<String> found = exactly(new Coding(code.system(), code.code().substring(0, length) + ANYTHING));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private String entry(Coding code) {
        return entries.getOrDefault(code.key(), entries.getOrDefault(code.code(), ""));
    }
}
