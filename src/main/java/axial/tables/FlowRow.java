package axial.tables;

import java.util.List;

/**
 * One step of the participant flow: a row of {@code flow.csv}. {@code question, outcome, window, arm} are empty for the
 * steps that all questions share; {@code n} below zero is withheld and written empty.
 */
public record FlowRow(String question, String outcome, String window, String arm, String step, long n, String status) {
    public static final List<String> COLUMNS = List.of("question", "outcome", "window", "arm", "step", "n", "status");

    /** The same step, its count withheld. */
    public FlowRow withheld() {
        return new FlowRow(question, outcome, window, arm, step, -1, "withheld");
    }

    public List<String> cells() {
        return List.of(question, outcome, window, arm, step, Numbers.count(n), status);
    }
}
