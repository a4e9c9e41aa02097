package axial.tables;

import java.util.List;

/**
 * How sure an answer is, domain by domain: a row of {@code certainty.csv}. Automatic and provisional, since GRADE is a
 * judgement.
 *
 * @param domain {@code start}, {@code confounding}, {@code follow_up}, {@code inconsistency}, {@code indirectness},
 *     {@code imprecision}, {@code reporting}, {@code large_effect}; last {@code certainty}, the level
 * @param judgement no concern, concern, serious, very serious, raised, not raised, not judged; for the last the level
 * @param levels by how many the domain lowers (below zero) or raises; for the last their sum, floored at very low
 * @param why with its numbers
 */
public record CertaintyRow(
        String question, String outcome, String window, String domain, String judgement, int levels, String why) {
    public static final List<String> COLUMNS =
            List.of("question", "outcome", "window", "domain", "judgement", "levels", "why");

    public List<String> cells() {
        return List.of(question, outcome, window, domain, judgement, Integer.toString(levels), why);
    }
}
