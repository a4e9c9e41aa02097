package axial.synth;

/**
 * What to make: so many patients in so many clinics. The same plan always gives the same bytes.
 *
 * @param seed of all chance; patient {@code n} depends on it and on {@code n} alone
 * @param scenario one of {@link Scenario#names()}
 */
public record SynthPlan(long patients, int clinics, long seed, String scenario) {
    public static final String DEFAULT_SCENARIO = "default";
    private static final long MOST_PATIENTS = 999_999_999L;
    private static final int MOST_CLINICS = 99_999;

    public SynthPlan {
        if (patients < 1 || patients > MOST_PATIENTS) {
            throw new IllegalArgumentException("patients must be 1 to " + MOST_PATIENTS + ", not " + patients);
        }
        if (clinics < 1 || clinics > MOST_CLINICS) {
            throw new IllegalArgumentException("clinics must be 1 to " + MOST_CLINICS + ", not " + clinics);
        }
        Scenario.named(scenario);
    }

    public SynthPlan(long patients, int clinics, long seed) {
        this(patients, clinics, seed, DEFAULT_SCENARIO);
    }
}
