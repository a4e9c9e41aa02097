package axial.walk;

import axial.clinic.Scaled;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First vascular events of patients, and how many days before them the neck was last thrust, treated otherwise, or the
 * patient was last seen at all.
 *
 * <p>A visit counts as exposure where adverse events were asked about at a later visit, and an event where it was told
 * at an asked visit. The visit that records the event is after it and no exposure. Events told without asking are only
 * counted.
 */
public final class VascularSums implements WalkSums {
    private static final long serialVersionUID = 2;

    /** Days after an exposure within which an event counts. */
    public static final List<Integer> WINDOWS = List.of(1, 3, 7, 14, 30);

    /** Length of the windows in which a case is its own control. */
    public static final int SELF_DAYS = 7;

    private static final int CONTROLS = 4;
    private static final int FIRST_CONTROL = 31;
    private static final int YOUNG = 45;
    private static final int STEPS_PER_YEAR = 10_000;

    /** What came before. */
    public enum Exposure {
        THRUST,
        NON_THRUST,
        ANY_VISIT;

        /** The word of the tables. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The ages of the tables. */
    public enum Age {
        UNDER_45,
        FROM_45,
        UNKNOWN;

        static Age of(int steps) {
            return steps == Scaled.MISSING ? UNKNOWN : steps < YOUNG * STEPS_PER_YEAR ? UNDER_45 : FROM_45;
        }

        /** The word of the tables. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A patient's first vascular event.
     *
     * @param days since the last exposure of each kind; -1 where there was none
     * @param windows the case window and how many control windows the record reaches back to
     * @param exposed how many of them had a thrust
     * @param caseExposed whether the case window had one
     */
    public record Case(Age age, boolean asked, List<Integer> days, int windows, int exposed, boolean caseExposed)
            implements Serializable {
        private static final Comparator<Case> ORDER = Comparator.comparing(Case::age)
                .thenComparing(Case::asked)
                .thenComparing(c -> c.days().toString())
                .thenComparing(Case::windows)
                .thenComparing(Case::exposed)
                .thenComparing(Case::caseExposed);
    }

    private final WalkPlan plan;
    private final long[][] visits = new long[Exposure.values().length][Age.values().length];
    private final List<Case> cases = new ArrayList<>();
    private transient @Nullable GivenTreatments given;
    private transient @Nullable VascularEvents events;

    public VascularSums(WalkPlan plan) {
        this.plan = plan;
    }

    @Override
    public void add(PatientVisits patient) {
        GivenTreatments treatments = given == null ? given = new GivenTreatments(plan) : given;
        VascularEvents vascular = events == null ? events = new VascularEvents() : events;
        int lastAsked = -1;
        int event = -1;
        for (int v = patient.size() - 1; v >= 0; v--) {
            lastAsked = lastAsked < 0 && patient.asked(v) ? v : lastAsked;
            event = vascular.hold(patient.event(v)) ? v : event;
        }
        int end = event < 0 ? patient.size() : event;
        for (int v = 0; v < end && v < lastAsked; v++) {
            int age = Age.of(patient.age(v)).ordinal();
            visits[Exposure.ANY_VISIT.ordinal()][age]++;
            if (patient.treated(v)) {
                boolean thrust = treatments.thrust(patient, v);
                visits[(thrust ? Exposure.THRUST : Exposure.NON_THRUST).ordinal()][age]++;
            }
        }
        if (event >= 0) {
            cases.add(made(patient, event, treatments));
        }
    }

    private static boolean is(Exposure exposure, PatientVisits patient, int v, GivenTreatments treatments) {
        return switch (exposure) {
            case THRUST -> treatments.thrust(patient, v);
            case NON_THRUST -> patient.treated(v) && !treatments.thrust(patient, v);
            case ANY_VISIT -> true;
        };
    }

    private static Case made(PatientVisits patient, int event, GivenTreatments treatments) {
        int day = patient.day(event);
        List<Integer> days = new ArrayList<>();
        for (Exposure exposure : Exposure.values()) {
            int last = -1;
            for (int v = 0; v < event; v++) {
                last = is(exposure, patient, v, treatments) ? day - patient.day(v) : last;
            }
            days.add(last);
        }
        int windows = 1;
        int exposed = 0;
        boolean caseExposed = thrust(patient, event, treatments, 0);
        for (int c = 0; c < CONTROLS; c++) {
            int back = FIRST_CONTROL + c * SELF_DAYS;
            if (day - back - SELF_DAYS >= patient.day(0)) {
                windows++;
                exposed += thrust(patient, event, treatments, back) ? 1 : 0;
            }
        }
        Age age = Age.of(patient.age(event));
        return new Case(
                age, patient.asked(event), List.copyOf(days), windows, exposed + (caseExposed ? 1 : 0), caseExposed);
    }

    /** Whether there was a thrust from {@code back} days before the event to {@link #SELF_DAYS} before that. */
    private static boolean thrust(PatientVisits patient, int event, GivenTreatments treatments, int back) {
        for (int v = 0; v < event; v++) {
            int before = patient.day(event) - patient.day(v) - back;
            if (before >= 0 && before < SELF_DAYS && treatments.thrust(patient, v)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void addAll(WalkSums other) {
        VascularSums there = (VascularSums) other;
        for (int e = 0; e < visits.length; e++) {
            for (int age = 0; age < visits[e].length; age++) {
                visits[e][age] += there.visits[e][age];
            }
        }
        cases.addAll(there.cases);
    }

    /** Exposures after which harm was asked about, by kind and age. */
    public Map<Exposure, long[]> visits() {
        Map<Exposure, long[]> found = new EnumMap<>(Exposure.class);
        for (Exposure exposure : Exposure.values()) {
            found.put(exposure, visits[exposure.ordinal()].clone());
        }
        return found;
    }

    /** Every case, in an order that does not depend on how the patients were spread. */
    public List<Case> cases() {
        return cases.stream().sorted(Case.ORDER).toList();
    }

    /** How many told events lie within so many days of an exposure, by age. */
    public long events(Exposure exposure, Age age, int window) {
        return cases.stream()
                .filter(c -> c.asked() && c.age() == age)
                .filter(c -> c.days().get(exposure.ordinal()) >= 0 && c.days().get(exposure.ordinal()) <= window)
                .count();
    }
}
