package axial.bench;

import axial.stats.ClusterRobust;
import axial.stats.Contribution;
import axial.stats.CrossProducts;
import axial.stats.LeastSquares;
import axial.walk.ExactSums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The adjusted difference of ten million episodes of 20,000 practitioners with thirty covariates: exact sums by
 * practitioner, as a scan leaves them, to CR2 errors with Satterthwaite's degrees of freedom. The episodes are those of
 * {@code src/test/resources/oracle/practitioners.R}, whose first few practitioners clubSandwich can still do.
 */
public final class ClusterRobustAtScale {
    private static final int COVARIATES = 30;
    private static final int COLUMNS = COVARIATES + 3;
    private static final int CHANGE = COLUMNS - 1;
    private static final int MOST_SCORE = 11;

    private long state = 1;

    private ClusterRobustAtScale() {}

    /** Arguments: how many practitioners (20000), fewest episodes of one (300), how many more at most (401). */
    public static void main(String[] arguments) throws IOException {
        int practitioners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int fewest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        int further = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 401;
        Stopwatch watch = new Stopwatch();
        ClusterRobustAtScale made = new ClusterRobustAtScale();
        List<ExactSums> sums = new ArrayList<>();
        for (int g = 0; g < practitioners; g++) {
            sums.add(made.practitioner(fewest, further));
        }
        watch.phase("scan");
        List<CrossProducts> clusters = sums.stream().map(ClusterRobustAtScale::products).toList();
        CrossProducts total =
                clusters.stream().reduce(CrossProducts.none(COLUMNS - 1), CrossProducts::plus);
        watch.phase("products");
        ClusterRobust robust = new ClusterRobust(LeastSquares.fit(total), 1);
        Contribution sum = robust.none();
        for (CrossProducts cluster : clusters) {
            sum = sum.plus(robust.of(cluster));
        }
        System.out.println(robust.conclude(sum));
        watch.phase("cr2");
        Stopwatch.say("episodes", total.n());
        Stopwatch.sinceProcessStart("process");
        Stopwatch.peakMemory();
    }

    private int draw(int below) {
        state = 48_271 * state % 2_147_483_647;
        return (int) (state % below);
    }

    /** Columns 1, arm, covariates and the change; as in the script, so that the draws are the same. */
    private ExactSums practitioner(int fewest, int further) {
        int effect = draw(5);
        int episodes = fewest + draw(further);
        ExactSums sums = new ExactSums();
        int[] columns = new int[COLUMNS];
        int[] values = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = i;
        }
        for (int i = 0; i < episodes; i++) {
            values[0] = 1;
            values[1] = draw(10) < 3 + effect ? 1 : 0;
            for (int c = 0; c < COVARIATES; c++) {
                values[2 + c] = draw(c < 20 ? MOST_SCORE : 2);
            }
            values[CHANGE] = effect - 2 * values[1] + values[2] + draw(7);
            sums.add(columns, values, COLUMNS);
        }
        return sums;
    }

    private static CrossProducts products(ExactSums sums) {
        double[][] xx = new double[CHANGE][CHANGE];
        double[] xy = new double[CHANGE];
        for (int i = 0; i < CHANGE; i++) {
            xy[i] = sums.product(i, CHANGE).doubleValue();
            for (int j = 0; j <= i; j++) {
                xx[i][j] = sums.product(i, j).doubleValue();
                xx[j][i] = xx[i][j];
            }
        }
        return new CrossProducts(
                sums.count(), xx, xy, sums.product(CHANGE, CHANGE).doubleValue());
    }
}
