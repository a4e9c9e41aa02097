package axial.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.JobFixture;
import axial.question.QualityCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of small counts may be seen in the data quality table. */
class SmallCellsTest {
    private static final int LEAST = 10;

    private static QualityRow row(QualityCheck check, String month, long n, long of) {
        return QualityRow.judged(JobFixture.job().build(), check, "C1", month, "pain_nprs", "", n, of, "");
    }

    private static List<String> shown(QualityRow... rows) {
        return SmallCells.shown(List.of(rows), LEAST).stream()
                .map(row -> row.month() + " " + row.n() + "/" + row.of() + " "
                        + row.state().word())
                .toList();
    }

    @Test
    void fewCheckedFewFailingAndFewPassingAreWithheld() {
        assertEquals(List.of(" -1/-1 withheld"), shown(row(QualityCheck.M1, "", 0, 9)));
        assertEquals(List.of(" -1/-1 withheld"), shown(row(QualityCheck.M1, "", 9, 100)));
        assertEquals(List.of(" -1/-1 withheld"), shown(row(QualityCheck.M1, "", 91, 100)));
        assertEquals(List.of(" 10/100 warn"), shown(row(QualityCheck.M1, "", 10, 100)));
        assertEquals(List.of(" 100/100 fail"), shown(row(QualityCheck.M1, "", 100, 100)));
    }

    @Test
    void noneCheckedIsSaidToBeNothingToCheck() {
        assertEquals(List.of(" 0/0 not_applicable"), shown(row(QualityCheck.M1, "", 0, 0)));
    }

    @Test
    void monthsAndColumnsAreNoPeople() {
        assertEquals(List.of(" 2/5 warn"), shown(row(QualityCheck.T4, "", 2, 5)));
        assertEquals(List.of(" 1/3 warn"), shown(row(QualityCheck.C2, "", 1, 3)));
    }

    @Test
    void aSmallMonthIsLeftOutAndAnotherWithIt() {
        List<String> shown = shown(
                row(QualityCheck.M1, "", 50, 200),
                row(QualityCheck.M1, "2024-01", 20, 60),
                row(QualityCheck.M1, "2024-02", 3, 50),
                row(QualityCheck.M1, "2024-03", 27, 90));
        assertEquals(List.of(" 50/200 fail", "2024-03 27/90 fail"), shown);
    }

    @Test
    void whatIsLeftOutOfAnyTableIsNeverSmallWhenSubtracted() {
        Random random = new Random(3);
        for (int table = 0; table < 5000; table++) {
            List<QualityRow> rows = new ArrayList<>();
            long n = 0;
            long of = 0;
            for (int month = 1; month <= 1 + random.nextInt(12); month++) {
                long checked = random.nextInt(60);
                long fails = checked == 0 ? 0 : random.nextInt((int) checked + 1);
                rows.add(row(QualityCheck.M1, "2024-" + (month < 10 ? "0" : "") + month, fails, checked));
                n += fails;
                of += checked;
            }
            rows.add(row(QualityCheck.M1, "", n, of));
            List<QualityRow> shown = SmallCells.shown(rows, LEAST);
            assertTrue(shown.stream().noneMatch(r -> r.of() > 0 && SmallCells.isSmall(r.n(), r.of(), LEAST)));
            boolean total = shown.stream().anyMatch(r -> r.month().isEmpty() && r.of() > 0);
            long hiddenN = n;
            long hiddenOf = of;
            for (QualityRow r : shown) {
                hiddenN -= r.month().isEmpty() ? 0 : r.n();
                hiddenOf -= r.month().isEmpty() ? 0 : r.of();
            }
            assertFalse(total && SmallCells.isSmall(hiddenN, hiddenOf, LEAST), rows.toString());
        }
    }
}
