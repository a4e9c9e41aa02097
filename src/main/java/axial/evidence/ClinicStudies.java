package axial.evidence;

import axial.question.Job;
import axial.stats.Moments;
import axial.stats.RandomEffects;
import axial.tables.ClinicRow;
import java.util.ArrayList;
import java.util.List;

/** The studies behind a pooled effect, one row per clinic. */
final class ClinicStudies {
    private static final double NORMAL_975 = 1.959963984540054;

    private ClinicStudies() {}

    static List<ClinicRow> rows(Job.Question question, Analysis analysis) {
        List<ClinicsPooled.ClinicStudy> studies = ClinicsPooled.studies(analysis);
        List<ClinicRow> rows = new ArrayList<>();
        if (studies.size() < 3) {
            return rows;
        }
        RandomEffects pooled = ClinicsPooled.pooled(studies);
        for (int i = 0; i < studies.size(); i++) {
            rows.add(row(question, analysis, studies.get(i), pooled.weights().get(i)));
        }
        return rows;
    }

    private static ClinicRow row(
            Job.Question question, Analysis analysis, ClinicsPooled.ClinicStudy study, double weight) {
        Moments arm = study.arm();
        Moments comparator = study.comparator();
        double g = study.study().effect();
        double se = Math.sqrt(study.study().variance());
        return new ClinicRow(
                question.id(),
                analysis.outcome().id(),
                analysis.window().id(),
                analysis.subgroup(),
                study.clinic(),
                arm.n(),
                arm.mean(),
                Math.sqrt(arm.variance()),
                comparator.n(),
                comparator.mean(),
                Math.sqrt(comparator.variance()),
                g,
                se,
                g - NORMAL_975 * se,
                g + NORMAL_975 * se,
                weight,
                "estimated");
    }
}
