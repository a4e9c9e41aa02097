package axial.ingest;

import axial.clinic.Instrument;
import axial.clinic.Scaled;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A field of scores that is watched for faults of its unit.
 *
 * @param at its place among the stored values of a visit
 * @param min the scale's lower end, in steps
 * @param max the scale's upper end, in steps
 * @param unit how many steps make one unit
 * @param beyond steps that one direction of the neck hardly reaches, but both together do; else the largest number
 */
record WatchedField(String name, Instrument instrument, int at, long min, long max, long unit, long beyond) {
    /**
     * Degrees between what patients reach in one direction and what they reach in both together: about two standard
     * deviations above the one, and below the mean of the other.
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
        return new WatchedField(
                name,
                instrument,
                at,
                Scaled.steps(instrument.min(), decimals),
                Scaled.steps(instrument.max(), decimals),
                unit,
                degrees == null ? Long.MAX_VALUE : degrees * unit);
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

    /** The fifth of the scale that the score is in, from 0 to 4. */
    int fifth(int steps) {
        return (int) Math.min(4, 5 * (steps - min) / (max - min));
    }
}
