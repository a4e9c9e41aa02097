package axial.evidence;

import axial.stats.BetweenStudyVariance;
import axial.stats.ClassicalInference;
import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.stats.LinearMixedModel;
import axial.stats.RandomEffects;
import axial.stats.Study;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.walk.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The clinics pooled in the other ways that programs use, beside the one of {@link ClinicsPooled}: how sure the variance
 * between clinics is, and one model of all patients against a synthesis of clinics.
 */
final class ClinicsOtherwise implements Estimator {
    private static final double NONE = Double.NaN;
    private static final String ERRORS = "Hartung-Knapp floored at 1; t with k - 1 df";
    private static final Metric PROFILE =
            metric("tau2_q_profile", "REML; interval by profiling the generalised Q (Viechtbauer 2007)");
    private static final Metric TAU2_DL = metric("tau2_dl", "DerSimonian-Laird");
    private static final Metric TAU2_PM = metric("tau2_pm", "Paule-Mandel");
    private static final Metric G_DL = metric("hedges_g_dl", "exact J; DerSimonian-Laird; " + ERRORS);
    private static final Metric G_PM = metric("hedges_g_pm", "exact J; Paule-Mandel; " + ERRORS);
    private static final Metric TWO_STAGE =
            metric("two_stage_difference", "least squares on arm and baseline in each clinic, then REML; " + ERRORS);
    private static final Metric ONE_STAGE = metric(
            "one_stage_difference",
            "mixed model on arm and baseline, an intercept for each clinic, the arm's effect varies between clinics; REML; t"
                    + " with k - 1 df");

    private static Metric metric(String name, String convention) {
        return new Metric("clinics_pooled", name, Estimand.CLINICS, convention);
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        List<ClinicsPooled.ClinicStudy> clinics = ClinicsPooled.studies(analysis);
        List<EstimateRow> rows = new ArrayList<>();
        if (clinics.size() < RandomEffects.FEWEST || !analysis.subgroup().isEmpty()) {
            return rows;
        }
        List<Study> studies =
                clinics.stream().map(ClinicsPooled.ClinicStudy::study).toList();
        double[] profile = BetweenStudyVariance.qProfile(studies);
        double dl = BetweenStudyVariance.dersimonianLaird(studies);
        double pm = BetweenStudyVariance.pauleMandel(studies);
        rows.add(variance(analysis, PROFILE, BetweenStudyVariance.reml(studies), profile[0], profile[1]));
        rows.add(variance(analysis, TAU2_DL, dl, NONE, NONE));
        rows.add(variance(analysis, TAU2_PM, pm, NONE, NONE));
        rows.add(analysis.row(G_DL, RandomEffects.at(studies, dl).pooled(), ""));
        rows.add(analysis.row(G_PM, RandomEffects.at(studies, pm).pooled(), ""));
        long arm = clinics.stream().mapToLong(c -> c.arm().n()).sum();
        long comparator = clinics.stream().mapToLong(c -> c.comparator().n()).sum();
        List<EstimateRow> counted = new ArrayList<>(rows.stream()
                .map(row -> row.withCounts(arm, comparator, clinics.size()))
                .toList());
        counted.addAll(stages(analysis));
        return counted;
    }

    private static EstimateRow variance(Analysis analysis, Metric metric, double tau2, double low, double high) {
        return analysis.row(metric, tau2, NONE, NONE, low, high, NONE, Status.ESTIMATED, "");
    }

    /** Both stages of the same clinics: those whose own patients give a difference. */
    private static List<EstimateRow> stages(Analysis analysis) {
        Map<String, CrossProducts> clinics = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(analysis.arm().byClinic().keySet());
        names.retainAll(analysis.comparator().byClinic().keySet());
        Design design = onArmAndBaseline(analysis.design());
        List<Study> studies = new ArrayList<>();
        long arm = 0;
        long comparator = 0;
        for (String name : names) {
            CrossProducts clinic = Models.crossProducts(
                    design,
                    analysis.arm().byClinic().get(name),
                    analysis.comparator().byClinic().get(name));
            LeastSquares fit = LeastSquares.fit(clinic);
            Study own = ClassicalInference.study(fit, Ancova.ARM_COLUMN);
            if (own != null && fit.df() >= 2) {
                studies.add(own);
                clinics.put(name, aboutItsMean(clinic));
                arm += analysis.arm().changeIn(name).n();
                comparator += analysis.comparator().changeIn(name).n();
            }
        }
        if (studies.size() < RandomEffects.FEWEST || Math.min(arm, comparator) < analysis.minCell()) {
            return List.of();
        }
        LinearMixedModel model = LinearMixedModel.fit(List.copyOf(clinics.values()), 0);
        EstimateRow two = analysis.row(TWO_STAGE, RandomEffects.reml(studies).pooled(), "");
        EstimateRow one = analysis.row(ONE_STAGE, model.coefficient(0), "");
        return List.of(
                two.withCounts(arm, comparator, studies.size()), one.withCounts(arm, comparator, studies.size()));
    }

    /** The sums of a clinic about its means: what is left when it has an intercept of its own, the arm first. */
    private static CrossProducts aboutItsMean(CrossProducts clinic) {
        int p = clinic.columns() - 1;
        double n = clinic.xx()[0][0];
        double[][] xx = new double[p][p];
        double[] xy = new double[p];
        for (int i = 0; i < p; i++) {
            double mean = clinic.xx()[0][i + 1] / n;
            xy[i] = clinic.xy()[i + 1] - mean * clinic.xy()[0];
            for (int j = 0; j < p; j++) {
                xx[i][j] = clinic.xx()[i + 1][j + 1] - mean * clinic.xx()[0][j + 1];
            }
        }
        double y = clinic.xy()[0];
        return new CrossProducts(clinic.n() - 1, xx, xy, clinic.yy() - y * y / n);
    }

    private static Design onArmAndBaseline(Design all) {
        return all.only(IntStream.range(0, all.columns().size())
                .filter(c -> c <= Ancova.ARM_COLUMN || all.columns().get(c).kind() == Design.Kind.BASELINE)
                .toArray());
    }
}
