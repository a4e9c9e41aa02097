package axial.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was planted in the sample data comes out of the sample job. */
class PlantedTruthTest {
    /** The job's arms by the names that the truth uses, where they differ. */
    private static final Map<String, String> TRUTH_NAMES = Map.of(
            "cervical_manipulation_and_thoracic", "cervical_and_thoracic_manipulation",
            "cervical_mobilization_and_thoracic", "cervical_and_thoracic_mobilization");

    @Test
    void theTruthLiesInsideTheAdjustedIntervals() throws Exception {
        Map<String, Double> truth = truth();
        int compared = 0;
        int inside = 0;
        for (NamedCsvRecord row : SampleRuns.rows(SampleRuns.of("neck-review").resolve("estimates.csv"))) {
            Double planted = truth.get(
                    name(row, "arm") + name(row, "comparator") + row.getField("outcome") + row.getField("window"));
            boolean asked = row.getField("metric").equals("adjusted_difference")
                    && row.getField("subgroup").isEmpty()
                    && row.getField("status").equals("estimated");
            if (asked && planted != null) {
                compared++;
                double low = Double.parseDouble(row.getField("ci_low"));
                double high = Double.parseDouble(row.getField("ci_high"));
                inside += low <= planted && planted <= high ? 1 : 0;
                double reach = 2 * (high - low);
                assertTrue(planted > low - reach && planted < high + reach, "far from the truth: " + row);
            }
        }
        assertTrue(compared >= 40, "only " + compared + " effects were compared");
        assertTrue(inside >= 0.9 * compared, inside + " of " + compared + " intervals hold the truth");
    }

    private static Map<String, Double> truth() throws Exception {
        Map<String, Double> truth = new HashMap<>();
        for (NamedCsvRecord row : SampleRuns.rows(Path.of("sample-data", "truth.csv"))) {
            if (row.getField("kind").equals("contrast")) {
                truth.put(
                        row.getField("arm")
                                + row.getField("comparator")
                                + row.getField("outcome")
                                + row.getField("window"),
                        Double.parseDouble(row.getField("true_difference")));
            }
        }
        return truth;
    }

    private static String name(NamedCsvRecord row, String side) {
        return TRUTH_NAMES.getOrDefault(row.getField(side), row.getField(side));
    }
}
