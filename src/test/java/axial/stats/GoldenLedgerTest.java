package axial.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ledger of reference values says of every row where it is met. */
class GoldenLedgerTest {
    private static final Pattern LINE = Pattern.compile("\\| (E\\d\\d[^|]*) \\| (\\d+) \\| ([^|]*) \\|.*");

    @Test
    void every_case_stands_in_the_ledger_with_all_its_rows_and_a_test_that_exists() throws IOException {
        Map<String, Integer> rows = new TreeMap<>();
        Path golden = Path.of("src/test/resources/oracle/golden-stats.csv");
        Files.readAllLines(golden).stream()
                .skip(1)
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .forEach(name -> rows.merge(name, 1, Integer::sum));
        assertEquals(434, rows.values().stream().mapToInt(n -> n).sum());
        for (String line : Files.readAllLines(Path.of("src/docs/oracles.md"))) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                int sum = 0;
                for (String name : matcher.group(1).split(", ", -1)) {
                    Integer count = rows.remove(name);
                    assertTrue(count != null, name + " is not a case");
                    sum += count;
                }
                assertEquals(Integer.parseInt(matcher.group(2)), sum, matcher.group(1));
                Matcher test = Pattern.compile("\\w+Test").matcher(matcher.group(3));
                assertTrue(test.find(), line);
                assertTrue(Files.exists(Path.of("src/test/java/axial/stats", test.group() + ".java")), test.group());
            }
        }
        assertEquals(Map.of(), rows);
    }
}
