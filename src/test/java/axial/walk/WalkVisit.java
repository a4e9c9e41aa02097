package axial.walk;

import java.util.List;

/**
 * A visit made by hand. Numbers are in steps, missing where not recorded.
 *
 * @param treatments tokens joined by {@code ;}
 * @param redFlags tokens joined by {@code ;}
 * @param categories the level of each category of {@link WalkPlan#categories}
 * @param numbers of {@link WalkPlan#numbers}
 * @param severity index in the vocabulary, 4 for an event without severity, -1 without an event
 * @param scores the further scores of the layout
 */
public record WalkVisit(
        int day,
        String treatments,
        String redFlags,
        String clinic,
        String practitioner,
        int age,
        String[] categories,
        int[] numbers,
        int[] before,
        int[] after,
        boolean asked,
        int severity,
        int[] scores) {

    private static final int[] DAYS_OF_STAGE = {10, 60, 200};

    /** The patient's visits as walkers see them, with so many further scores. */
    public static PatientVisits patient(WalkPlan plan, VisitLayout layout, List<WalkVisit> visits) {
        VisitColumns columns = new VisitColumns(layout);
        visits.forEach(visit -> visit.appendTo(columns, plan));
        PatientVisits patient = new PatientVisits(plan, columns);
        patient.moveTo(0, 0, visits.size());
        return patient;
    }

    /** The patient's visits as walkers see them. */
    public static PatientVisits patient(WalkPlan plan, List<WalkVisit> visits) {
        return patient(plan, VisitLayout.of(plan, List.of()), visits);
    }

    /** The visits of many patients, one after the other; whoever walks moves from one to the next. */
    public static PatientVisits together(WalkPlan plan, List<List<WalkVisit>> patients) {
        VisitColumns columns = new VisitColumns(VisitLayout.of(plan, List.of()));
        patients.forEach(visits -> visits.forEach(visit -> visit.appendTo(columns, plan)));
        return new PatientVisits(plan, columns);
    }

    private void appendTo(VisitColumns columns, WalkPlan plan) {
        VisitLayout at = columns.layout();
        int row = columns.rows();
        columns.grow(1);
        columns.column(at.day())[row] = day;
        word(columns, at.treatments(), row, treatments);
        word(columns, at.redFlags(), row, redFlags);
        word(columns, at.clinic(), row, clinic);
        word(columns, at.practitioner(), row, practitioner);
        columns.column(at.age())[row] = age;
        columns.column(at.asked())[row] = asked ? 1 : 0;
        word(columns, at.event(), row, severity < 0 ? "" : "pain");
        boolean known = severity >= 0 && severity < axial.clinic.Vocabulary.SEVERITY.size();
        word(columns, at.severity(), row, known ? axial.clinic.Vocabulary.SEVERITY.get(severity) : "");
        for (int c = 0; c < categories.length; c++) {
            if (plan.categories().get(c).equals(WalkPlan.STAGE)) {
                columns.column(at.categories()[c])[row] = duration(categories[c]);
            } else if (!plan.categories().get(c).equals(Bands.AGE)) {
                word(columns, at.categories()[c], row, categories[c]);
            }
        }
        copy(columns, at.numbers(), row, numbers);
        copy(columns, at.before(), row, before);
        copy(columns, at.after(), row, after);
        copy(columns, at.scores(), row, scores);
    }

    private static int duration(String stage) {
        int ordinal = axial.clinic.SymptomStage.valueOf(stage.toUpperCase(java.util.Locale.ROOT))
                .ordinal();
        return ordinal == DAYS_OF_STAGE.length ? axial.clinic.Scaled.MISSING : DAYS_OF_STAGE[ordinal] * 10_000;
    }

    private static void word(VisitColumns columns, int column, int row, String word) {
        columns.column(column)[row] =
                word.isEmpty() ? Words.NONE : columns.words(column).code(word);
    }

    private static void copy(VisitColumns columns, int[] places, int row, int[] values) {
        for (int i = 0; i < places.length; i++) {
            columns.column(places[i])[row] = values[i];
        }
    }
}
