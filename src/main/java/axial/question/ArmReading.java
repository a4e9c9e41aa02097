package axial.question;

import axial.question.Job.Arm;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the arms: which treatments make which arm. */
final class ArmReading {
    /** Sets of tokens are kept as the bits of one whole number. */
    static final int MOST_TOKENS = 60;

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9_-]+(:[a-z0-9_-]+)?");

    private ArmReading() {}

    static List<Arm> read(Mapping definitions, Problems problems) {
        List<Arm> arms = new ArrayList<>();
        Map<Set<String>, String> seen = new HashMap<>();
        for (Entry entry : definitions.entries()) {
            Ids.check(entry, "arm", problems);
            List<Scalar> words = Values.words(entry.value());
            Set<String> tokens = tokens(words, problems);
            String same = seen.putIfAbsent(tokens, entry.key());
            if (same != null && !tokens.isEmpty()) {
                problems.add(
                        entry.place(),
                        "The arm \"" + entry.key() + "\" has the same treatments as the arm \"" + same
                                + "\", so no patient could be told to be in one of them. Remove one arm.");
            }
            arms.add(new Arm(entry.key(), List.copyOf(tokens)));
        }
        checkCount(arms, definitions, problems);
        return List.copyOf(arms);
    }

    private static Set<String> tokens(List<Scalar> words, Problems problems) {
        Set<String> tokens = new TreeSet<>();
        for (Scalar word : words) {
            checkToken(word.text(), word.place(), problems);
            if (!tokens.add(word.text())) {
                problems.add(word.place(), "The treatment \"" + word.text() + "\" stands twice in this arm. Keep one.");
            }
        }
        return tokens;
    }

    static void checkToken(String token, Place place, Problems problems) {
        if (TOKEN.matcher(token).matches()) {
            return;
        }
        String nearest = token.strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_')
                .replace('/', ':')
                .replaceFirst("_(cervical|thoracic|lumbar)$", ":$1");
        problems.add(
                place,
                "\"" + token + "\" is no treatment. Write technique or technique:region in small letters, digits, - and"
                        + " _, such as "
                        + (TOKEN.matcher(nearest).matches() ? nearest : "manipulation:cervical") + ".");
    }

    private static void checkCount(List<Arm> arms, Mapping definitions, Problems problems) {
        Set<String> all = new HashSet<>();
        arms.forEach(arm -> all.addAll(arm.tokens()));
        if (all.size() > MOST_TOKENS) {
            problems.add(
                    definitions.place(),
                    "The arms name " + all.size() + " different treatments; at most " + MOST_TOKENS
                            + " can be told apart. Split the questions into several job files.");
        }
    }
}
