package axial.clinic;

import java.math.BigDecimal;

/** Numbers of the clinic as whole steps of 10<sup>-decimals</sup>, so that sums of them are exact. */
public final class Scaled {
    /** Stands where a number is missing; no score reaches it. */
    public static final int MISSING = Integer.MIN_VALUE;

    /** {@code age_years} may carry two decimals. */
    public static final int AGE_DECIMALS = 2;

    /** {@code symptom_duration_days} may carry two decimals. */
    public static final int DURATION_DECIMALS = 2;

    /** A declared number field may carry four decimals. */
    public static final int FIELD_DECIMALS = 4;

    /** The largest number of steps either side of zero; products of two fit a long. */
    public static final int LIMIT = Integer.MAX_VALUE;

    private Scaled() {}

    /** Whether the number has at most that many decimals and few enough steps to be stored exactly. */
    public static boolean fits(BigDecimal number, int decimals) {
        BigDecimal steps = number.scaleByPowerOfTen(decimals);
        return steps.stripTrailingZeros().scale() <= 0 && steps.abs().compareTo(BigDecimal.valueOf(LIMIT)) <= 0;
    }

    /** The number in steps; fails where it does not {@link #fits fit}. */
    public static int steps(BigDecimal number, int decimals) {
        return number.scaleByPowerOfTen(decimals).intValueExact();
    }
}
