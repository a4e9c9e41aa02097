package axial.sums;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Sums of doubles that come out the same in whatever order they are added: each summand is cut at 2<sup>-160</sup> and
 * added as a whole number (after Kulisch, 1971: an accumulator wide enough needs no rounding).
 *
 * <p>Summands must be below 2<sup>96</sup> in size; up to 2<sup>30</sup> of them. Those of ordinary size, which are nearly
 * all, are whole multiples of 2<sup>-75</sup>: they are first added as two numbers, of 2<sup>-30</sup> and of
 * 2<sup>-75</sup>, and carried into the wide sum when these might overflow, so that no bit is lost.
 */
final class OrderFreeSums implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LOWEST = -160;
    private static final int DIGITS = 9;
    private static final long DIGIT = 0xffffffffL;
    private static final double ORDINARY_LEAST = 0x1p-22;
    private static final double ORDINARY_MOST = 0x1p8;
    private static final int COARSE = -30;
    private static final int FINE = -75;
    private static final int MOST_WAITING = 1 << 16;

    private final long[] digits;
    private final long[] coarse;
    private final long[] fine;
    private final int[] waiting;

    OrderFreeSums(int sums) {
        digits = new long[sums * DIGITS];
        coarse = new long[sums];
        fine = new long[sums];
        waiting = new int[sums];
    }

    int size() {
        return digits.length / DIGITS;
    }

    /** Adds a summand to one of the sums. */
    void add(int sum, double summand) {
        double size = Math.abs(summand);
        if (size >= ORDINARY_LEAST && size < ORDINARY_MOST) {
            long whole = (long) (summand * 0x1p30);
            coarse[sum] += whole;
            fine[sum] += (long) ((summand - whole * 0x1p-30) * 0x1p75);
            if (++waiting[sum] >= MOST_WAITING) {
                carry(sum);
            }
        } else if (summand != 0) {
            addWide(sum, summand);
        }
    }

    /** Brings what was added in two numbers into the wide sum. */
    private void carry(int sum) {
        carry(sum, coarse[sum], COARSE - LOWEST);
        carry(sum, fine[sum], FINE - LOWEST);
        coarse[sum] = 0;
        fine[sum] = 0;
        waiting[sum] = 0;
    }

    private void carry(int sum, long amount, int place) {
        addAt(sum * DIGITS + (place >>> 5), Math.abs(amount), place & 31, amount < 0 ? -1 : 1);
    }

    private void addWide(int sum, double summand) {
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

    /** Adds one of the sums of another set to one of these. */
    void addSum(int sum, OrderFreeSums other, int theirs) {
        other.carry(theirs);
        for (int d = 0; d < DIGITS; d++) {
            digits[sum * DIGITS + d] += other.digits[theirs * DIGITS + d];
        }
    }

    void addAll(OrderFreeSums other) {
        for (int sum = 0; sum < waiting.length; sum++) {
            other.carry(sum);
        }
        for (int i = 0; i < digits.length; i++) {
            digits[i] += other.digits[i];
        }
    }

    /** The sum, rounded once. */
    double sum(int sum) {
        carry(sum);
        BigInteger total = BigInteger.ZERO;
        for (int d = DIGITS - 1; d >= 0; d--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(digits[sum * DIGITS + d]));
        }
        int spare = Math.max(0, total.bitLength() - 128);
        return Math.scalb(total.shiftRight(spare).doubleValue(), LOWEST + spare);
    }
}
