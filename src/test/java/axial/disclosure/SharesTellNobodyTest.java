package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.EstimateRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shares, in numbers and in words, against whole numbers of people. {@code -Daxial.studies=1000} for more studies. */
class SharesTellNobodyTest {
    private static final long MIN_CELL = 11;
    private static final int STUDIES = Integer.getInteger("axial.studies", 6);
    private static final int FIRST = Integer.getInteger("axial.first_study", 0);

    @Test
    void noSmallNumberIsWorkedOutFromShares() {
        long before = 0;
        long counted = 0;
        long shown = 0;
        for (int seed = FIRST; seed < FIRST + STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed);
            Release all = study.everythingCounted();
            Release released = DisclosureControl.released(study.job, all);
            before += small(study, all).size();
            assertEquals(Map.of(), small(study, released), "study " + seed);
            counted += responders(all);
            shown += responders(released);
        }
        System.out.printf(
                "studies %d to %d: %d small numbers by shares before, 0 after; %d of %d shares of responders shown%n",
                FIRST, FIRST + STUDIES - 1, before, shown, counted);
        assertTrue(before > STUDIES, before + " small numbers before");
        assertTrue(shown > 0.5 * counted, shown + " of " + counted + " shares of responders are shown");
    }

    private static Map<String, Long> small(RandomStudy study, Release tables) {
        Map<String, Long> small = new TreeMap<>(ShareAttacker.workedOut(tables, outcome -> mcid(study, outcome)));
        small.values().removeIf(n -> n <= 0 || n >= MIN_CELL);
        return small;
    }

    private static BigDecimal mcid(RandomStudy study, String outcome) {
        return Objects.requireNonNull(study.job.outcome(outcome).instrument().mcid());
    }

    private static long responders(Release tables) {
        return tables.estimates().stream()
                .filter(row -> row.metric().startsWith("responders_at_"))
                .filter(EstimateRow::estimated)
                .count();
    }
}
