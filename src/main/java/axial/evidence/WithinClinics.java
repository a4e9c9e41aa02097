package axial.evidence;

import axial.stats.ClusterRobust;
import axial.stats.CrossProducts;
import axial.stats.Finding;
import axial.stats.LeastSquares;
import axial.stats.Mundlak;
import axial.stats.NotEstimable;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.List;
import java.util.TreeSet;

/**
 * Patients of one clinic compared with patients of the same clinic: the clinic's share of the arm joins the model. The
 * coefficient of that share says how clinics that use the arm more differ beyond it.
 */
final class WithinClinics implements Estimator {
    private static final String CONVENTION =
            "share of the arm in the clinic as a column (Mundlak 1978); CR2 by clinic_id,"
                    + " identity working model; Satterthwaite df";
    private static final Metric WITHIN =
            new Metric("within_clinic", "adjusted_difference", Estimand.WITHIN_CLINICS, CONVENTION);
    private static final Metric BETWEEN =
            new Metric("within_clinic", "between_clinic_difference", Estimand.CLINICS, CONVENTION);
    private static final int FEWEST = 3;

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        if (!analysis.subgroup().isEmpty()) {
            return List.of();
        }
        List<CrossProducts> clinics = clinics(analysis);
        LeastSquares fit = LeastSquares.fit(clinics.stream()
                .reduce(CrossProducts.none(analysis.design().columns().size() + 1), CrossProducts::plus));
        int share = analysis.design().columns().size();
        return List.of(
                analysis.row(WITHIN, finding(clinics, fit, Ancova.ARM_COLUMN), ""),
                analysis.row(BETWEEN, finding(clinics, fit, share), ""));
    }

    private static List<CrossProducts> clinics(Analysis analysis) {
        TreeSet<String> names = new TreeSet<>(analysis.arm().byClinic().keySet());
        names.addAll(analysis.comparator().byClinic().keySet());
        return names.stream()
                .map(name -> Mundlak.withMean(
                        Models.crossProducts(
                                analysis.design(),
                                analysis.arm().byClinic().get(name),
                                analysis.comparator().byClinic().get(name)),
                        Ancova.ARM_COLUMN))
                .toList();
    }

    private static Finding finding(List<CrossProducts> clinics, LeastSquares fit, int column) {
        if (clinics.size() < FEWEST) {
            return new NotEstimable("fewer than " + FEWEST + " clinics");
        }
        if (fit.df() <= 0) {
            return new NotEstimable("no more patients than columns in the model");
        }
        if (!fit.keeps(column)) {
            return new NotEstimable(
                    column == Ancova.ARM_COLUMN
                            ? "no clinic has both treatments"
                            : "every clinic gives both treatments in the same shares");
        }
        ClusterRobust robust = new ClusterRobust(fit, column);
        return robust.conclude(robust.of(clinics));
    }
}
