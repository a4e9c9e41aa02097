package axial.sums;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Sums of doubles that come out the same in whatever order they are added: each summand is cut at 2<sup>-160</sup> and
 * added as a whole number (after Kulisch, 1971: an accumulator wide enough needs no rounding).
 *
 * <p>Summands must be below 2<sup>96</sup> in size; up to 2<sup>30</sup> of them.
 */
final class OrderFreeSums implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LOWEST = -160;
    private static final int DIGITS = 9;
    private static final long DIGIT = 0xffffffffL;

    private final long[] digits;

    OrderFreeSums(int sums) {
        digits = new long[sums * DIGITS];
    }

    int size() {
        return digits.length / DIGITS;
    }

    /** Adds a summand to one of the sums. */
    void add(int sum, double summand) {
        if (summand == 0) {
            return;
        }
        int exponent = Math.getExponent(summand);
        if (!(exponent < 96)) {
            throw new ArithmeticException("a summand is too large or not a number");
        }
        long bits = Double.doubleToRawLongBits(summand);
        long mantissa = exponent < Double.MIN_EXPONENT ? 0 : (bits & 0xfffffffffffffL) | 0x10000000000000L;
        int place = exponent - 52 - LOWEST;
        if (place < 0) {
            mantissa = place <= -53 ? 0 : mantissa >>> -place;
            place = 0;
        }
        addAt(sum * DIGITS + (place >>> 5), mantissa, place & 31, bits < 0 ? -1 : 1);
    }

    private void addAt(int digit, long mantissa, int shift, int sign) {
        long low = mantissa & DIGIT;
        long high = mantissa >>> 32;
        long first = low << shift;
        long second = high << shift;
        digits[digit] += sign * (first & DIGIT);
        digits[digit + 1] += sign * ((first >>> 32) + (second & DIGIT));
        digits[digit + 2] += sign * (second >>> 32);
    }

    void addAll(OrderFreeSums other) {
        for (int i = 0; i < digits.length; i++) {
            digits[i] += other.digits[i];
        }
    }

    /** The sum, rounded once. */
    double sum(int sum) {
        BigInteger total = BigInteger.ZERO;
        for (int d = DIGITS - 1; d >= 0; d--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(digits[sum * DIGITS + d]));
        }
        int spare = Math.max(0, total.bitLength() - 128);
        return Math.scalb(total.shiftRight(spare).doubleValue(), LOWEST + spare);
    }
}
