package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.EstimateRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An attacker with every published file of random studies. {@code -Daxial.studies=1000} for the full number. */
class AttackTest {
    private static final long MIN_CELL = 11;
    private static final int STUDIES = Integer.getInteger("axial.studies", 5);
    private static final int FIRST = Integer.getInteger("axial.first_study", 0);

    /** What the attacker knows of counts below the smallest cell. */
    private static Map<String, Long> small(Map<String, Long> workedOut) {
        Map<String, Long> small = new TreeMap<>(workedOut);
        small.values().removeIf(n -> n <= 0 || n >= MIN_CELL);
        return small;
    }

    @Test
    void nothingSmallIsWorkedOutFromTwoReleases() {
        long[] cells = new long[2];
        long[] hidden = new long[2];
        int repeated = 0;
        for (int seed = FIRST; seed < FIRST + STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            Release first = study.counted(study.later());
            Release second = study.counted(0);
            DisclosureControl.Shown before = DisclosureControl.of(study.job, first, Published.NOTHING);
            DisclosureControl.Shown after =
                    DisclosureControl.of(study.job, second, Published.NOTHING.plus(before.counts()));
            assertEquals(Map.of(), small(Attacker.workedOut(before.tables())), "study " + seed);
            assertEquals(Map.of(), small(Attacker.workedOut(before.tables(), after.tables())), "two of study " + seed);
            cells[0] += numbers(first);
            hidden[0] += numbers(first) - numbers(before.tables());
            repeated += after.waits() ? 1 : 0;
            cells[1] += after.waits() ? numbers(first) : numbers(second);
            hidden[1] += after.waits()
                    ? numbers(first) - numbers(before.tables())
                    : numbers(second) - numbers(after.tables());
        }
        System.out.printf(
                "studies %d to %d: 0 small counts; %d of %d cells hidden in the first release, %d of %d in the second,"
                        + " which repeats the first in %d studies%n",
                FIRST, FIRST + STUDIES - 1, hidden[0], cells[0], hidden[1], cells[1], repeated);
        assertTrue(hidden[0] <= 0.15 * cells[0], hidden[0] + " of " + cells[0] + " cells are hidden");
    }

    /** Counts in the tables: people by analysis, clinic and step. */
    private static long numbers(Release release) {
        Set<List<Object>> seen = new HashSet<>();
        for (EstimateRow row : release.estimates()) {
            boolean pooled = StudyCounts.isPooled(row);
            add(seen, row.nArm(), StudyCounts.analysis(row), "arm", pooled);
            add(seen, row.nComparator(), StudyCounts.analysis(row), "comparator", pooled);
        }
        release.clinics().stream().filter(row -> row.subgroup().isEmpty()).forEach(row -> {
            add(seen, row.nArm(), row.analysis(), row.clinic(), "arm");
            add(seen, row.nComparator(), row.analysis(), row.clinic(), "comparator");
        });
        release.flow().forEach(row -> add(seen, row.n(), row.withheld()));
        release.safety().forEach(row -> {
            add(seen, row.events(), row.arm(), row.severity());
            add(seen, row.asked(), row.arm(), "asked");
            add(seen, row.visits(), row.arm(), "visits");
        });
        return seen.size();
    }

    private static void add(Set<List<Object>> seen, long n, Object... what) {
        if (n >= 0) {
            seen.add(List.of(what));
        }
    }

    @Test
    void aReleaseOfTheSameVisitsIsTheSameAndNoWaiting() {
        for (int seed = 0; seed < 3; seed++) {
            RandomStudy study = new RandomStudy(seed);
            DisclosureControl.Shown first = DisclosureControl.of(study.job, study.counted(0), Published.NOTHING);
            DisclosureControl.Shown again =
                    DisclosureControl.of(study.job, study.counted(0), Published.NOTHING.plus(first.counts()));
            assertFalse(again.waits(), "study " + seed);
            assertEquals(first.tables(), again.tables(), "study " + seed);
        }
    }

    /** In this study withheld first scores of an arm were had from arms together, and from levels of follow-up. */
    @Test
    void neitherArmsTogetherNorLevelsTellHowManyHadAFirstScore() {
        RandomStudy study = new RandomStudy(16);
        Release first = study.counted(study.later());
        assertEquals(Map.of(), small(Attacker.workedOut(DisclosureControl.released(study.job, first))));
    }

    @Test
    void theAttackerBreaksTheRuleOfHidingSmallCellsOnly() {
        int broken = 0;
        for (int seed = 0; seed < 3; seed++) {
            RandomStudy study = new RandomStudy(seed);
            Map<String, Long> found = small(Attacker.workedOut(withoutSmallCells(study.counted(0))));
            broken += found.isEmpty() ? 0 : 1;
        }
        assertEquals(3, broken, "studies from which a small count is worked out");
    }

    /** The naive rule: rows with a small count are withheld, and nothing else. */
    private static Release withoutSmallCells(Release counted) {
        List<EstimateRow> estimates = new ArrayList<>();
        StudyCounts.byAnalysis(counted.estimates()).values().forEach(rows -> {
            EstimateRow first = rows.get(0);
            boolean few = Math.min(first.nArm(), first.nComparator()) < MIN_CELL;
            estimates.addAll(few ? List.of(first.withheld("few")) : rows);
        });
        Set<String> shown = new HashSet<>();
        estimates.stream().filter(StudyCounts::isPooled).forEach(row -> shown.add(StudyCounts.analysis(row)));
        return new Release(
                estimates,
                counted.clinics().stream()
                        .filter(row -> shown.contains(row.analysis()))
                        .map(row -> isSmall(row.nArm()) || isSmall(row.nComparator()) ? row.withheld() : row)
                        .toList(),
                counted.flow().stream()
                        .map(row -> isSmall(row.n()) ? row.withheld() : row)
                        .toList(),
                counted.safety().stream()
                        .map(row -> isSmall(row.events()) ? row.withheld() : row)
                        .toList(),
                counted.quality(),
                counted.further());
    }

    private static boolean isSmall(long n) {
        return n > 0 && n < MIN_CELL;
    }
}
