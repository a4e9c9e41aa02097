package axial.tables;

import java.util.List;

/**
 * A kind of people of whom one side has nobody or too few to compare, while the other has enough: a row of {@code
 * positivity.csv}. Episodes are counted, whether followed or not.
 *
 * @param covariate one covariate, and {@code level} its level; {@code otherCovariate} and {@code otherLevel} likewise
 * @param lacking {@code arm} or {@code comparator}
 * @param nLacking how many the side that lacks them has; withheld where it is not nobody
 * @param nOther how many the other side has
 * @param words the same as a sentence
 */
public record PositivityRow(
        String question,
        String covariate,
        String level,
        String otherCovariate,
        String otherLevel,
        String lacking,
        long nLacking,
        long nOther,
        String words,
        String status) {
    public static final List<String> COLUMNS = List.of(
            "question",
            "covariate",
            "level",
            "other_covariate",
            "other_level",
            "lacking",
            "n_lacking",
            "n_other",
            "words",
            "status");

    public List<String> cells() {
        return List.of(
                question,
                covariate,
                level,
                otherCovariate,
                otherLevel,
                lacking,
                Numbers.count(nLacking),
                Numbers.count(nOther),
                words,
                status);
    }
}
