package axial.evidence;

import axial.stats.HedgesG;
import axial.stats.Moments;
import axial.stats.RandomEffects;
import axial.stats.Study;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Each clinic as a study: random-effects synthesis of Hedges' g over clinics. */
final class ClinicsPooled implements Estimator {
    /** One clinic with at least two patients on each side and changes that vary. */
    record ClinicStudy(String clinic, Moments arm, Moments comparator, Study study) {}

    private static final String ID = "clinics_pooled";
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

    @Override
    public List<EstimateRow> rows(Analysis analysis) {
        List<ClinicStudy> studies = studies(analysis);
        if (studies.size() < FEWEST) {
            String why = "no synthesis: " + studies.size() + " of the " + FEWEST
                    + " clinics needed have two patients on each side";
            return List.of(analysis.row(ID, "hedges_g", NONE, NONE, NONE, NONE, NONE, NONE, Status.NOT_ESTIMABLE, why));
        }
        RandomEffects pooled = pooled(studies);
        long n = studies.stream().mapToLong(s -> s.arm().n()).sum();
        long comparatorN = studies.stream().mapToLong(s -> s.comparator().n()).sum();
        List<EstimateRow> rows = new ArrayList<>();
        rows.add(analysis.row(ID, "hedges_g", pooled.pooled(), ""));
        rows.add(analysis.row(ID, "tau2", pooled.tau2(), NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, ""));
        rows.add(
                analysis.row(ID, "i2_percent", pooled.i2Percent(), NONE, NONE, NONE, NONE, NONE, Status.ESTIMATED, ""));
        rows.add(analysis.row(ID, "prediction_interval", pooled.prediction(), ""));
        return rows.stream()
                .map(row -> row.withCounts(n, comparatorN, studies.size()))
                .toList();
    }
}
