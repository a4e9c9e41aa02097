package axial.ingest;

import java.util.List;
import java.util.Locale;

/** The tables of OMOP CDM v5.4 that visits are read from. */
enum OmopTable {
    VISIT_OCCURRENCE("visit", true, List.of("visit_occurrence_id", "person_id", "visit_start_date", "visit_end_date")),
    PERSON("", true, List.of("person_id", "gender_concept_id", "year_of_birth", "month_of_birth", "day_of_birth")),
    PROCEDURE_OCCURRENCE("procedure", true, List.of("modifier_concept_id", "modifier_source_value")),
    MEASUREMENT(
            "measurement",
            true,
            List.of(
                    "operator_concept_id",
                    "value_as_number",
                    "value_as_concept_id",
                    "value_source_value",
                    "unit_concept_id",
                    "unit_source_value")),
    OBSERVATION(
            "observation",
            false,
            List.of(
                    "value_as_number",
                    "value_as_string",
                    "value_as_concept_id",
                    "value_source_value",
                    "unit_concept_id",
                    "unit_source_value")),
    CONDITION_OCCURRENCE("condition", false, List.of()),
    CONCEPT("", false, List.of("concept_id", "vocabulary_id", "concept_code"));

    /** The tables whose rows say something about a visit. */
    static final List<OmopTable> ABOUT_VISITS =
            List.of(PROCEDURE_OCCURRENCE, MEASUREMENT, OBSERVATION, CONDITION_OCCURRENCE);

    private final String prefix;
    private final boolean needed;
    private final List<String> own;

    OmopTable(String prefix, boolean needed, List<String> own) {
        this.prefix = prefix;
        this.needed = needed;
        this.own = own;
    }

    /** The name as the model writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an export without the table is incomplete. */
    boolean isNeeded() {
        return needed;
    }

    /** {@code measurement_concept_id} and its like. */
    String column(String ending) {
        return prefix + "_" + ending;
    }

    private String date(String ending) {
        return column(this == CONDITION_OCCURRENCE ? "start_" + ending : ending);
    }

    /** The column of the day. */
    String date() {
        return date("date");
    }

    /** The column of the time. */
    String datetime() {
        return date("datetime");
    }

    /** Every column that is read. */
    List<String> columns() {
        if (!ABOUT_VISITS.contains(this)) {
            return own;
        }
        List<String> all = new java.util.ArrayList<>(List.of(
                "visit_occurrence_id",
                column("concept_id"),
                column("source_concept_id"),
                column("source_value"),
                date(),
                datetime()));
        all.addAll(own);
        return all;
    }
}
