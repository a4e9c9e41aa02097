package axial.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a number is written in a table: the same digits on every machine and in every locale. */
public final class Numbers {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);

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
        BigDecimal rounded = new BigDecimal(number).round(FIFTEEN).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
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
