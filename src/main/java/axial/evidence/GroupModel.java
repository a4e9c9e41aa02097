package axial.evidence;

import axial.question.Job;
import axial.stats.ClassicalInference;
import axial.stats.ClusterRobust;
import axial.stats.ClusterWald;
import axial.stats.CrossProducts;
import axial.stats.Finding;
import axial.stats.LeastSquares;
import axial.walk.Design;
import axial.walk.ExactSums;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Least squares of the change on which group a patient is in and on covariates whose slopes all groups share. With the
 * arm and the comparator as groups, their contrast is the adjusted difference; with both sides of every level of a
 * subgroup the differences of the levels are compared in one model.
 */
final class GroupModel {
    /** Patients that have a mean of their own. */
    record Group(ExactSums all, Map<String, ExactSums> byCluster) {
        static Group of(Side side) {
            return new Group(side.all(), side.byCluster());
        }
    }

    private final List<Group> groups;
    private final Design design;
    private final LeastSquares fit;
    private final Map<String, CrossProducts> clusters = new TreeMap<>();
    private final String errors;

    /** The model; {@code design} is that of all groups together, whose first two columns are not used. */
    GroupModel(Job.Cluster clusteredBy, List<Group> groups, Design design) {
        this.groups = groups;
        this.design = design;
        Sums total = new Sums(columns());
        Map<String, Sums> byCluster = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            total.add(group, groups.get(g).all());
            groups.get(g)
                    .byCluster()
                    .forEach((name, sums) -> byCluster
                            .computeIfAbsent(name, n -> new Sums(columns()))
                            .add(group, sums));
        }
        byCluster.forEach((name, sums) -> clusters.put(name, sums.products()));
        this.fit = LeastSquares.fit(total.products());
        boolean classical = clusteredBy == Job.Cluster.NONE || clusters.size() < 2;
        if (classical) {
            clusters.clear();
        }
        this.errors = classical
                ? "classical least squares; t with n - p df"
                : "CR2 by " + clusteredBy.word() + ", identity working model; Satterthwaite df";
    }

    /** How the standard errors of {@link #contrast} come about. */
    String errors() {
        return errors;
    }

    /** How the test of {@link #joint} comes about. */
    String test() {
        return clusters.isEmpty()
                ? "classical F; p over numerator df and n - p"
                : "Wald test, CR2; Hotelling's T2 with G - 1 df";
    }

    /** A weighted sum of the groups' adjusted means. */
    Finding contrast(double... weights) {
        double[] contrast = padded(weights);
        if (clusters.isEmpty()) {
            return ClassicalInference.of(fit, contrast);
        }
        ClusterRobust robust = new ClusterRobust(fit, contrast);
        return robust.conclude(robust.of(clusters.values()));
    }

    /** Whether several weighted sums are all zero. */
    Finding joint(double[][] weights) {
        double[][] contrasts = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            contrasts[i] = padded(weights[i]);
        }
        Collection<CrossProducts> all = clusters.values();
        return ClusterWald.of(fit, contrasts, all);
    }

    private double[] padded(double[] weights) {
        return java.util.Arrays.copyOf(weights, columns());
    }

    private int columns() {
        return groups.size() + design.columns().size() - 2;
    }

    /** The cross-products of some rows of several groups. */
    private final class Sums {
        private final double[][] xx;
        private final double[] xy;
        private double yy = 0;
        private long n = 0;

        Sums(int columns) {
            xx = new double[columns][columns];
            xy = new double[columns];
        }

        /** Adds rows that are all in one group. */
        void add(int group, ExactSums sums) {
            int[] places = IntStream.range(0, xy.length)
                    .filter(i -> i == group || i >= groups.size())
                    .toArray();
            int[] columns = new int[places.length + 1];
            columns[0] = -1; // the change
            for (int i = 0; i < places.length; i++) {
                columns[i + 1] = places[i] == group ? 0 : places[i] - groups.size() + 2;
            }
            double[][] products = design.products(sums, true, columns);
            for (int i = 0; i < places.length; i++) {
                xy[places[i]] += products[i + 1][0];
                for (int j = 0; j <= i; j++) {
                    xx[places[i]][places[j]] += products[i + 1][j + 1];
                    xx[places[j]][places[i]] = xx[places[i]][places[j]];
                }
            }
            yy += products[0][0];
            n += sums.count();
        }

        CrossProducts products() {
            return new CrossProducts(n, xx, xy, yy);
        }
    }
}
