package axial.clinic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of the clinic as whole steps of 10<sup>-decimals</sup>, so that sums of them are exact. */
public final class Scaled {
    /** Stands where a number is missing; no score reaches it. */
    public static final int MISSING = Integer.MIN_VALUE;

    /** {@code age_years} is kept to four decimals. */
    public static final int AGE_DECIMALS = 4;

    /** {@code symptom_duration_days} is kept to four decimals. */
    public static final int DURATION_DECIMALS = 4;

    /** A declared number field is kept to four decimals. */
    public static final int FIELD_DECIMALS = 4;

    /** The largest number of steps either side of zero; products of two fit a long. */
    public static final int LIMIT = Integer.MAX_VALUE;

    private Scaled() {}

    /** Whether the number has few enough steps to be stored. */
    public static boolean fits(BigDecimal number, int decimals) {
        return number.scaleByPowerOfTen(decimals).abs().compareTo(BigDecimal.valueOf(LIMIT)) <= 0;
    }

    /** The number in steps, the nearest where it has more decimals; fails where it does not {@link #fits fit}. */
    public static int steps(BigDecimal number, int decimals) {
        return number.scaleByPowerOfTen(decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }
}
