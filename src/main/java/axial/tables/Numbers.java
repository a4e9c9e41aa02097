package axial.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** How a number is written in a table: the same digits on every machine and in every locale. */
public final class Numbers {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final double SIXTEEN_DIGITS = 1e15;
    private static final double LOG10_OF_2 = 0.30102999566398120;

    /** The powers of ten that a double holds exactly. */
    private static final double[] TEN_TO = IntStream.rangeClosed(0, 22)
            .mapToDouble(i -> Double.parseDouble("1e" + i))
            .toArray();

    private Numbers() {}

    /** Fifteen significant digits, {@code .} as the point, {@code Inf} for infinity, empty for NaN. */
    public static String exact(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Inf" : "-Inf";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = fifteen(number).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /**
     * The number with fifteen digits, half to even. Between 1e-8 and 1e15 the number times a power of ten is, without error,
     * a double and what its rounding left (Dekker 1971), so that no long numbers are needed to tell on which side of a half
     * it lies.
     */
    private static BigDecimal fifteen(double number) {
        double size = Math.abs(number);
        int places = 14 - (int) Math.floor(Math.getExponent(size) * LOG10_OF_2);
        if (places >= 0 && places < TEN_TO.length && size * TEN_TO[places] >= SIXTEEN_DIGITS) {
            places--;
        }
        if (places < 0 || places >= TEN_TO.length) {
            return new BigDecimal(number).round(FIFTEEN);
        }
        double product = size * TEN_TO[places];
        double left = Math.fma(size, TEN_TO[places], -product);
        long digits = (long) product;
        double overHalf = product - digits - 0.5 + left;
        long rounded = overHalf > 0 || (overHalf == 0 && digits % 2 == 1) ? digits + 1 : digits;
        return BigDecimal.valueOf(number < 0 ? -rounded : rounded, places);
    }

    /** The number with so many significant digits; what is not finite stays as it is. */
    public static double rounded(double number, int digits) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .doubleValue()
                : number;
    }

    /** A count, empty where it is below zero and so not to be shown. */
    public static String count(long n) {
        return n < 0 ? "" : Long.toString(n);
    }
}
