package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.sums.MadePatients.Row;
import axial.tables.BalanceRow;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From visits to the largest difference within a clinic, against its definition over the patients, one clinic at a time. */
class BalanceWithinClinicsTest {
    /** What {@code disclosure: min_cell} of the made job asks of either side of a clinic. */
    private static final int FEWEST = 2;

    private static final List<Trait> TRAITS = List.of(
            new Trait("baseline", "", row -> row.x()[1]),
            new Trait("age_years", "", row -> row.x()[2]),
            new Trait("sex", "female", row -> 1 - row.x()[3]),
            new Trait("sex", "male", row -> row.x()[3]));

    private record Trait(String covariate, String level, ToDoubleFunction<Row> value) {}

    private interface Weight {
        double of(Row row);
    }

    /** Over the clinics with enough on both sides, by the SD of everybody analysed of either side. */
    private static double largest(List<Row> rows, Trait trait, Weight weight) {
        double sd = Math.sqrt((variance(rows, trait, 0) + variance(rows, trait, 1)) / 2);
        double largest = Double.NaN;
        for (int clinic = 0; clinic < MadePatients.CLINICS; clinic++) {
            int here = clinic;
            List<Row> of = IntStream.range(0, rows.size())
                    .filter(i -> i % MadePatients.CLINICS == here)
                    .mapToObj(rows::get)
                    .filter(Row::followed)
                    .toList();
            if (of.stream().filter(r -> r.arm() == 1).count() >= FEWEST
                    && of.stream().filter(r -> r.arm() == 0).count() >= FEWEST) {
                double apart = Math.abs(mean(of, trait, weight, 1) - mean(of, trait, weight, 0)) / sd;
                largest = Double.isNaN(largest) ? apart : Math.max(largest, apart);
            }
        }
        return largest;
    }

    private static double mean(List<Row> rows, Trait trait, Weight weight, int arm) {
        double sum = 0;
        double weights = 0;
        for (Row row : rows) {
            if (row.arm() == arm) {
                sum += weight.of(row) * trait.value().applyAsDouble(row);
                weights += weight.of(row);
            }
        }
        return sum / weights;
    }

    /** With divisor n - 1. */
    private static double variance(List<Row> rows, Trait trait, int arm) {
        double[] values = rows.stream()
                .filter(row -> row.followed() && row.arm() == arm)
                .mapToDouble(trait.value())
                .toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    @Test
    void the_largest_differences_within_a_clinic_are_those_of_its_patients_as_they_are_and_weighted() throws Exception {
        int weighted = 0;
        for (int seed = 0; seed < 20; seed++) {
            // so few that some clinics have a single patient on a side
            List<Row> rows = MadePatients.rows(new Random(300 + seed), seed % 2 == 0 ? 60 : 300, 2, 0.2);
            List<Row> seen = rows.stream().filter(Row::followed).toList();
            double[] beta = WeightsByDefinitionTest.maximum(
                    seen.stream().map(Row::x).toList(),
                    seen.stream().mapToInt(Row::arm).toArray(),
                    2);
            Weight overlap = row -> 1 - WeightsByDefinitionTest.probabilities(beta, row.x(), 2)[row.arm()];
            var job = MadePatients.job("clinic_id");
            List<BalanceRow> balance =
                    InMemory.of(job, MadePatients.visits(job, rows)).evidence().balance();
            for (Trait trait : TRAITS) {
                BalanceRow found = balance.stream()
                        .filter(row -> row.question().equals("one")
                                && row.covariate().equals(trait.covariate())
                                && row.level().equals(trait.level()))
                        .findFirst()
                        .orElseThrow();
                double plain = largest(rows, trait, row -> 1);
                double expected = largest(rows, trait, overlap);
                assertEquals(plain, found.clinicMax(), 1e-9, trait.covariate() + " in world " + seed);
                assertEquals(expected, found.clinicMaxOverlap(), 1e-6, trait.covariate() + " weighted, world " + seed);
                weighted += Math.abs(plain - expected) > 0.01 ? 1 : 0;
            }
        }
        assertTrue(weighted > 40, "the weights hardly change anything: " + weighted);
    }
}
