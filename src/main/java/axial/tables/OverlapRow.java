package axial.tables;

import java.util.List;

/**
 * How the chances of the arm's treatment lie on one side: a row of {@code overlap.csv}.
 *
 * @param side {@code arm} or {@code comparator}
 * @param measure {@code propensity}: the chance of the arm's treatment lies from (included) to (not, but 1 is); or
 *     {@code preference}: the same had both been as common (Walker et al. 2013), whose middle is equipoise
 * @param n how many of the side's analysed
 * @param share of them, 0 to 1
 */
public record OverlapRow(
        String question,
        String outcome,
        String window,
        String side,
        String measure,
        double from,
        double to,
        long n,
        double share,
        String status) {
    public static final List<String> COLUMNS =
            List.of("question", "outcome", "window", "side", "measure", "from", "to", "n", "share", "status");

    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                side,
                measure,
                Numbers.exact(from),
                Numbers.exact(to),
                Numbers.count(n),
                Numbers.exact(share),
                status);
    }
}
