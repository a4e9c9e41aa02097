package axial.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Number needed to treat for one more responder, 1/RD, in patients: above zero to benefit (NNTB),
 * below zero to harm (NNTH).
 *
 * <p>Interval: that of the risk difference inverted. Where it spans zero the numbers run from NNTB
 * through infinity to NNTH, not between the two limits (Altman 1998, BMJ 317:1309).
 */
public final class NumberNeededToTreat {
    private NumberNeededToTreat() {}

    /**
     * The number with its limits.
     *
     * @param value 1/RD; infinite if RD is zero
     * @param low the lesser of the inverted limits
     * @param high the greater of them; where low &lt; 0 &lt; high the interval lies outside the two
     * @param words value and interval as a reader needs them
     */
    public record Nnt(double value, double low, double high, String words) {}

    /** Inverts a risk difference. */
    public static Nnt of(Estimate riskDifference) {
        double value = 1 / riskDifference.value();
        double one = 1 / riskDifference.low();
        double other = 1 / riskDifference.high();
        boolean spans = riskDifference.low() <= 0 && riskDifference.high() >= 0;
        String range = spans ? spanning(riskDifference) : between(Math.abs(one), Math.abs(other));
        String words = side(value) + " " + shown(Math.abs(value)) + " (" + range + ")";
        return new Nnt(value, Math.min(one, other), Math.max(one, other), words);
    }

    private static String spanning(Estimate riskDifference) {
        String benefit = "NNTB " + shown(Math.abs(1 / riskDifference.high()));
        String harm = "NNTH " + shown(Math.abs(1 / riskDifference.low()));
        return riskDifference.value() < 0 ? harm + " to ∞ to " + benefit : benefit + " to ∞ to " + harm;
    }

    private static String between(double one, double other) {
        return shown(Math.min(one, other)) + " to " + shown(Math.max(one, other));
    }

    private static String side(double value) {
        return value < 0 ? "NNTH" : "NNTB";
    }

    /** Whole patients from ten up, one decimal below. */
    private static String shown(double number) {
        if (Double.isInfinite(number)) {
            return "∞";
        }
        int decimals = number < 10 ? 1 : 0;
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
