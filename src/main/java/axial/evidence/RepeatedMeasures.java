package axial.evidence;

import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.MixedModelRepeatedMeasures;
import axial.stats.RepeatedMeasuresDesign;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;

/**
 * All windows of an outcome in one mixed model: patients count with the windows in which they were seen, and what is
 * missing is taken as missing at random given those.
 */
final class RepeatedMeasures implements QuestionEstimator {
    private static final String MODEL =
            "REML, unstructured covariance; model-based errors, clusters not in the model;" + " Satterthwaite df";
    private static final Metric DIFFERENCE = new Metric("mmrm", "adjusted_difference", Estimand.SEEN_AT_ALL, MODEL);
    private static final Metric ARM = new Metric(
            "mmrm", "arm_mean_change", Estimand.CHANGE, "at the mean of the covariates over both sides; " + MODEL);
    private static final Metric COMPARATOR = new Metric(
            "mmrm",
            "comparator_mean_change",
            Estimand.CHANGE,
            "at the mean of the covariates over both sides; " + MODEL);

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        List<EstimateRow> rows = new ArrayList<>();
        for (Course course : inquiry.courses()) {
            rows.addAll(of(course));
        }
        return rows;
    }

    private static List<EstimateRow> of(Course course) {
        int windows = course.windows().size();
        List<Boolean> varies = new ArrayList<>();
        for (int c = 0; c < course.covariates(); c++) {
            varies.add(c <= Ancova.ARM_COLUMN || course.isBaseline(c));
        }
        MixedModelRepeatedMeasures model =
                MixedModelRepeatedMeasures.fit(new RepeatedMeasuresDesign(windows, varies), course.patterns());
        double[] arm = course.meanCovariates();
        double[] comparator = arm.clone();
        arm[Ancova.ARM_COLUMN] = 1;
        comparator[Ancova.ARM_COLUMN] = 0;
        List<EstimateRow> rows = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            Analysis analysis = course.windows().get(w);
            rows.add(analysis.row(DIFFERENCE, model.coefficient(Ancova.ARM_COLUMN, w), ""));
            rows.add(analysis.row(ARM, mean(course, model, arm, w), ""));
            rows.add(analysis.row(COMPARATOR, mean(course, model, comparator, w), ""));
            for (int earlier = 0; earlier < w; earlier++) {
                String since = course.windows().get(earlier).window().id();
                Metric growth = new Metric("mmrm", "decay_since_" + since, Estimand.SEEN_AT_ALL, MODEL);
                rows.add(analysis.row(growth, model.growth(Ancova.ARM_COLUMN, earlier, w), ""));
            }
        }
        long inArm = course.n(true, part -> true);
        long inComparator = course.n(false, part -> true);
        long clinics = course.clinics(part -> true);
        return rows.stream()
                .map(row -> row.withCounts(inArm, inComparator, clinics))
                .toList();
    }

    private static Finding mean(Course course, MixedModelRepeatedMeasures model, double[] at, int window) {
        Finding mean = model.mean(at, window);
        return mean instanceof Estimate e
                ? Estimate.wald(e.value() + course.shift(window), e.stdError(), e.df())
                : mean;
    }
}
