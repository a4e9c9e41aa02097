package axial.evidence;

import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.Multiplicity;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the difference itself differs between the levels of a subgroup: this first, then the levels. All interactions
 * of a question are one family (Benjamini and Hochberg 1995).
 */
final class Interactions implements QuestionEstimator {
    private static final Metric TEST = new Metric("interaction", "wald_f", Estimand.SUBGROUPS, "");
    private static final Metric ADJUSTED = new Metric(
            "interaction",
            "benjamini_hochberg",
            Estimand.SUBGROUPS,
            "estimate is the p value adjusted for all interactions of the question");

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        List<EstimateRow> tests = new ArrayList<>();
        for (Analysis everybody : inquiry.everybody()) {
            for (String category : inquiry.question().subgroups()) {
                List<Analysis> levels = inquiry.levels(category, everybody);
                if (levels.size() >= 2) {
                    tests.add(test(inquiry, everybody, category, levels));
                }
            }
        }
        List<EstimateRow> rows = new ArrayList<>(tests);
        List<EstimateRow> family = tests.stream().filter(EstimateRow::estimated).toList();
        double[] adjusted = Multiplicity.benjaminiHochberg(
                family.stream().mapToDouble(EstimateRow::pValue).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            rows.add(family.get(i)
                    .withMetric(ADJUSTED.name(), ADJUSTED.convention())
                    .withNumbers(adjusted[i], Double.NaN, Double.NaN, Double.NaN, Double.NaN, adjusted[i])
                    .withReason("one of " + adjusted.length));
        }
        return rows;
    }

    private static EstimateRow test(Inquiry inquiry, Analysis everybody, String category, List<Analysis> levels) {
        List<GroupModel.Group> groups = new ArrayList<>();
        for (Analysis level : levels) {
            groups.add(GroupModel.Group.of(level.arm()));
            groups.add(GroupModel.Group.of(level.comparator()));
        }
        double[][] contrasts = new double[levels.size() - 1][];
        for (int l = 1; l < levels.size(); l++) {
            contrasts[l - 1] = new double[groups.size()];
            contrasts[l - 1][0] = -1;
            contrasts[l - 1][1] = 1;
            contrasts[l - 1][2 * l] = 1;
            contrasts[l - 1][2 * l + 1] = -1;
        }
        GroupModel model = inquiry.model(everybody.outcome(), groups);
        Finding finding = model.joint(contrasts);
        Metric metric = TEST.by("estimate is F with " + contrasts.length + " numerator df; " + model.test());
        String names = levels.stream()
                .map(level -> level.subgroup().substring(category.length() + 1))
                .collect(java.util.stream.Collectors.joining(", "));
        EstimateRow row = everybody.row(metric, finding, finding instanceof Estimate ? "of " + names : "");
        return row.withSubgroup(category)
                .withCounts(
                        levels.stream().mapToLong(l -> l.arm().n()).sum(),
                        levels.stream().mapToLong(l -> l.comparator().n()).sum(),
                        everybody.clinics());
    }
}
