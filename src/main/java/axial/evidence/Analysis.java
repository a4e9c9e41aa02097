package axial.evidence;

import axial.question.Job;
import axial.stats.CrossProducts;
import axial.stats.Estimate;
import axial.stats.Finding;
import axial.stats.LeastSquares;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import axial.walk.Design;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one question, outcome, window and subgroup that estimators may use: the sums of both sides, the
 * model made from them, and what passes over the episodes found.
 */
public final class Analysis {
    private final Job job;
    private final Job.Question question;
    private final Job.Outcome outcome;
    private final Job.Window window;
    private final String subgroup;
    private final Side arm;
    private final Side comparator;
    private final Design design;
    private @Nullable LeastSquares fit;
    private @Nullable ModelAnswer answer;
    private @Nullable Finding adjusted;
    private @Nullable Finding together;
    private @Nullable Practitioners practitioners;
    private final long clinics;
    private double[] unseenBaselines = {Double.NaN, Double.NaN};

    /** The sums by practitioner. */
    record Practitioners(PractitionerSums.BySide arm, PractitionerSums.BySide comparator) {}

    Analysis(
            Job job,
            Job.Question question,
            Job.Outcome outcome,
            Job.Window window,
            String subgroup,
            Side arm,
            Side comparator,
            Design design) {
        this.job = job;
        this.question = question;
        this.outcome = outcome;
        this.window = window;
        this.subgroup = subgroup;
        this.arm = arm;
        this.comparator = comparator;
        this.design = design;
        this.clinics = Stream.concat(arm.byClinic().keySet().stream(), comparator.byClinic().keySet().stream())
                .distinct()
                .count();
    }

    public Job.Outcome outcome() {
        return outcome;
    }

    public Job.Window window() {
        return window;
    }

    /** Empty for everybody, else {@code symptom_stage=chronic}. */
    public String subgroup() {
        return subgroup;
    }

    public Side arm() {
        return arm;
    }

    public Side comparator() {
        return comparator;
    }

    public Design design() {
        return design;
    }

    public Job.Cluster clusteredBy() {
        return job.cluster();
    }

    /** The smallest change that matters, in the unit, or null where neither job nor catalogue says. */
    public @Nullable BigDecimal mcid() {
        return outcome.instrument().mcid();
    }

    /** The non-inferiority margin, or null where the question has none for the outcome. */
    public @Nullable BigDecimal margin() {
        return question.margins().get(outcome.id());
    }

    /** Where the margin comes from; null where the job cites nothing. */
    public @Nullable String marginSource() {
        return question.marginSources().get(outcome.id());
    }

    /** The adjusted difference of the change, arm minus comparator. */
    synchronized Finding adjusted() {
        if (adjusted == null) {
            adjusted = Ancova.difference(this);
        }
        return adjusted;
    }

    /** The adjusted difference, positive where it is good for the patients of the arm. */
    Finding benefit() {
        boolean higher = outcome.instrument().better().benefitSign() > 0;
        return adjusted() instanceof Estimate e && !higher
                ? new Estimate(-e.value(), e.stdError(), e.df(), -e.high(), -e.low(), e.pValue())
                : adjusted();
    }

    /** Whether either side has fewer than the smallest cell that may be shown. */
    public boolean withheld() {
        return Math.min(arm.n(), comparator.n()) < job.disclosure().minCell();
    }

    int minCell() {
        return job.disclosure().minCell();
    }

    /** Whether a count, or the rest of the patients, is so small that it could tell who they are. */
    boolean small(long count, long n) {
        return (count > 0 && count < minCell()) || (count < n && n - count < minCell());
    }

    /** The key by which passes over the episodes answer. */
    String key() {
        return String.join("/", question.id(), outcome.id(), window.id(), subgroup);
    }

    /** How many clinics have anybody in the analysis. */
    public long clinics() {
        return clinics;
    }

    /** The cross-products of each cluster, in a fixed order. */
    public Map<String, CrossProducts> clusters() {
        TreeSet<String> names = new TreeSet<>(arm.byCluster().keySet());
        names.addAll(comparator.byCluster().keySet());
        Map<String, CrossProducts> clusters = new TreeMap<>();
        names.forEach(name -> clusters.put(
                name,
                Models.crossProducts(
                        design,
                        arm.byCluster().get(name),
                        comparator.byCluster().get(name))));
        return clusters;
    }

    /** Least squares of the change on arm and covariates. */
    public synchronized LeastSquares fit() {
        if (fit == null) {
            fit = LeastSquares.fit(Models.crossProducts(design, arm.all(), comparator.all()));
        }
        return fit;
    }

    /** The design's columns that a propensity model uses. */
    int[] propensityColumns() {
        return Models.propensityColumns(Models.crossProducts(design, arm.all(), comparator.all()));
    }

    /** Whether each patient is a cluster: the job clusters by none, or there is only one. */
    public boolean patientsAreClusters() {
        TreeSet<String> names = new TreeSet<>(arm.byCluster().keySet());
        names.addAll(comparator.byCluster().keySet());
        return job.cluster().equals(Job.Cluster.NONE) || names.size() == 1;
    }

    void answer(ModelAnswer found) {
        this.answer = found;
    }

    /** What passes over the episodes found; null before they were made. */
    public @Nullable ModelAnswer answer() {
        return answer;
    }

    /** Takes the mean baseline of those not in the analysis, of the comparator and of the arm. */
    void unseenBaselines(double comparatorMean, double armMean) {
        this.unseenBaselines = new double[] {comparatorMean, armMean};
    }

    /** The mean baseline of a side's patients who are not in the analysis, in the unit; 0 where there are none. */
    double unseenBaseline(boolean ofArm) {
        return unseenBaselines[ofArm ? 1 : 0];
    }

    void practitioners(Practitioners found) {
        this.practitioners = found;
    }

    /** Those whose practitioner is recorded, by practitioner; null where it was not asked. */
    @Nullable
    Practitioners practitioners() {
        return practitioners;
    }

    void together(Finding found) {
        this.together = found;
    }

    /** The difference with all arms of the job in one propensity model; null where it was not asked. */
    public @Nullable Finding together() {
        return together;
    }

    /** A row of this analysis. */
    EstimateRow row(
            Metric metric,
            double estimate,
            double stdError,
            double df,
            double low,
            double high,
            double pValue,
            Status status,
            String reason) {
        boolean shown = status == Status.ESTIMATED;
        return new EstimateRow(
                question.id(),
                outcome.id(),
                window.id(),
                subgroup,
                metric.estimator(),
                metric.name(),
                Job.Question.together(question.arm()),
                Job.Question.together(question.comparator()),
                arm.n(),
                comparator.n(),
                clinics(),
                shown ? estimate : Double.NaN,
                shown ? stdError : Double.NaN,
                shown ? df : Double.NaN,
                shown ? low : Double.NaN,
                shown ? high : Double.NaN,
                shown ? pValue : Double.NaN,
                status,
                reason,
                metric.estimand(),
                metric.convention());
    }

    /** A row of what was found, whatever it is. */
    EstimateRow row(Metric metric, Finding finding, String reason) {
        if (finding instanceof Estimate e) {
            return row(
                    metric, e.value(), e.stdError(), e.df(), e.low(), e.high(), e.pValue(), Status.ESTIMATED, reason);
        }
        String why = finding instanceof axial.stats.NotEstimable n ? n.reason() : "";
        double none = Double.NaN;
        return row(metric, none, none, none, none, none, none, Status.NOT_ESTIMABLE, why);
    }
}
