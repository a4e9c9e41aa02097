package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderFreeSumsTest {
    private static final BigDecimal CUT =
            BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(160));

    private static double sum(List<Double> summands) {
        OrderFreeSums sums = new OrderFreeSums(1);
        summands.forEach(summand -> sums.add(0, summand));
        return sums.sum(0);
    }

    private static List<Double> ofAllSizes(Random dice, int count, int smallest, int largest) {
        List<Double> summands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = smallest + dice.nextInt(largest - smallest);
            summands.add(Math.scalb(1 + dice.nextDouble(), size) * (dice.nextBoolean() ? 1 : -1));
        }
        return summands;
    }

    private static BigDecimal exact(List<Double> summands) {
        return summands.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertNearest(List<Double> summands) {
        BigDecimal exact = exact(summands);
        BigDecimal allowed =
                new BigDecimal(Math.ulp(exact.doubleValue())).add(CUT.multiply(BigDecimal.valueOf(summands.size())));
        BigDecimal off = new BigDecimal(sum(summands)).subtract(exact).abs();
        assertTrue(off.compareTo(allowed) <= 0, "off by " + off.doubleValue() + " of " + exact.doubleValue());
    }

    @Test
    void tenThousandSummandsOfAllSizesAddUpTheSameInAnyOrder() {
        Random dice = new Random(12);
        List<Double> summands = ofAllSizes(dice, 10_000, -200, 96);
        double once = sum(summands);
        assertNearest(summands);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(summands, dice);
            assertEquals(Double.doubleToRawLongBits(once), Double.doubleToRawLongBits(sum(summands)));
        }
    }

    @Test
    void anySplitMergedGivesTheSameBits() {
        Random dice = new Random(13);
        List<Double> summands = ofAllSizes(dice, 10_000, -100, 60);
        double once = sum(summands);
        for (int round = 0; round < 20; round++) {
            OrderFreeSums merged = new OrderFreeSums(2);
            for (int from = 0; from < summands.size(); ) {
                int to = Math.min(summands.size(), from + 1 + dice.nextInt(3000));
                OrderFreeSums part = new OrderFreeSums(2);
                summands.subList(from, to).forEach(summand -> part.add(1, summand));
                merged.addAll(part);
                from = to;
            }
            assertEquals(Double.doubleToRawLongBits(once), Double.doubleToRawLongBits(merged.sum(1)));
            assertEquals(0, merged.sum(0));
        }
    }

    @Test
    void manySummandsOfOrdinarySizeAreCarriedWithoutLossInAnyOrder() {
        Random dice = new Random(15);
        List<Double> summands = ofAllSizes(dice, 200_000, -30, 10);
        double once = sum(summands);
        assertNearest(summands);
        Collections.shuffle(summands, dice);
        assertEquals(Double.doubleToRawLongBits(once), Double.doubleToRawLongBits(sum(summands)));
    }

    @Test
    void sumsAreExactWhereDoublesOneByOneLoseThem() {
        List<Double> cancelling = new ArrayList<>(List.of(1e25, 1.0, -1e25, 1e-20));
        assertEquals(1.0, sum(cancelling));
        assertEquals(0.0, sum(List.of(0.1, 0.2, -0.2, -0.1)));
        assertEquals(-7.5, sum(List.of(-3.75, -3.75)));
        for (int seed = 0; seed < 200; seed++) {
            assertNearest(ofAllSizes(new Random(seed), 30, -60, 20));
        }
    }

    @Test
    void everySingleSummandComesBackAsItIs() {
        ofAllSizes(new Random(14), 2000, -107, 96).forEach(summand -> assertEquals(summand, sum(List.of(summand))));
    }

    @Test
    void zerosAndWhatIsTooTinyToMatterAddNothing() {
        assertEquals(0.0, sum(List.of(0.0, -0.0, Double.MIN_VALUE, -Double.MIN_NORMAL, 0x1p-161)));
        assertEquals(0x1p-160, sum(List.of(0x1p-160)));
        assertEquals(5.0, sum(List.of(5.0, Double.MIN_VALUE)));
    }

    @Test
    void whatIsNoNumberOrTooLargeIsRefused() {
        for (double summand : new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p96, -0x1p96, Double.MAX_VALUE
        }) {
            OrderFreeSums sums = new OrderFreeSums(1);
            assertThrows(ArithmeticException.class, () -> sums.add(0, summand));
            assertEquals(0.0, sums.sum(0));
        }
    }
}
