package axial.walk;

import java.util.Arrays;

/** What the treatments of a visit are to a count of harms; each text is resolved once. */
final class GivenTreatments {
    private static final String MANIPULATION = "manipulation";
    private static final String CERVICAL = "manipulation:cervical";

    private final WalkPlan plan;
    private int[] arms = {};
    private int[] manipulations = {};
    private boolean[] thrusts = {};

    GivenTreatments(WalkPlan plan) {
        this.plan = plan;
    }

    /** The arm whose tokens the visit's are, or -1. */
    int arm(PatientVisits visits, int v) {
        int code = code(visits, v); // before the array is read: it may grow
        return arms[code];
    }

    /** How many manipulations, of any region. */
    int manipulations(PatientVisits visits, int v) {
        int code = code(visits, v); // before the array is read: it may grow
        return manipulations[code];
    }

    /** Whether the neck was manipulated; a manipulation without a region counts. */
    boolean thrust(PatientVisits visits, int v) {
        int code = code(visits, v); // before the array is read: it may grow
        return thrusts[code];
    }

    private int code(PatientVisits visits, int v) {
        int code = visits.treatmentsCode(v) + 1; // none comes first
        if (code >= arms.length) {
            int known = arms.length;
            arms = Arrays.copyOf(arms, Math.max(code + 1, 2 * known));
            manipulations = Arrays.copyOf(manipulations, arms.length);
            thrusts = Arrays.copyOf(thrusts, arms.length);
            Arrays.fill(arms, known, arms.length, Integer.MIN_VALUE);
        }
        if (arms[code] == Integer.MIN_VALUE) {
            String[] tokens = visits.treatments(v).split(";");
            arms[code] = visits.treated(v) ? plan.armOf(visits.armTokens(v)) : -1;
            manipulations[code] = (int) Arrays.stream(tokens)
                    .filter(t -> t.equals(MANIPULATION) || t.startsWith(MANIPULATION + ":"))
                    .count();
            thrusts[code] = Arrays.stream(tokens).anyMatch(t -> t.equals(MANIPULATION) || t.equals(CERVICAL));
        }
        return code;
    }
}
