package axial.evidence;

import axial.stats.CrossProducts;
import axial.stats.LinearMixedModel;
import axial.stats.NotEstimable;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.List;
import java.util.TreeSet;

/**
 * How far clinics lie apart in the change of patients who are alike in treatment and covariates: the SD between clinics
 * and the share of the variance that lies between them.
 */
final class BetweenClinics implements Estimator {
    private static final int FEWEST = 3;
    private static final double NONE = Double.NaN;
    private static final String CONVENTION =
            "random intercept of the clinic beside arm and covariates, restricted maximum likelihood";
    private static final Metric SD =
            new Metric("between_clinics", "between_clinic_sd", Estimand.CLINICS, CONVENTION + "; in the unit");
    private static final Metric ICC = new Metric(
            "between_clinics", "icc", Estimand.CLINICS, CONVENTION + "; variance between over between + within");

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        if (!analysis.subgroup().isEmpty()) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(analysis.arm().byClinic().keySet());
        names.addAll(analysis.comparator().byClinic().keySet());
        List<CrossProducts> clinics = names.stream()
                .map(name -> Models.of(
                        Models.crossProducts(
                                analysis.design(),
                                analysis.arm().byClinic().get(name),
                                analysis.comparator().byClinic().get(name)),
                        analysis.fit().kept()))
                .toList();
        if (clinics.size() < FEWEST || analysis.fit().df() <= clinics.size()) {
            NotEstimable few = new NotEstimable("fewer than " + FEWEST + " clinics, or too few patients");
            return List.of(analysis.row(SD, few, ""), analysis.row(ICC, few, ""));
        }
        if (!(analysis.fit().residualVariance() > 0)) {
            NotEstimable none = new NotEstimable("the changes do not vary");
            return List.of(analysis.row(SD, none, ""), analysis.row(ICC, none, ""));
        }
        LinearMixedModel model = LinearMixedModel.fit(clinics, 0);
        return List.of(
                number(analysis, SD, Math.sqrt(Math.max(0, model.between()[0][0]))),
                number(analysis, ICC, model.intraclassCorrelation()));
    }

    private static EstimateRow number(Analysis analysis, Metric metric, double value) {
        return analysis.row(metric, value, NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, "");
    }
}
