package axial.clinic;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An outcome instrument: its scale, its direction, and what change matters.
 *
 * @param id the column of a visit that holds the score before treatment; {@code id_after} holds the one after
 * @param min lowest possible score, in the unit
 * @param max highest possible score, in the unit
 * @param decimals digits after the point that a score is read off and shown with
 * @param mcid the smallest change that matters to patients, in the unit, always positive
 * @param source where {@code mcid} comes from
 */
public record Instrument(
        String id,
        String label,
        String unit,
        BigDecimal min,
        BigDecimal max,
        int decimals,
        Better better,
        @Nullable BigDecimal mcid,
        String source)
        implements Serializable {

    private static final int MOST_DECIMALS = 6;

    /** Digits after the point that a score is stored with: six, or as many as its range allows. */
    public int storedDecimals() {
        BigDecimal widest = max.subtract(min).max(max.abs()).max(min.abs());
        int stored = MOST_DECIMALS;
        while (stored > 0 && !Scaled.fits(widest, stored)) {
            stored--;
        }
        return stored;
    }

    /** How many stored steps make one unit: 10<sup>storedDecimals</sup>. */
    public long stepsPerUnit() {
        return BigDecimal.ONE.scaleByPowerOfTen(storedDecimals()).longValueExact();
    }
}
