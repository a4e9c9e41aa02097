package axial.walk;

import axial.clinic.Vocabulary;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adverse events by arm, clinic and patient, and whether the neck was screened before it was thrust.
 *
 * <p>Visits count where adverse events were asked about. What was asked tells of what came before, and the record does
 * not say which visit before; as everywhere in Axial an event stands with the treatment of the visit that records it.
 */
public final class HarmSums implements WalkSums {
    private static final long serialVersionUID = 2;

    /** Events of any severity stand behind those of each, as in {@link Cells.Harms}. */
    public static final int ANY = 5;

    /** How long before a thrust a screening counts. */
    public static final int SCREENED_DAYS = 30;

    /** An arm in a clinic. */
    public record Place(int arm, String clinic) implements Serializable, Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byArm = Integer.compare(arm, other.arm);
            return byArm != 0 ? byArm : clinic.compareTo(other.clinic);
        }
    }

    /** Asked visits, manipulations at them, and events by severity. */
    public static final class Counts implements Serializable {
        private static final long serialVersionUID = 1;
        public long asked;
        public long manipulations;
        public final long[] events = new long[ANY + 1];

        /** Adds others. */
        public void addAll(Counts other) {
            asked += other.asked;
            manipulations += other.manipulations;
            for (int i = 0; i < events.length; i++) {
                events[i] += other.events[i];
            }
        }
    }

    /** Visits at which the neck was thrust. */
    public static final class Screening implements Serializable {
        private static final long serialVersionUID = 1;
        public long thrusts;
        public long screened;
        public long firstThrusts;
        public long firstScreened;
        public long despiteRedFlag;

        /** Adds others. */
        public void addAll(Screening other) {
            thrusts += other.thrusts;
            screened += other.screened;
            firstThrusts += other.firstThrusts;
            firstScreened += other.firstScreened;
            despiteRedFlag += other.despiteRedFlag;
        }
    }

    /** What is counted in one clinic: visits by arm, and thrusts. */
    private static final class Clinic implements Serializable {
        private static final long serialVersionUID = 1;
        final String name;
        final Counts[] byArm;
        final Screening screening = new Screening();

        Clinic(String name, int arms) {
            this.name = name;
            byArm = counts(arms);
        }
    }

    private static Counts[] counts(int arms) {
        Counts[] counts = new Counts[arms];
        Arrays.setAll(counts, arm -> new Counts());
        return counts;
    }

    private final WalkPlan plan;
    private final boolean screeningRecorded;
    private final Map<String, Clinic> clinics = new HashMap<>();
    private final TreeMap<Integer, Counts> patients = new TreeMap<>();
    private transient @Nullable Clinic lastClinic;
    private transient int lastCode;
    private transient @Nullable PatientVisits lastPatients;

    /** Those of the patient at hand, by arm. */
    private transient Counts @Nullable [] own;

    private transient @Nullable GivenTreatments given;

    /** @param screeningRecorded whether the job declares fields that document screening */
    public HarmSums(WalkPlan plan, boolean screeningRecorded) {
        this.plan = plan;
        this.screeningRecorded = screeningRecorded;
    }

    @Override
    public void add(PatientVisits patient) {
        GivenTreatments treatments = given == null ? given = new GivenTreatments(plan) : given;
        Counts[] mine = own == null ? own = counts(plan.arms().size()) : own;
        int screenedOn = Integer.MIN_VALUE / 2;
        boolean thrustBefore = false;
        for (int v = 0; v < patient.size(); v++) {
            int arm = treatments.arm(patient, v);
            if (arm >= 0 && patient.asked(v)) {
                count(patient, v, arm, treatments.manipulations(patient, v), mine[arm]);
            }
            if (screeningRecorded && patient.screened(v)) {
                screenedOn = patient.day(v);
            }
            if (treatments.thrust(patient, v)) {
                screen(patient, v, patient.day(v) - screenedOn <= SCREENED_DAYS, !thrustBefore);
                thrustBefore = true;
            }
        }
        for (int arm = 0; arm < mine.length; arm++) {
            if (mine[arm].asked > 0) {
                Counts all = patients.computeIfAbsent(arm, a -> new Counts());
                all.asked++;
                for (int s = 0; s <= ANY; s++) {
                    all.events[s] += mine[arm].events[s] > 0 ? 1 : 0;
                    mine[arm].events[s] = 0;
                }
                mine[arm].asked = 0;
            }
        }
    }

    /** A patient's visits are mostly at one clinic. */
    private Clinic clinic(PatientVisits patient, int v) {
        int code = patient.clinicCode(v);
        Clinic clinic = lastClinic;
        if (clinic == null || code != lastCode || patient != lastPatients) {
            clinic = clinic(patient.clinic(v));
            lastCode = code;
            lastPatients = patient;
            lastClinic = clinic;
        }
        return clinic;
    }

    private Clinic clinic(String name) {
        return clinics.computeIfAbsent(name, n -> new Clinic(n, plan.arms().size()));
    }

    private void count(PatientVisits patient, int v, int arm, int manipulations, Counts mine) {
        Counts here = clinic(patient, v).byArm[arm];
        mine.asked++;
        here.asked++;
        here.manipulations += manipulations;
        int severity = patient.severity(v);
        if (severity >= 0) {
            here.events[severity]++;
            here.events[ANY]++;
            mine.events[severity]++;
            mine.events[ANY]++;
        }
    }

    private void screen(PatientVisits patient, int v, boolean screened, boolean first) {
        Screening here = clinic(patient, v).screening;
        here.thrusts++;
        here.screened += screened ? 1 : 0;
        here.firstThrusts += first ? 1 : 0;
        here.firstScreened += first && screened ? 1 : 0;
        here.despiteRedFlag += patient.redFlag(v) ? 1 : 0;
    }

    @Override
    public void addAll(WalkSums other) {
        HarmSums there = (HarmSums) other;
        there.clinics.forEach((name, theirs) -> {
            Clinic here = clinic(name);
            for (int arm = 0; arm < theirs.byArm.length; arm++) {
                here.byArm[arm].addAll(theirs.byArm[arm]);
            }
            here.screening.addAll(theirs.screening);
        });
        there.patients.forEach((arm, counts) ->
                patients.computeIfAbsent(arm, a -> new Counts()).addAll(counts));
    }

    /** Whether the job declares fields that document screening. */
    public boolean screeningRecorded() {
        return screeningRecorded;
    }

    /** Visits by arm and clinic. */
    public Map<Place, Counts> visits() {
        Map<Place, Counts> visits = new TreeMap<>();
        clinics.forEach((name, clinic) -> {
            for (int arm = 0; arm < clinic.byArm.length; arm++) {
                if (clinic.byArm[arm].asked > 0) {
                    visits.put(new Place(arm, name), clinic.byArm[arm]);
                }
            }
        });
        return visits;
    }

    /** Patients by arm: asked at least once, and how many of them had an event of each severity. */
    public Map<Integer, Counts> patients() {
        return Collections.unmodifiableMap(patients);
    }

    /** Thrusts of the neck by clinic. */
    public Map<String, Screening> screening() {
        Map<String, Screening> screening = new TreeMap<>();
        clinics.forEach((name, clinic) -> {
            if (clinic.screening.thrusts > 0) {
                screening.put(name, clinic.screening);
            }
        });
        return screening;
    }

    /** The word of a severity; {@code unknown} where an event has none. */
    public static String severity(int place) {
        return place == ANY ? "any" : place < Vocabulary.SEVERITY.size() ? Vocabulary.SEVERITY.get(place) : "unknown";
    }
}
