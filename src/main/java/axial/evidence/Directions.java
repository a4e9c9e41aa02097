package axial.evidence;

import axial.stats.Multiplicity;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The adjusted differences of the directions of motion, which are outcomes in degrees and one family: p values that hold
 * for all of them at once (Holm 1979).
 */
final class Directions implements QuestionEstimator {
    private static final Metric HOLM = new Metric("ancova", "holm_directions", Estimand.EVERYBODY, "");
    private static final String UNIT = "degrees";

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        List<EstimateRow> rows = new ArrayList<>();
        for (String window : inquiry.question().windows()) {
            List<EstimateRow> family = inquiry.everybody().stream()
                    .filter(a -> a.window().id().equals(window))
                    .filter(a -> a.outcome().instrument().unit().equals(UNIT))
                    .map(a -> a.row(
                            HOLM.by("p by Holm over the directions, 95 % interval of one; " + Ancova.errors(a)),
                            a.adjusted(),
                            ""))
                    .filter(EstimateRow::estimated)
                    .toList();
            double[] adjusted = Multiplicity.holm(
                    family.stream().mapToDouble(EstimateRow::pValue).toArray());
            for (int i = 0; i < adjusted.length && adjusted.length > 1; i++) {
                EstimateRow row = family.get(i);
                rows.add(row.withNumbers(
                                row.estimate(), row.stdError(), row.df(), row.ciLow(), row.ciHigh(), adjusted[i])
                        .withReason("one of " + adjusted.length + " directions"));
            }
        }
        return rows;
    }
}
