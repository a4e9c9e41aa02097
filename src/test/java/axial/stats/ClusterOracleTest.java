package axial.stats;

import static axial.stats.Sample.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cluster-robust errors with identity working model and Satterthwaite degrees of freedom, as clubSandwich. */
class ClusterOracleTest {
    @ParameterizedTest
    @CsvSource({
        "firm, CR0", "firm, CR1", "firm, CR1S", "firm, CR2", "firm, CR3",
        "year, CR0", "year, CR1", "year, CR1S", "year, CR2", "year, CR3"
    })
    @DisplayName("the errors of Petersen's test data, 5,000 rows, have every small-sample correction of clubSandwich")
    void petersen(String by, ClusterCorrection correction) {
        List<CrossProducts> clusters = OracleSums.rows("petersen").stream()
                .filter(row -> row[0].equals(by))
                .map(OracleSums::line)
                .toList();
        Estimate slope = robust(clusters, 1, correction);
        Golden golden = new Golden("E07.cluster");
        String name = by + "_" + correction + "_x_";
        golden.agrees(name + "est", slope.value());
        golden.agrees(name + "se", slope.stdError());
        golden.agrees(name + "df_satt", slope.df());
    }

    @ParameterizedTest
    @EnumSource(
            value = ClusterCorrection.class,
            names = {"CR1S", "CR2"})
    @DisplayName("fifty chicks weighed unequally often have the errors and degrees of freedom of clubSandwich")
    void chicks(ClusterCorrection correction) {
        // Crowder and Hand 1990, Analysis of Repeated Measures: weight on time and diet, by chick.
        List<CrossProducts> clusters = OracleSums.rows("chick-weight").stream()
                .map(ClusterOracleTest::withDiet)
                .toList();
        String[] names = {"Time", "Diet2", "Diet3", "Diet4"};
        Golden golden = new Golden("E07.cluster_unbalanced");
        for (int i = 0; i < names.length; i++) {
            Estimate coefficient = robust(clusters, i + 1, correction);
            String name = names[i] + "_" + correction + "_";
            golden.agrees(name + "est", coefficient.value());
            golden.agrees(name + "se", coefficient.stdError());
            golden.agrees(name + "df", coefficient.df());
        }
    }

    @Test
    @DisplayName("eighty practitioners and thirty covariates have the errors and degrees of freedom of clubSandwich")
    void practitioners() {
        List<CrossProducts> practitioners = new MadePractitioners().sums(80, 20, 40);
        Golden golden = new Golden("E07.cluster_practitioners");
        Map.of("arm", 1, "x1", 2, "x30", 31).forEach((name, column) -> {
            Estimate coefficient = robust(practitioners, column, ClusterCorrection.CR2);
            golden.agrees(name + "_beta", coefficient.value());
            golden.agrees(name + "_SE", coefficient.stdError());
            golden.agrees(name + "_df_Satt", coefficient.df());
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "axial.oracle", matches = ".+")
    @DisplayName("by firm and by year at once, less the error by row, is sandwich's two-way error of Petersen's data")
    void twoWay() throws IOException {
        // Cameron, Gelbach and Miller 2011, J Bus Econ Stat 29:238. The product clusters one way.
        List<CrossProducts> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("axial.oracle"), "petersen.csv"))) {
            String[] c = line.split(",", -1); // firm, year, x, y
            if (!c[2].equals("\"x\"")) {
                rows.add(CrossProducts.ofRow(new double[] {1, Double.parseDouble(c[2])}, Double.parseDouble(c[3])));
            }
        }
        double row = robust(rows, 1, ClusterCorrection.CR1S).stdError();
        double variance = -row * row;
        for (String by : List.of("firm", "year")) {
            List<CrossProducts> clusters = OracleSums.rows("petersen").stream()
                    .filter(r -> r[0].equals(by))
                    .map(OracleSums::line)
                    .toList();
            double error = robust(clusters, 1, ClusterCorrection.CR1S).stdError();
            variance += error * error;
        }
        new Golden("E07.cluster").agrees("twoway_x_se", Math.sqrt(variance));
    }

    private static Estimate robust(List<CrossProducts> clusters, int column, ClusterCorrection correction) {
        ClusterRobust robust = new ClusterRobust(LeastSquares.fit(OracleSums.total(clusters)), column, correction);
        Contribution sum = robust.none();
        for (CrossProducts cluster : clusters) {
            sum = sum.plus(robust.of(cluster));
        }
        return estimate(robust.conclude(sum));
    }

    /** Columns 1, time, and one for each diet but the first. */
    private static CrossProducts withDiet(String[] cells) {
        CrossProducts line = OracleSums.line(cells);
        int diet = Integer.parseInt(cells[1]);
        double[] d = new double[3];
        if (diet > 1) {
            d[diet - 2] = 1;
        }
        double[][] xx = new double[5][5];
        double[] xy = new double[5];
        for (int i = 0; i < 5; i++) {
            double first = i < 2 ? line.xy()[i] : d[i - 2] * line.xy()[0];
            xy[i] = first;
            for (int j = 0; j < 5; j++) {
                double factor = (i < 2 ? 1 : d[i - 2]) * (j < 2 ? 1 : d[j - 2]);
                xx[i][j] = factor * line.xx()[i < 2 ? i : 0][j < 2 ? j : 0];
            }
        }
        return new CrossProducts(line.n(), xx, xy, line.yy());
    }
}
