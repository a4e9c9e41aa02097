package axial.evidence;

import axial.question.Job;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of everybody found again by what they are, for who reasons on rows. */
final class Answers {
    private final Map<String, EstimateRow> byId = new HashMap<>();

    Answers(List<EstimateRow> rows) {
        rows.stream().filter(row -> row.subgroup().isEmpty()).forEach(row -> byId.put(row.id(), row));
    }

    /** The row, where it holds a number. */
    Optional<EstimateRow> estimated(
            Job.Question question, String outcome, String window, String estimator, String metric) {
        return row(question, outcome, window, estimator, metric).filter(row -> row.status() == Status.ESTIMATED);
    }

    Optional<EstimateRow> row(Job.Question question, String outcome, String window, String estimator, String metric) {
        return Optional.ofNullable(byId.get(String.join("/", question.id(), outcome, window, estimator, metric)));
    }
}
