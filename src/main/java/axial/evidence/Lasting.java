package axial.evidence;

import axial.question.Job;
import axial.stats.ClassicalInference;
import axial.stats.ClusterRobust;
import axial.stats.CrossProducts;
import axial.stats.Estimate;
import axial.stats.ExactProportion;
import axial.stats.Finding;
import axial.stats.LeastSquares;
import axial.stats.NotEstimable;
import axial.stats.PairedMoments;
import axial.stats.RetentionRatio;
import axial.stats.RiskDifference;
import axial.tables.Estimand;
import axial.tables.EstimateRow;
import axial.tables.EstimateRow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lasting or temporary, among patients seen in an earlier and a later window: how much of the change is left, whether
 * the difference between the arms grows, and who had improved and no longer has.
 */
final class Lasting implements QuestionEstimator {
    private static final double NONE = Double.NaN;

    @Override
    public List<EstimateRow> rows(Inquiry inquiry) {
        List<EstimateRow> rows = new ArrayList<>();
        for (Course course : inquiry.courses()) {
            Map<Integer, Map<String, CrossProducts>> growth = course.growth();
            for (int later = 1; later < course.windows().size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    Map<String, CrossProducts> clusters = growth.getOrDefault(course.pair(earlier, later), Map.of());
                    rows.addAll(Pair.of(course, earlier, later, clusters, inquiry.minCell())
                            .rows());
                }
            }
        }
        return rows;
    }

    /**
     * Two windows of one course.
     *
     * @param growth by cluster the sums of later minus earlier change
     * @param arm the patients of the arm who were seen in both
     * @param comparator those of the comparator
     * @param clinics how many clinics have any of them
     */
    private record Pair(
            Course course,
            int earlier,
            int later,
            Map<String, CrossProducts> growth,
            long arm,
            long comparator,
            long clinics,
            int minCell) {
        static Pair of(Course course, int earlier, int later, Map<String, CrossProducts> growth, int minCell) {
            return new Pair(
                    course,
                    earlier,
                    later,
                    growth,
                    course.n(true, part -> part.sawBoth(earlier, later)),
                    course.n(false, part -> part.sawBoth(earlier, later)),
                    course.clinics(part -> part.sawBoth(earlier, later)),
                    minCell);
        }

        List<EstimateRow> rows() {
            List<EstimateRow> rows = new ArrayList<>();
            rows.add(retention("retention_arm", true));
            rows.add(retention("retention_comparator", false));
            rows.add(decay());
            if (here().mcid() != null) {
                rows.addAll(relapse());
            }
            return rows;
        }

        private Analysis here() {
            return course.windows().get(later);
        }

        private Metric metric(String name, Estimand estimand, String convention) {
            String since = course.windows().get(earlier).window().id();
            return new Metric("lasting", name + "_since_" + since, estimand, convention);
        }

        /** A row of the patients seen in both windows; withheld where they are few. */
        private EstimateRow row(Metric metric, Finding finding, String reason) {
            return Math.min(arm, comparator) < minCell
                    ? withheld(metric)
                    : here().row(metric, finding, reason).withCounts(arm, comparator, clinics);
        }

        private EstimateRow withheld(Metric metric) {
            String why = "fewer than " + minCell + " seen in both windows";
            return here().row(metric, NONE, NONE, NONE, NONE, NONE, NONE, Status.WITHHELD, why);
        }

        private boolean byPatient(int clusters) {
            return course.job().cluster().equals(Job.Cluster.NONE) || clusters < 2;
        }

        private EstimateRow retention(String name, boolean inArm) {
            Map<String, double[]> clusters = course.pairs(inArm, earlier, later);
            boolean byPatient = byPatient(clusters.size());
            Metric metric = metric(
                    name,
                    Estimand.CHANGE,
                    "later over earlier mean change of the same patients; covariance of "
                            + (byPatient ? "patients, t with n - 1 df" : "cluster totals, G/(G - 1), t with G - 1 df")
                            + "; Fieller's interval, standard error by the delta method");
            Finding finding = ratio(clusters, byPatient);
            return row(metric, finding, "");
        }

        private Finding ratio(Map<String, double[]> clusters, boolean byPatient) {
            double[] sum = new double[6];
            clusters.values().forEach(c -> {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += c[i];
                }
            });
            if (sum[0] < 2) {
                return new NotEstimable("fewer than two patients were seen in both windows");
            }
            double a = sum[1] / sum[0];
            double b = sum[2] / sum[0];
            double[] v = byPatient ? ofPatients(sum) : ofClusters(clusters, sum[0], a, b);
            double df = (byPatient ? sum[0] : clusters.size()) - 1;
            double one = a + course.shift(earlier);
            double other = b + course.shift(later);
            if (one == 0 || !(v[0] > 0)) {
                return new NotEstimable("there is no earlier change to keep a share of");
            }
            RetentionRatio ratio = RetentionRatio.of(
                    Estimate.wald(one, Math.sqrt(v[0]), df), Estimate.wald(other, Math.sqrt(v[1]), df), v[2], df);
            if (ratio.shape() != RetentionRatio.Shape.INTERVAL) {
                return new NotEstimable("the earlier change is not told from zero, so any share of it may be left");
            }
            return new Estimate(ratio.ratio().value(), ratio.ratio().stdError(), df, ratio.low(), ratio.high(), NONE);
        }

        /** Variances of both means and their covariance, patients independent. */
        private static double[] ofPatients(double[] s) {
            PairedMoments pair = PairedMoments.of((long) s[0], s[1], s[2], s[3], s[4], s[5]);
            return new double[] {pair.earlierVariance() / s[0], pair.laterVariance() / s[0], pair.covariance() / s[0]};
        }

        /** The same from the clusters' totals about the means. */
        private static double[] ofClusters(Map<String, double[]> clusters, double n, double a, double b) {
            double[] v = new double[3];
            for (double[] c : clusters.values()) {
                double one = (c[1] - c[0] * a) / n;
                double other = (c[2] - c[0] * b) / n;
                v[0] += one * one;
                v[1] += other * other;
                v[2] += one * other;
            }
            double few = clusters.size() / (clusters.size() - 1.0);
            return new double[] {few * v[0], few * v[1], few * v[2]};
        }

        private EstimateRow decay() {
            boolean byPatient = byPatient(growth.size());
            Metric metric = metric(
                    "decay",
                    Estimand.SEEN_IN_BOTH,
                    "least squares of later minus earlier change; "
                            + (byPatient
                                    ? "classical; t with n - p df"
                                    : "CR2 by " + course.job().cluster().word()
                                            + ", identity working model; Satterthwaite df"));
            CrossProducts total = CrossProducts.none(course.covariates());
            for (CrossProducts cluster : growth.values()) {
                total = total.plus(cluster);
            }
            LeastSquares fit = LeastSquares.fit(total);
            if (byPatient) {
                return row(metric, ClassicalInference.of(fit, Ancova.ARM_COLUMN), "");
            }
            ClusterRobust robust = new ClusterRobust(fit, Ancova.ARM_COLUMN);
            Finding finding = fit.df() < 1
                    ? new NotEstimable("no degrees of freedom left")
                    : robust.conclude(robust.of(growth.values()));
            return row(metric, finding, "");
        }

        private List<EstimateRow> relapse() {
            long[] improved = course.relapses(true, earlier, later);
            long[] ofComparator = course.relapses(false, earlier, later);
            Metric inArm = relapse("relapse_arm", "Clopper-Pearson");
            Metric inComparator = relapse("relapse_comparator", "Clopper-Pearson");
            Metric difference = relapse("relapse_difference", "Newcombe's hybrid score, method 10; no correction");
            if (small(improved) || small(ofComparator)) {
                String why = "fewer than " + minCell + " had improved, or kept or lost it";
                return List.of(inArm, inComparator, difference).stream()
                        .map(m -> here().row(m, NONE, NONE, NONE, NONE, NONE, NONE, Status.WITHHELD, why))
                        .toList();
            }
            return List.of(
                            here().row(inArm, share(improved), ""),
                            here().row(inComparator, share(ofComparator), ""),
                            here().row(
                                            difference,
                                            RiskDifference.newcombe(
                                                    improved[1], improved[0], ofComparator[1], ofComparator[0]),
                                            ""))
                    .stream()
                    .map(row -> row.withCounts(improved[0], ofComparator[0], clinics))
                    .toList();
        }

        private Metric relapse(String name, String convention) {
            return metric(
                    name,
                    Estimand.RESPONDERS,
                    "had improved by the mcid in the earlier window, not in the later; " + convention);
        }

        /** Whether anybody could be told by the counts. */
        private boolean small(long[] found) {
            long kept = found[0] - found[1];
            return found[0] < minCell || (found[1] > 0 && found[1] < minCell) || (kept > 0 && kept < minCell);
        }

        private static Finding share(long[] found) {
            double[] interval = ExactProportion.clopperPearson(found[1], found[0], 0.95);
            return new Estimate((double) found[1] / found[0], NONE, NONE, interval[0], interval[1], NONE);
        }
    }
}
