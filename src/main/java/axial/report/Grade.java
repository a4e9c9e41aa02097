package axial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How sure an answer is: automatic and provisional, since GRADE is a judgement.
 *
 * @param reasons keys of the texts that say why, the starting point first
 */
record Grade(Certainty certainty, List<String> reasons) {
    /** Where no table says how sure an answer is, nothing may be claimed of it. */
    private static final Grade NONE = new Grade(Certainty.VERY_LOW, List.of("grade.none"));

    /** As the run's table of certainty says: the rules stand where the table is made, and only there. */
    static Grade of(Answer answer) {
        return answer.graded().orElse(NONE);
    }

    /** What the table of certainty says of the answer. */
    static Optional<Grade> written(Tables tables, Answer answer) {
        Optional<Table> table =
                tables.with("certainty", "question", "outcome", "window", "domain", "judgement", "levels");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(List.of("grade.start"));
        Optional<Certainty> level = Optional.empty();
        for (Row row : Tables.of(table.get(), answer)) {
            String domain = row.getString("domain");
            if (domain.equals("certainty")) {
                level = Certainty.of(row.getString("judgement"));
            } else if (Effect.number(row, "levels") != 0) {
                reasons.add("grade.domain." + domain);
            }
        }
        return level.map(l -> new Grade(l, List.copyOf(reasons)));
    }
}
