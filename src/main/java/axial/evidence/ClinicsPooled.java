package axial.evidence;

import axial.stats.HedgesG;
import axial.stats.Moments;
import axial.stats.RandomEffects;
import axial.stats.Study;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Each clinic as a study: random-effects synthesis of Hedges' g over clinics. */
final class ClinicsPooled implements Estimator {
    /** One clinic with at least two patients on each side and changes that vary. */
    record ClinicStudy(String clinic, Moments arm, Moments comparator, Study study) {}

    private static final Metric G = pooled(
            "hedges_g",
            "exact J; v = 1/n1 + 1/n0 + g^2/(2(n1 + n0)); REML; Hartung-Knapp floored at 1; t with k - 1 df");
    private static final Metric TAU2 = pooled("tau2", "REML");
    private static final Metric I2 =
            pooled("i2_percent", "tau2 by REML over tau2 + typical variance (Higgins and Thompson)");
    private static final Metric PREDICTION =
            pooled("prediction_interval", "REML; Hartung-Knapp floored at 1; t with k - 1 df");
    private static final int FEWEST = 3;
    private static final double NONE = Double.NaN;

    /** The clinics that are studies, by id. */
    static List<ClinicStudy> studies(Analysis analysis) {
        TreeSet<String> clinics = new TreeSet<>(analysis.arm().byClinic().keySet());
        clinics.retainAll(analysis.comparator().byClinic().keySet());
        List<ClinicStudy> studies = new ArrayList<>();
        for (String clinic : clinics) {
            Moments arm = analysis.arm().changeIn(clinic);
            Moments comparator = analysis.comparator().changeIn(clinic);
            if (arm.n() >= 2 && comparator.n() >= 2 && Moments.pooledSd(arm, comparator) > 0) {
                studies.add(new ClinicStudy(clinic, arm, comparator, HedgesG.study(arm, comparator)));
            }
        }
        return studies;
    }

    /** The synthesis, of at least one study. */
    static RandomEffects pooled(List<ClinicStudy> studies) {
        return RandomEffects.reml(studies.stream().map(ClinicStudy::study).toList());
    }

    private static Metric pooled(String name, String convention) {
        return new Metric("clinics_pooled", name, Estimand.CLINICS, convention);
    }

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        List<ClinicStudy> studies = studies(analysis);
        if (studies.size() < FEWEST) {
            String why = "no synthesis: " + studies.size() + " of the " + FEWEST
                    + " clinics needed have two patients on each side";
            return List.of(analysis.row(G, NONE, NONE, NONE, NONE, NONE, NONE, Status.NOT_ESTIMABLE, why));
        }
        RandomEffects pooled = pooled(studies);
        long n = studies.stream().mapToLong(s -> s.arm().n()).sum();
        long comparatorN = studies.stream().mapToLong(s -> s.comparator().n()).sum();
        List<EstimateRow> rows = new ArrayList<>();
        rows.add(analysis.row(G, pooled.pooled(), ""));
        rows.add(analysis.row(TAU2, pooled.tau2(), NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, ""));
        rows.add(analysis.row(I2, pooled.i2Percent(), NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, ""));
        rows.add(analysis.row(PREDICTION, pooled.prediction(), ""));
        return rows.stream()
                .map(row -> row.withCounts(n, comparatorN, studies.size()))
                .toList();
    }
}
