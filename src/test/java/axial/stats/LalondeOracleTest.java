package axial.stats;

import static axial.stats.Sample.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Earnings of 185 trainees and 429 others, whose rows are not ours to carry: runs where {@code
 * -Daxial.oracle} names a directory with {@code lalonde.csv}; {@code src/docs/oracles.md} says how to make it.
 */
@EnabledIfSystemProperty(named = "axial.oracle", matches = ".+")
class LalondeOracleTest {
    private static final int N = 614;
    private static final MultinomialLogit MODEL = new MultinomialLogit(2, 9);
    private static final String[] NAMES = {
        "(Intercept)", "age", "educ", "racehispan", "racewhite", "married", "nodegree", "re74", "re75"
    };

    private final double[][] x = new double[N][];
    private final int[] arm = new int[N];
    private final double[] y = new double[N];
    private final double[] beta;
    private final double[][] e = new double[N][];

    LalondeOracleTest() throws IOException {
        Path file = Path.of(System.getProperty("axial.oracle"), "lalonde.csv");
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < N; i++) {
            // treat, age, educ, race, married, nodegree, re74, re75, re78
            String[] c = lines.get(i + 1).replace("\"", "").split(",", -1);
            double hispanic = c[3].equals("hispan") ? 1 : 0;
            double white = c[3].equals("white") ? 1 : 0;
            x[i] = new double[] {1, at(c, 1), at(c, 2), hispanic, white, at(c, 4), at(c, 5), at(c, 6), at(c, 7)};
            arm[i] = (int) at(c, 0);
            y[i] = at(c, 8);
        }
        beta = PropensityModelsTest.maximum(MODEL, x, arm);
        for (int i = 0; i < N; i++) {
            e[i] = MODEL.probabilities(beta, x[i]);
        }
    }

    @Test
    void the_propensity_model_is_that_of_glm() {
        Golden golden = new Golden("E11.ps_logit");
        for (int j = 0; j < NAMES.length; j++) {
            golden.agreesIterated(NAMES[j], beta[j]);
        }
        double[] sorted = IntStream.range(0, N)
                .mapToDouble(i -> e[i][1])
                .sorted()
                .distinct()
                .toArray();
        ValueCounts[] ranks = new ValueCounts[2];
        for (int k = 0; k < 2; k++) {
            int side = k;
            ranks[k] = Sample.counts(IntStream.range(0, N)
                    .filter(i -> arm[i] == side)
                    .mapToLong(i -> java.util.Arrays.binarySearch(sorted, e[i][1]))
                    .toArray());
        }
        golden.agreesIterated(
                "c_statistic",
                estimate(ProbabilityOfSuperiority.of(ranks[1], ranks[0])).value());
    }

    @ParameterizedTest
    @CsvSource({"ATE, ALL", "ATT, TREATED", "ATO, OVERLAP", "ATM, MATCHING", "ATEN, ENTROPY"})
    void each_population_has_its_weighted_means_and_effective_sizes(String name, PropensityWeight tilt) {
        TiltedMeans.Means means = means(tilt);
        Golden golden = new Golden("E11.ps_weights");
        golden.agreesIterated(name + "_mean1", means.mean()[1]);
        golden.agreesIterated(name + "_mean0", means.mean()[0]);
        golden.agreesIterated(name + "_diff", means.mean()[1] - means.mean()[0]);
        golden.agreesIterated(name + "_ess1", means.effectiveSize()[1]);
        golden.agreesIterated(name + "_ess0", means.effectiveSize()[0]);
    }

    @Test
    void overlap_weights_have_the_error_of_the_stacked_equations_before_the_factor_for_few_clusters() {
        TiltedMeans.Means estimated = means(PropensityWeight.OVERLAP);
        TiltedMeans.Means known = new TiltedMeans.Means(
                estimated.means(), estimated.weight(), estimated.mean(), estimated.effectiveSize(), new double[2][9]);
        Golden golden = new Golden("E11.ps_weights");
        golden.agreesIterated("ATO_se_mest", error(estimated) / Math.sqrt(N / (N - 1.0)));
        golden.agreesIterated("ATO_se_fixed_weights", error(known) / Math.sqrt(N / (N - 1.0)));
    }

    @ParameterizedTest
    @CsvSource({"re74, 7", "re75, 8"})
    void distributions_of_earnings_lie_as_far_apart_as_in_matchit(String name, int column) {
        ValueCounts[] cents = new ValueCounts[2];
        for (int k = 0; k < 2; k++) {
            int side = k;
            cents[k] = Sample.counts(IntStream.range(0, N)
                    .filter(i -> arm[i] == side)
                    .mapToLong(i -> Math.round(x[i][column] * 1e6))
                    .toArray());
        }
        double[] gap = Balance.distributionGap(cents[1], cents[0]);
        new Golden("E12.balance").agrees(name + "_ecdf_mean", gap[0]);
        new Golden("E12.balance").agrees(name + "_ecdf_max", gap[1]);
    }

    @Test
    void overlap_weights_balance_every_column() {
        for (int j = 0; j < 9; j++) {
            double sum = 0;
            double scale = 0;
            for (int i = 0; i < N; i++) {
                sum += (arm[i] == 1 ? e[i][0] : -e[i][1]) * x[i][j];
                scale += Math.abs(x[i][j]);
            }
            assertEquals(0, sum / scale, 1e-10);
        }
    }

    private double error(TiltedMeans.Means means) {
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double influence = means.influence(x[i], arm[i], e[i], y[i], 1, 0);
            squares += influence * influence;
        }
        return estimate(means.conclude(1, 0, squares, N)).stdError();
    }

    private TiltedMeans.Means means(PropensityWeight tilt) {
        TiltedMeans statistic = new TiltedMeans(MODEL, tilt, 1);
        double[] sums = new double[statistic.sums()];
        for (int i = 0; i < N; i++) {
            statistic.add(x[i], arm[i], e[i], y[i], (at, v) -> sums[at] += v);
        }
        return statistic.of(sums);
    }

    private static double at(String[] cells, int place) {
        return Double.parseDouble(cells[place]);
    }
}
