package axial.question;

import axial.question.Node.Entry;
import axial.question.Node.Scalar;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a job gives, and the places that refer to them. */
final class Ids {
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_-]+");

    private Ids() {}

    static boolean isSimple(String id) {
        return SIMPLE.matcher(id).matches();
    }

    /** A name stands in tables and links, where only letters, digits, - and _ are safe. */
    static void check(Entry entry, String what, Problems problems) {
        check(entry.key(), entry.place(), what, problems);
    }

    static void check(String id, Place place, String what, Problems problems) {
        if (!isSimple(id)) {
            problems.add(
                    place,
                    "\"" + id + "\" cannot name the " + what + ", because it stands in tables and links. Use letters,"
                            + " digits, - and _ only.");
        }
    }

    /** The words that are known, each once; the others are reported. */
    static List<String> known(List<Scalar> words, String what, Collection<String> known, Problems problems) {
        Set<String> seen = new HashSet<>();
        return words.stream()
                .filter(word -> isKnown(word.text(), word.place(), what, known, problems))
                .filter(word -> isFirst(word, what, seen, problems))
                .map(Scalar::text)
                .toList();
    }

    static boolean isKnown(String word, Place place, String what, Collection<String> known, Problems problems) {
        if (known.contains(word)) {
            return true;
        }
        problems.add(place, "There is no " + what + " \"" + word + "\". " + DidYouMean.among(known, word));
        return false;
    }

    private static boolean isFirst(Scalar word, String what, Set<String> seen, Problems problems) {
        if (seen.add(word.text())) {
            return true;
        }
        problems.add(word.place(), "The " + what + " \"" + word.text() + "\" stands twice in this list. Keep one.");
        return false;
    }
}
