package axial.stats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Sums of published data sets that suffice for a statistic; {@code src/docs/oracles.md} says where each is from. */
final class OracleSums {
    private OracleSums() {}

    /** The rows of {@code oracle/NAME.csv} without its header. */
    static List<String[]> rows(String name) {
        try (InputStream in = OracleSums.class.getResourceAsStream("/oracle/" + name + ".csv")) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last six cells of a row, n, Σx, Σx², Σy, Σxy, Σy², as cross-products of the columns 1 and x. */
    static CrossProducts line(String[] cells) {
        double[] s = new double[6];
        for (int i = 0; i < 6; i++) {
            s[i] = Double.parseDouble(cells[cells.length - 6 + i]);
        }
        double[][] xx = {{s[0], s[1]}, {s[1], s[2]}};
        return new CrossProducts((long) s[0], xx, new double[] {s[3], s[4]}, s[5]);
    }

    static CrossProducts total(List<CrossProducts> clusters) {
        return clusters.stream().reduce(CrossProducts::plus).orElseThrow();
    }
}
