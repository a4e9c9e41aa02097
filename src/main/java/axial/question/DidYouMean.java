package axial.question;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one is nearest to. */
public final class DidYouMean {
    private static final int SHOWN = 24;

    private DidYouMean() {}

    /** A sentence such as {@code Did you mean "short"? Known are long, short.} */
    static String among(Collection<String> known, String word) {
        if (known.isEmpty()) {
            return "None are declared.";
        }
        String guess = nearest(known, word)
                .map(near -> "Did you mean \"" + near + "\"? ")
                .orElse("");
        if (known.size() > SHOWN) {
            return guess.isEmpty() ? "There are " + known.size() + " to choose from." : guess.strip();
        }
        return guess + "Known are " + String.join(", ", known) + ".";
    }

    /** The nearest known word, where it is near enough to be meant. */
    public static Optional<String> nearest(Collection<String> known, String word) {
        String written = plain(word);
        return known.stream()
                .filter(candidate -> near(plain(candidate), written))
                .min(Comparator.comparingInt((String candidate) -> distance(plain(candidate), written))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static boolean near(String candidate, String written) {
        int shorter = Math.min(candidate.length(), written.length());
        boolean begins = shorter >= 3 && (candidate.startsWith(written) || written.startsWith(candidate));
        return begins || distance(candidate, written) <= (shorter < 2 ? 0 : Math.max(1, shorter / 3));
    }

    /** How many letters must be put in, taken out, changed or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
