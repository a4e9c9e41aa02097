package axial.evidence;

import axial.question.Dose;
import axial.question.Job;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Patients of the arm by how many sessions they had until the landmark, on scores after it. Everybody had the same time
 * to collect sessions, so nobody is counted among the many only because they stayed; but who recovers early still comes
 * less, so a difference is not what further sessions would do.
 */
final class DoseResponse implements QuestionEstimator {
    private static final String CAUTION = "who recovers early comes less: not the effect of further sessions";
    private static final Metric DIFFERENCE = new Metric("dose", "adjusted_difference", Estimand.LANDMARK, "");
    private static final Metric TREND = new Metric("dose", "trend_per_class", Estimand.LANDMARK, "");
    private static final Metric SMALL = new Metric("dose", "withheld", Estimand.NOBODY, "none");
    private static final Metric TOO_EARLY = new Metric("dose", "not_answerable", Estimand.NOBODY, "none");
    private static final double NONE = Double.NaN;

    /** A class with enough patients. */
    private record Class(Dose.Sessions sessions, Side patients) {}

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        List<EstimateRow> rows = new ArrayList<>();
        Dose dose = inquiry.question().dose();
        if (dose != null) {
            for (String outcome : inquiry.question().outcomes()) {
                for (String window : inquiry.question().windows()) {
                    rows.addAll(of(
                            inquiry,
                            dose,
                            inquiry.job().outcome(outcome),
                            inquiry.job().window(window)));
                }
            }
        }
        return rows;
    }

    private static EstimateRow tooEarly(Inquiry inquiry, Dose dose, Job.Outcome outcome, Job.Window window) {
        String why = "the window begins on day " + window.fromDay() + ", when not all sessions until day "
                + dose.landmarkDay() + " have been given: who stays long enough to get many would be compared with who"
                + " does not";
        return inquiry.empty(outcome, window, "")
                .row(TOO_EARLY, NONE, NONE, NONE, NONE, NONE, NONE, EstimateRow.Status.NOT_ESTIMABLE, why)
                .withCounts(-1, -1, -1);
    }

    private static List<EstimateRow> of(Inquiry inquiry, Dose dose, Job.Outcome outcome, Job.Window window) {
        if (dose.isTooEarly(window)) {
            return List.of(tooEarly(inquiry, dose, outcome, window));
        }
        List<Class> classes = new ArrayList<>();
        List<EstimateRow> rows = new ArrayList<>();
        for (Dose.Sessions sessions : dose.classes()) {
            String level = dose.category() + "=" + sessions.word();
            Side patients = inquiry.side(inquiry.question().arm(), level, outcome, window);
            if (patients.n() >= inquiry.minCell()) {
                classes.add(new Class(sessions, patients));
            } else {
                String why = "fewer than " + inquiry.minCell() + " analysed with so many sessions";
                rows.add(inquiry.empty(outcome, window, level)
                        .row(SMALL, NONE, NONE, NONE, NONE, NONE, NONE, EstimateRow.Status.WITHHELD, why));
            }
        }
        if (classes.size() < 2) {
            return rows;
        }
        GroupModel model = inquiry.model(
                outcome,
                classes.stream().map(c -> GroupModel.Group.of(c.patients())).toList());
        Class first = classes.get(0);
        for (int c = 1; c < classes.size(); c++) {
            double[] contrast = new double[classes.size()];
            contrast[0] = -1;
            contrast[c] = 1;
            String level = dose.category() + "=" + classes.get(c).sessions().word();
            String than = "less those with " + first.sessions().word() + "; " + CAUTION;
            rows.add(inquiry.analysis(outcome, window, level, classes.get(c).patients(), first.patients())
                    .row(DIFFERENCE.by(model.errors()), model.contrast(contrast), than));
        }
        rows.add(trend(inquiry, outcome, window, classes, model));
        return rows;
    }

    /** The slope of the classes' adjusted means over their order. */
    private static EstimateRow trend(
            Inquiry inquiry, Job.Outcome outcome, Job.Window window, List<Class> classes, GroupModel model) {
        double[] contrast = new double[classes.size()];
        double middle = (classes.size() - 1) / 2.0;
        double squares = 0;
        for (int c = 0; c < contrast.length; c++) {
            squares += (c - middle) * (c - middle);
        }
        for (int c = 0; c < contrast.length; c++) {
            contrast[c] = (c - middle) / squares;
        }
        long n = classes.stream().mapToLong(c -> c.patients().n()).sum();
        Metric metric = TREND.by("slope of the classes' adjusted means over their order; " + model.errors());
        Class first = classes.get(0);
        Class last = classes.get(classes.size() - 1);
        EstimateRow row = inquiry.analysis(outcome, window, "", last.patients(), first.patients())
                .row(metric, model.contrast(contrast), CAUTION);
        long clinics = classes.stream()
                .flatMap(c -> c.patients().byClinic().keySet().stream())
                .distinct()
                .count();
        return row.withCounts(n, first.patients().n(), clinics);
    }
}
