package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of the joint test, on ten thousand random data sets; its values are held to clubSandwich in AcrossWindowsTest. */
class ClusterWaldTest {
    private static final int DATA_SETS = 10_000;
    private static final int COLUMNS = 4;
    private static final int CLUSTERS = 8;

    /** Three groups in eight clusters and a covariate: columns are the groups' indicators and the covariate. */
    private record Data(LeastSquares fit, List<CrossProducts> clusters) {
        static Data random(Random dice) {
            List<CrossProducts> clusters = new ArrayList<>();
            CrossProducts total = CrossProducts.none(COLUMNS);
            for (int c = 0; c < CLUSTERS; c++) {
                CrossProducts cluster = CrossProducts.none(COLUMNS);
                double own = dice.nextGaussian();
                for (int i = 0; i < 9; i++) {
                    double[] x = new double[COLUMNS];
                    x[i % 3] = 1;
                    x[3] = dice.nextGaussian();
                    cluster = cluster.plus(CrossProducts.ofRow(x, own + x[3] + dice.nextGaussian()));
                }
                clusters.add(cluster);
                total = total.plus(cluster);
            }
            return new Data(LeastSquares.fit(total), clusters);
        }
    }

    private static Estimate test(Data data, boolean robust, double[]... contrasts) {
        return assertInstanceOf(
                Estimate.class, ClusterWald.of(data.fit(), contrasts, robust ? data.clusters() : List.of()));
    }

    @Test
    void oneContrastIsTheSquareOfItsT() {
        Random dice = new Random(41);
        double[] contrast = {1, -1, 0, 0};
        for (int i = 0; i < DATA_SETS; i++) {
            Data data = Data.random(dice);
            ClusterRobust robust = new ClusterRobust(data.fit(), contrast);
            Contribution sum = robust.none();
            for (CrossProducts cluster : data.clusters()) {
                sum = sum.plus(robust.of(cluster));
            }
            Estimate one = assertInstanceOf(Estimate.class, robust.conclude(sum));
            double t = one.value() / one.stdError();
            assertEquals(t * t, test(data, true, contrast).value(), 1e-9 * Math.max(1, t * t));
            Estimate classical = assertInstanceOf(Estimate.class, ClassicalInference.of(data.fit(), contrast));
            assertEquals(classical.pValue(), test(data, false, contrast).pValue(), 1e-9);
        }
    }

    @Test
    void whichLevelIsTheReferenceDoesNotMatter() {
        Random dice = new Random(42);
        for (int i = 0; i < DATA_SETS; i++) {
            Data data = Data.random(dice);
            for (boolean robust : new boolean[] {true, false}) {
                Estimate first = test(data, robust, new double[] {-1, 1, 0, 0}, new double[] {-1, 0, 1, 0});
                Estimate last = test(data, robust, new double[] {1, 0, -1, 0}, new double[] {0, 1, -1, 0});
                assertEquals(first.value(), last.value(), 1e-8 * Math.max(1, first.value()));
                assertEquals(first.pValue(), last.pValue(), 1e-8);
            }
        }
    }

    @Test
    void withNoMoreClustersThanContrastsThereIsNoTest() {
        Data data = Data.random(new Random(43));
        double[][] contrasts = {{1, -1, 0, 0}, {1, 0, -1, 0}};
        assertInstanceOf(
                NotEstimable.class,
                ClusterWald.of(data.fit(), contrasts, data.clusters().subList(0, 2)));
    }

    @Test
    void aCoefficientAsAStudyIsItsValueWithItsSquaredError() {
        Random dice = new Random(44);
        for (int i = 0; i < 100; i++) {
            LeastSquares fit = Data.random(dice).fit();
            Estimate one = assertInstanceOf(Estimate.class, ClassicalInference.of(fit, 1));
            assertEquals(new Study(one.value(), one.stdError() * one.stdError()), ClassicalInference.study(fit, 1));
        }
        CrossProducts two =
                CrossProducts.ofRow(new double[] {1, 1}, 3).plus(CrossProducts.ofRow(new double[] {1, 1}, 5));
        assertNull(ClassicalInference.study(LeastSquares.fit(two), 1), "the intercept determines the other column");
    }
}
