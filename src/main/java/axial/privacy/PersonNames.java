package axial.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names of people, told by common names and titles in {@code names.txt}, or by being a few capitalised words. */
final class PersonNames {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 60;
    private static final Map<String, Set<String>> LISTS = lists();
    private static final Set<String> GIVEN = union("en", "de", "fr", "es", "it", "nl", "pl", "tr", "more");
    private static final Set<String> FAMILY = union("family");
    private static final Set<String> TITLES = union("titles");
    private static final Set<String> PLACES = union("places");

    private PersonNames() {}

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PersonNames.class.getResourceAsStream("/axial/privacy/names.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    Set<String> names = new HashSet<>();
                    for (String name : line.substring(colon + 1).strip().split("[ -]+")) {
                        names.add(Words.plain(name));
                    }
                    lists.put(line.substring(0, colon), names);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lists;
    }

    private static Set<String> union(String... lists) {
        Set<String> union = new HashSet<>();
        for (String list : lists) {
            union.addAll(Objects.requireNonNull(LISTS.get(list)));
        }
        return Set.copyOf(union);
    }

    static long signs(Cell cell) {
        boolean mayBe = cell.letters() >= 3
                && cell.length() <= LONGEST
                && cell.letters() * 5 >= cell.length() * 3
                && cell.onlyMarks("-.,_'()")
                && cell.words() <= MOST_WORDS;
        if (!mayBe) {
            return 0;
        }
        Seen seen = new Seen();
        String text = cell.text();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                seen.word(text, start, i);
                start = -1;
            }
        }
        return seen.signs(cell.digits());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= 128 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK));
    }

    /** The words of one text, one after another. */
    private static final class Seen {
        private int words = 0;
        private int capitalised = 0;
        private boolean lower = false;
        private boolean given = false;
        private boolean family = false;
        private boolean place = false;
        private boolean title = false;
        private boolean titled = false;

        void word(String text, int from, int to) {
            String plain = Words.plain(text.substring(from, to));
            boolean capital = Character.isUpperCase(text.charAt(from));
            words++;
            capitalised += capital && to - from > 1 ? 1 : 0;
            lower |= to - from > 2 && Character.isLowerCase(text.charAt(to - 1));
            titled |= title && capital;
            title = TITLES.contains(plain);
            given |= to - from >= 3 && GIVEN.contains(plain);
            family |= capital && to - from >= 3 && FAMILY.contains(plain);
            place |= PLACES.contains(plain);
        }

        long signs(int digits) {
            boolean name = (given || family) && !place;
            boolean full = titled || (given && words >= 2 && digits == 0 && !place);
            boolean shape = (words >= 2 || lower) && words <= 4 && capitalised == words && digits == 0;
            return (name || full ? Sign.NAME.holds() : 0)
                    | (full ? Sign.FULL_NAME.holds() : 0)
                    | (shape ? Sign.NAME_SHAPE.holds() : 0);
        }
    }
}
