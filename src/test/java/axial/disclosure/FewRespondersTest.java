package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the difference and the ratio of two shares tell of the numbers behind them, beside a look at all numbers. */
class FewRespondersTest {
    private static final double EXACT = 1e-11;

    private static final long[][] SIZES = {{11, 13}, {12, 12}, {20, 30}, {48, 36}};

    @Test
    void aDifferenceAndARatioTellTheNumbersThatALookAtAllWouldFind() {
        int several = 0;
        for (long[] size : SIZES) {
            for (long arm = 0; arm <= size[0]; arm++) {
                for (long comparator = 1; comparator <= size[1]; comparator++) {
                    double a = arm / (double) size[0];
                    double c = comparator / (double) size[1];
                    List<FewResponders.Events> all = all(size, a - c, a / c);
                    assertEquals(all, FewResponders.possible(size[0], size[1], a - c, a / c));
                    assertTrue(all.contains(new FewResponders.Events(arm, comparator)));
                    several += all.size() > 1 ? 1 : 0;
                }
            }
        }
        assertTrue(several > 0, "a ratio of 1 leaves it open how many there were");
    }

    @Test
    void aDifferenceWithoutARatioTellsOfASideThatAllOrNoneOfRespondedIn() {
        for (long[] size : SIZES) {
            for (long arm = 0; arm <= size[0]; arm++) {
                for (long comparator : new long[] {0, size[1]}) {
                    double difference = arm / (double) size[0] - comparator / (double) size[1];
                    List<FewResponders.Events> all = all(size, difference, Double.NaN).stream()
                            .filter(e -> isOneKind(e.arm(), size[0]) || isOneKind(e.comparator(), size[1]))
                            .toList();
                    assertEquals(all, FewResponders.possible(size[0], size[1], difference));
                    assertTrue(all.contains(new FewResponders.Events(arm, comparator)));
                }
            }
        }
    }

    private static boolean isOneKind(long responders, long n) {
        return responders == 0 || responders == n;
    }

    private static List<FewResponders.Events> all(long[] size, double difference, double ratio) {
        List<FewResponders.Events> all = new ArrayList<>();
        for (long arm = 0; arm <= size[0]; arm++) {
            for (long comparator = 0; comparator <= size[1]; comparator++) {
                double a = arm / (double) size[0];
                double c = comparator / (double) size[1];
                boolean fits = Math.abs(a - c - difference) < EXACT;
                if (fits && (Double.isNaN(ratio) || Math.abs(a - ratio * c) < EXACT)) {
                    all.add(new FewResponders.Events(arm, comparator));
                }
            }
        }
        return all;
    }
}
