package axial.clinic;

/** How long the neck has hurt at the index visit: acute under 30 days, subacute 30 to 90, chronic over 90. */
public enum SymptomStage {
    ACUTE,
    SUBACUTE,
    CHRONIC,
    UNKNOWN;

    private static final int STEPS_PER_DAY = 10_000;

    /** The stage for a duration in steps of {@link Scaled#DURATION_DECIMALS}, or {@link Scaled#MISSING}. */
    public static SymptomStage of(int durationSteps) {
        if (durationSteps == Scaled.MISSING) {
            return UNKNOWN;
        }
        if (durationSteps < 30 * STEPS_PER_DAY) {
            return ACUTE;
        }
        return durationSteps <= 90 * STEPS_PER_DAY ? SUBACUTE : CHRONIC;
    }

    /** The word of the tables. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
