package axial.tables;

import java.util.List;

/**
 * Who was followed: a row of {@code missing.csv}.
 *
 * @param by {@code all}, {@code clinic_id}, {@code symptom_stage} or {@code baseline} (thirds of the scale)
 * @param level empty for all
 * @param eligible with a baseline, so that a follow-up was awaited
 * @param followed of these, with a score in the window
 * @param share of the eligible, 0 to 1
 */
public record MissingRow(
        String question,
        String outcome,
        String window,
        String arm,
        String by,
        String level,
        long eligible,
        long followed,
        double share,
        String status) {
    public static final List<String> COLUMNS =
            List.of("question", "outcome", "window", "arm", "by", "level", "eligible", "followed", "share", "status");

    public List<String> cells() {
        return List.of(
                question,
                outcome,
                window,
                arm,
                by,
                level,
                Numbers.count(eligible),
                Numbers.count(followed),
                Numbers.exact(share),
                status);
    }
}
