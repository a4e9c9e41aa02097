package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A registry may have thousands of clinics: what they cost grows with their number and no faster. */
class ManyClustersTest {
    private static final int COLUMNS = 12;
    private static final int ROWS = 6;
    private static final int ARM = 1;

    @Test
    void aClusterWithASmallPartAddsByTheSeriesWhatItAddsByItsAxes() {
        List<CrossProducts> clusters = clusters(60, 3);
        LeastSquares fit = LeastSquares.fit(total(clusters));
        double[] contrast = new double[COLUMNS];
        contrast[ARM] = 1;
        double[] direction = Matrices.transposedTimes(fit.root(), contrast);
        int small = 0;
        for (CrossProducts cluster : clusters) {
            ClusterSeries series = ClusterSeries.of(fit.inverse(), fit.root(), cluster.xx());
            if (series != null) {
                small++;
                assertEquals(
                        0,
                        distance(series.weighted(direction), weighted(ClusterAxes.of(fit, cluster), direction)),
                        1e-13 * Math.sqrt(Matrices.dot(direction, direction)));
            }
        }
        assertTrue(small > 30, "most of sixty clusters are small: " + small);
    }

    @Test
    void ofThousandsOfClustersNoMoreNeedADecompositionThanTheDesignHasColumnsFor() {
        for (int count : List.of(300, 3_000)) {
            List<CrossProducts> clusters = clusters(count, 4);
            LeastSquares fit = LeastSquares.fit(total(clusters));
            long large = clusters.stream()
                    .filter(cluster -> ClusterSeries.of(fit.inverse(), fit.root(), cluster.xx()) == null)
                    .count();
            assertTrue(large <= 2L * COLUMNS, large + " of " + count);
        }
    }

    @Test
    void tenTimesAsManyClustersTakeTenTimesTheMemoryForTheirErrorsAndNotMore() {
        long few = allocated(clusters(300, 5));
        long many = allocated(clusters(3_000, 5));
        assertTrue(many < 15 * few, "bytes of 3,000 clusters: " + many + ", of 300: " + few);
    }

    @Test
    void theLikeliestVarianceBetweenThousandsOfClustersIsWhereTheSimplexFindsItAndTakesFewLooks() {
        List<CrossProducts> clusters = clusters(2_000, 6);
        OneVaryingColumn one = new OneVaryingColumn(clusters, 0);
        double ratio = one.likeliest();
        int looks = one.looks();
        double simplex =
                ProfiledRestricted.least(l -> one.at(l[0] * l[0]).model().deviance(), new double[] {0.5})[0];
        assertEquals(simplex * simplex, ratio, 1e-6 * ratio);
        assertEquals(0, one.at(ratio).slope(), 1e-6 * Math.abs(one.at(2 * ratio).slope()));
        assertTrue(looks < 40, "looks: " + looks);
    }

    @Test
    void theSlopeOfTheLikelihoodIsItsDifferenceQuotient() {
        OneVaryingColumn one = new OneVaryingColumn(clusters(200, 7), 0);
        for (double ratio : List.of(0.01, 0.1, 1.0)) {
            double step = 1e-5 * ratio;
            double quotient = (one.at(ratio + step).model().deviance()
                            - one.at(ratio - step).model().deviance())
                    / (2 * step);
            assertEquals(quotient, one.at(ratio).slope(), 1e-5 * Math.abs(quotient) + 1e-4);
        }
    }

    @Test
    void clustersThatDifferNoMoreThanTheirRowsHaveAVarianceOfNothing() {
        List<CrossProducts> alike = new ArrayList<>();
        for (int k = 0; k < 50; k++) {
            CrossProducts sum = CrossProducts.none(1);
            for (double y : new double[] {-1, 0, 1}) {
                sum = sum.plus(CrossProducts.ofRow(new double[] {1}, y));
            }
            alike.add(sum);
        }
        assertEquals(0, LinearMixedModel.fit(alike, 0).between()[0][0]);
    }

    private static long allocated(List<CrossProducts> clusters) {
        LeastSquares fit = LeastSquares.fit(total(clusters));
        ClusterRobust robust = new ClusterRobust(fit, ARM);
        robust.conclude(robust.of(clusters));
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        robust.conclude(robust.of(clusters));
        ClusterWald.of(fit, new double[][] {unit(ARM), unit(2)}, clusters);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static double[] unit(int column) {
        double[] unit = new double[COLUMNS];
        unit[column] = 1;
        return unit;
    }

    private static double[] weighted(ClusterAxes axes, double[] v) {
        double[] along = Matrices.times(axes.axes(), v);
        for (int i = 0; i < along.length; i++) {
            along[i] *= ClusterCorrection.CR2.weight(1 - axes.shares()[i]);
        }
        return Matrices.transposedTimes(axes.axes(), along);
    }

    private static double distance(double[] a, double[] b) {
        double[] apart = Matrices.minus(a, b);
        return Math.sqrt(Matrices.dot(apart, apart));
    }

    private static CrossProducts total(List<CrossProducts> clusters) {
        return clusters.stream().reduce(CrossProducts.none(COLUMNS), CrossProducts::plus);
    }

    /** An intercept, the arm, numbers and levels, some of them rare; a third of the variance between clusters. */
    private static List<CrossProducts> clusters(int count, long seed) {
        Random dice = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    double own = dice.nextGaussian() / Math.sqrt(2);
                    CrossProducts sum = CrossProducts.none(COLUMNS);
                    for (int row = 0; row < ROWS; row++) {
                        double[] x = new double[COLUMNS];
                        x[0] = 1;
                        x[ARM] = dice.nextInt(2);
                        x[2] = dice.nextGaussian();
                        x[3] = dice.nextGaussian();
                        for (int c = 4; c < COLUMNS; c++) {
                            x[c] = dice.nextInt(3 * c) == 0 ? 1 : 0;
                        }
                        sum = sum.plus(CrossProducts.ofRow(x, x[ARM] + x[2] + own + dice.nextGaussian()));
                    }
                    return sum;
                })
                .toList();
    }
}
