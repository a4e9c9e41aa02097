package axial.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MANY = Integer.getInteger("axial.numbers", 200_000);

    @Test
    void fifteenDigitsAreWrittenPlainNearOneAndElseWithAnExponent() {
        assertEquals("", Numbers.exact(Double.NaN));
        assertEquals("-Inf", Numbers.exact(Double.NEGATIVE_INFINITY));
        assertEquals("0", Numbers.exact(-0.0));
        assertEquals("0.1", Numbers.exact(0.1));
        assertEquals("-2.33333333333333", Numbers.exact(-7.0 / 3));
        assertEquals("0.00001", Numbers.exact(1e-5));
        assertEquals("9.99999999999999e-06", Numbers.exact(9.99999999999999e-6));
        assertEquals("999999999999999", Numbers.exact(999_999_999_999_999.0));
        assertEquals("1e+15", Numbers.exact(1e15));
    }

    @Test
    void aHalfIsRoundedToEven() {
        assertEquals("123456789012344", Numbers.exact(123_456_789_012_344.5));
        assertEquals("123456789012346", Numbers.exact(123_456_789_012_345.5));
        assertEquals("1e+15", Numbers.exact(999_999_999_999_999.5));
    }

    @Test
    void everyNumberIsRoundedAsItsExactDecimalExpansionIs() {
        Random random = new Random(20260101);
        for (int i = 0; i < MANY; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 9);
            double halves =
                    (random.nextLong(900_000_000_000_000L) + 100_000_000_000_000L + 0.5) / (1 << random.nextInt(40));
            double powers = Double.parseDouble("1e" + (random.nextInt(30) - 12));
            DoubleStream.of(any, usual, halves, -halves, powers, Math.nextUp(powers), Math.nextDown(powers))
                    .filter(Double::isFinite)
                    .filter(number -> number != 0)
                    .forEach(number -> assertEquals(
                            0,
                            new BigDecimal(number).round(FIFTEEN).compareTo(new BigDecimal(Numbers.exact(number))),
                            () -> Double.toString(number)));
        }
    }
}
