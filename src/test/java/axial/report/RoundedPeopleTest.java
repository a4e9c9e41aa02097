package axial.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** On the pages to decide with, counts of people are rounded to five, and nothing beside them tells the exact ones. */
class RoundedPeopleTest {
    private static final Shown ROUNDED = Texts.ENGLISH.rounded().shown();

    @TempDir
    Path dir;

    @Test
    void roundsPeopleToFiveAndNothingElse() {
        assertEquals("10", ROUNDED.people(12));
        assertEquals("1,235", ROUNDED.people(1233));
        assertEquals("5", ROUNDED.people(1));
        assertEquals("0", ROUNDED.people(0));
        assertEquals("12", ROUNDED.count(12));
        assertEquals("12", Texts.ENGLISH.shown().people(12));
    }

    @Test
    void aShareOfAHundredNeverTellsHowManyThereAre() {
        Map<String, TreeSet<Integer>> groups = new TreeMap<>();
        for (int n = 11; n <= 300; n++) {
            for (int some = 0; some <= n; some++) {
                String printed = ROUNDED.people(n) + " " + ROUNDED.perHundred(some / (double) n, n);
                groups.computeIfAbsent(printed, p -> new TreeSet<>()).add(n);
            }
        }
        groups.forEach((printed, possible) -> assertTrue(possible.size() > 1, printed + " can only be " + possible));
    }

    @Test
    void aRateOfHarmIsThatOfTheRoundedCounts() {
        assertEquals("50 (35 to 70)", ROUNDED.perThousand(28, 602, " to "));
        assertEquals(ROUNDED.perThousand(32, 598, " to "), ROUNDED.perThousand(28, 602, " to "));
        assertEquals("0 (0 to 6)", ROUNDED.perThousand(0, 598, " to "));
    }

    @Test
    void countsThatRoundAlikeGiveTheSamePicturesOfWhoIsCounted() throws IOException {
        Fixture.copyTo(dir);
        Tables tables = Tables.read(dir);
        Table others = Tables.table(dir, "flow");
        for (Row row : others) {
            if (!row.getString("n").isEmpty()) {
                long n = Long.parseLong(row.getString("n"));
                row.setString("n", Long.toString(ROUNDED.toStep(n) + (n % 2 == 0 ? 1 : 0)));
            }
        }
        assertEquals(
                pictures(tables, tables.flow(), Texts.ENGLISH.rounded()),
                pictures(tables, others, Texts.ENGLISH.rounded()));
        assertNotEquals(pictures(tables, tables.flow(), Texts.ENGLISH), pictures(tables, others, Texts.ENGLISH));
    }

    private static List<String> pictures(Tables tables, Table flow, Texts texts) throws IOException {
        List<Comparison> comparisons = Comparison.all(tables, Fixture.job());
        Figure steps = FlowFigure.of(flow, comparisons, texts).orElseThrow();
        Figure missing = MissingFigure.of(flow, comparisons.get(0), 1, texts).orElseThrow();
        return List.of(
                steps.file(),
                steps.numbers().rows().toString(),
                missing.file(),
                missing.numbers().rows().toString());
    }
}
