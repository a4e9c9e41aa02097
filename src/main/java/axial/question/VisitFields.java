package axial.question;

import axial.question.Job.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a column of a visit may be called. */
public final class VisitFields {
    /** Ends the name of the column that holds an instrument's score right after treatment. */
    public static final String AFTER = "_after";

    /** The fields of every visit, in the order of the handbook. */
    public static final List<String> CANONICAL = List.of(
            "visit_id",
            "patient_id",
            "clinic_id",
            "practitioner_id",
            "visit_date",
            "visit_day",
            "age_years",
            "sex",
            "disorder",
            "symptom_duration_days",
            "treatments",
            "adverse_event",
            "adverse_event_severity",
            "adverse_events_asked",
            "red_flags");

    /** What every visit needs; {@code visit_day} may stand for {@code visit_date}. */
    public static final List<String> REQUIRED =
            List.of("visit_id", "patient_id", "clinic_id", "visit_date", "treatments");

    private static final List<String> DERIVED = List.of("baseline", "symptom_stage", "arm", "none");

    private VisitFields() {}

    /** Every column that a job knows: the canonical ones, each instrument before and after, and the declared ones. */
    public static List<String> of(Collection<String> instruments, List<Field> declared) {
        List<String> names = new ArrayList<>(CANONICAL);
        instruments.forEach(id -> {
            names.add(id);
            names.add(id + AFTER);
        });
        declared.forEach(field -> names.add(field.id()));
        return List.copyOf(names);
    }

    /** Whether the name means something already, so that nobody may declare it. */
    static boolean isTaken(String name) {
        return CANONICAL.contains(name) || DERIVED.contains(name);
    }
}
