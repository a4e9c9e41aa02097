package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A field of scores that is watched for faults of its unit.
 *
 * @param at its place among the stored values of a visit
 * @param min the scale's lower end, in steps
 * @param max the scale's upper end, in steps
 * @param tenth a tenth of the scale, in steps, rounded down
 * @param middle of the scale, in steps, rounded towards zero
 * @param unit how many steps make one unit
 * @param beyond steps that one direction of the neck hardly reaches, but both together do; else the largest number
 */
record WatchedField(
        String name,
        Instrument instrument,
        int at,
        long min,
        long max,
        long tenth,
        long middle,
        long unit,
        long beyond) {
    private static final int MOST_STRETCHES = 60;

    /**
     * Degrees between what patients reach in one direction and what they reach in both together: about two standard
     * deviations above the one, and below the mean of the other. A scale of the job's own that goes twice as far is of
     * both directions.
     */
    private static final Map<String, Integer> HALF_CYCLE = Map.of(
            "rom_flexion_deg", 70,
            "rom_extension_deg", 90,
            "rom_lateral_left_deg", 55,
            "rom_lateral_right_deg", 55,
            "rom_rotation_left_deg", 90,
            "rom_rotation_right_deg", 90);

    static WatchedField of(String name, Instrument instrument, int at) {
        long unit = instrument.stepsPerUnit();
        Integer degrees = HALF_CYCLE.get(instrument.id());
        int decimals = instrument.storedDecimals();
        long min = Scaled.steps(instrument.min(), decimals);
        long max = Scaled.steps(instrument.max(), decimals);
        return new WatchedField(
                name,
                instrument,
                at,
                min,
                max,
                (max - min) / 10,
                (min + max) / 2,
                unit,
                degrees == null || instrument.max().intValue() >= 2 * degrees ? Long.MAX_VALUE : degrees * unit);
    }

    boolean isMotion() {
        return beyond < Long.MAX_VALUE;
    }

    /** Whether the number lies above the scale as another unit would: up to ten times its end, or 15 of 7. */
    boolean isOtherUnit(BigDecimal number) {
        BigDecimal most = instrument.min().signum() < 0
                ? instrument.max().add(instrument.max()).add(BigDecimal.ONE)
                : instrument.max().multiply(BigDecimal.TEN);
        return number.compareTo(instrument.max()) > 0 && number.compareTo(most) <= 0;
    }

    /** How far above the scale the number lies: in whole lengths of 0 to 10, or in points above 7. */
    int stretch(BigDecimal number) {
        BigDecimal length = instrument.min().signum() < 0 ? BigDecimal.ONE : instrument.max();
        return number.subtract(instrument.max())
                .divide(length, 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(MOST_STRETCHES))
                .intValue();
    }

    /** The fifth of the scale that the score is in, from 0 to 4. */
    int fifth(int steps) {
        return (int) Math.min(4, 5 * (steps - min) / (max - min));
    }
}
