package axial.evidence;

import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.stats.LinearMixedModel;
import axial.stats.NotEstimable;
import axial.stats.VarianceRatio;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.walk.Design;
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
            "random intercept of the clinic beside arm and covariates, restricted maximum likelihood; limits by Wald (1940)"
                    + " from the clinics' mean residuals";
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
        Design kept = analysis.design().only(analysis.fit().kept());
        List<CrossProducts> clinics = names.stream()
                .map(name -> Models.crossProducts(
                        kept,
                        analysis.arm().byClinic().get(name),
                        analysis.comparator().byClinic().get(name)))
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
        double sd = Math.sqrt(Math.max(0, model.between()[0][0]));
        List<VarianceRatio.Group> groups = residuals(analysis.fit(), clinics);
        double squares = analysis.fit().residualVariance() * analysis.fit().df();
        for (VarianceRatio.Group group : groups) {
            squares -= group.n() * group.mean() * group.mean();
        }
        double df = analysis.fit().df() - (groups.size() - 1.0);
        if (!(squares > 0)) {
            return List.of(
                    number(analysis, SD, sd, NONE, NONE),
                    number(analysis, ICC, model.intraclassCorrelation(), NONE, NONE));
        }
        double within = squares / df;
        VarianceRatio ratio = VarianceRatio.of(groups, within, df);
        return List.of(
                number(analysis, SD, sd, Math.sqrt(ratio.low() * within), Math.sqrt(ratio.high() * within)),
                number(
                        analysis,
                        ICC,
                        model.intraclassCorrelation(),
                        VarianceRatio.share(ratio.low()),
                        VarianceRatio.share(ratio.high())));
    }

    /** What arm and covariates leave of each clinic's mean change. */
    private static List<VarianceRatio.Group> residuals(LeastSquares fit, List<CrossProducts> clinics) {
        int[] kept = fit.kept();
        double[] beta = fit.beta();
        return clinics.stream()
                .map(clinic -> {
                    double sum = clinic.xy()[0];
                    for (int k = 0; k < kept.length; k++) {
                        sum -= beta[kept[k]] * clinic.xx()[0][k];
                    }
                    return new VarianceRatio.Group(clinic.n(), sum / clinic.n());
                })
                .toList();
    }

    private static EstimateRow number(Analysis analysis, Metric metric, double value, double low, double high) {
        return analysis.row(metric, value, NONE, NONE, low, high, NONE, Status.ESTIMATED, "");
    }
}
