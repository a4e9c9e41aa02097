package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reference values made with R 4.2.2 (metafor, effectsize, clubSandwich, base R) or printed in papers;
 * each row of {@code oracle/golden-stats.csv} names its reference and its data.
 */
final class Golden {
    private static final Map<String, Double> VALUES = read();

    private final String name;

    Golden(String name) {
        this.name = name;
    }

    double value(String quantity) {
        return Objects.requireNonNull(VALUES.get(name + "|" + quantity), name + " has no " + quantity);
    }

    /** Closed forms: relative 1e-8. */
    void agrees(String quantity, double actual) {
        agrees(quantity, actual, 1e-8);
    }

    /** Iterated solutions: relative 1e-6. */
    void agreesIterated(String quantity, double actual) {
        agrees(quantity, actual, 1e-6);
    }

    void agrees(String quantity, double actual, double relative) {
        double expected = value(quantity);
        assertEquals(expected, actual, relative * Math.abs(expected) + 1e-10, name + " " + quantity);
    }

    /** Within so much of the quantity's unit. */
    void agreesWithin(String quantity, double actual, double absolute) {
        assertEquals(value(quantity), actual, absolute, name + " " + quantity);
    }

    private static Map<String, Double> read() {
        Map<String, Double> values = new HashMap<>();
        try (InputStream in = Golden.class.getResourceAsStream("/oracle/golden-stats.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).forEach(line -> {
                String[] cells = line.substring(1).split("\",\"", -1);
                values.put(cells[0] + "|" + cells[1], Double.parseDouble(cells[2]));
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
