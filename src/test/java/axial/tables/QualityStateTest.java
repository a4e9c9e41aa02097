package axial.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.question.QualityCheck.Limits;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which state n of N rows are in; the cases stand in {@code states.csv}. */
class QualityStateTest {
    private static List<String[]> cases() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/tables/states.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Limits limits(String warn, String fail) {
        return new Limits(warn.isEmpty() ? null : new BigDecimal(warn), fail.isEmpty() ? null : new BigDecimal(fail));
    }

    @TestFactory
    Stream<DynamicTest> eachCountIsInTheStateThatTheLimitsSay() throws Exception {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c[2] + " of " + c[3] + " with " + c[0] + " and " + c[1],
                        () -> assertEquals(
                                c[4],
                                QualityState.of(limits(c[0], c[1]), Long.parseLong(c[2]), Long.parseLong(c[3]))
                                        .word())));
    }

    @Test
    void atLeastSixtyCasesReachAllSixStates() throws Exception {
        assertTrue(cases().size() >= 60, cases().size() + " cases");
        TreeSet<String> reached = new TreeSet<>();
        cases().forEach(c -> reached.add(c[4]));
        assertEquals(
                new TreeSet<>(List.of("pass", "pass_with_failing_rows", "warn", "fail", "not_applicable", "error")),
                reached);
    }

    @Test
    void nothingToCheckNeverPassesWhateverTheLimits() {
        for (String warn : List.of("", "0", "5", "100")) {
            for (String fail : List.of("", "0", "20", "100")) {
                assertEquals(QualityState.NOT_APPLICABLE, QualityState.of(limits(warn, fail), 0, 0));
            }
        }
    }

    @Test
    void aHigherLimitNeverMakesItWorse() {
        for (long n = 0; n <= 40; n++) {
            QualityState strict = QualityState.of(limits("5", "20"), n, 40);
            QualityState mild = QualityState.of(limits("10", "40"), n, 40);
            assertTrue(mild.compareTo(strict) <= 0, n + " of 40");
        }
    }
}
